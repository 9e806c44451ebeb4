// What was acknowledged a moment ago, a file each, in the data folder: written before the acknowledgement leaves and
// deleted when the store has it, milliseconds later. Several processes may share the folder.

import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { AckJournal } from '../../src/ports/ack-journal.ts'
import type { Accepted } from '../../src/ports/delivery-store.ts'
import { NoteBox } from './note-box.ts'

/** What cannot be read for so long (another key, a write that was cut) never will be (ms). */
const UNREADABLE_FOR = 24 * 60 * 60_000

export interface AckFolderOptions {
  readonly folder: string
  /** Key of the installation's hashes: notes rest encrypted under one that is derived from it. */
  readonly hashKey: Uint8Array
  /** Told what could not be noted down, and why. */
  readonly failed: (error: unknown) => void
}

/** Undefined, and `failed` is told, when the folder cannot be made. */
export async function openAckFolder(options: AckFolderOptions): Promise<AckJournal | undefined> {
  try {
    await mkdir(options.folder, { recursive: true, mode: 0o700 })
    return new AckFolder(options)
  } catch (error) {
    options.failed(error)
    return undefined
  }
}

class AckFolder implements AckJournal {
  readonly #options: AckFolderOptions
  readonly #notes: NoteBox

  constructor(options: AckFolderOptions) {
    this.#options = options
    this.#notes = new NoteBox(options.hashKey)
  }

  write({ id, note }: Accepted): void {
    const name = nameOf(id)
    try {
      writeFileSync(this.#at(name), this.#notes.seal(JSON.stringify([id, note]), name), { mode: 0o600 })
    } catch (error) {
      this.#options.failed(error)
    }
  }

  strike(id: string): void {
    try {
      rmSync(this.#at(nameOf(id)), { force: true })
    } catch (error) {
      this.#options.failed(error)
    }
  }

  async left(): Promise<readonly Accepted[]> {
    try {
      const names = await readdir(this.#options.folder)
      const read = await Promise.all(names.map((name) => this.#read(name)))
      return read.filter((one) => one !== undefined)
    } catch (error) {
      this.#options.failed(error)
      return []
    }
  }

  /** Undefined for what is struck out meanwhile, and for what cannot be read. */
  async #read(name: string): Promise<Accepted | undefined> {
    const sealed = await readFile(this.#at(name), 'utf8').catch(() => undefined)
    if (sealed === undefined) return undefined
    const opened = this.#notes.open(sealed, name)
    if (opened !== undefined) return readLine(opened)
    const { mtimeMs } = await stat(this.#at(name))
    if (Date.now() - mtimeMs > UNREADABLE_FOR) await rm(this.#at(name), { force: true })
    return undefined
  }

  #at(name: string): string {
    return join(this.#options.folder, name)
  }
}

/** Names of people and workspaces stand in an id: the folder shows none. */
function nameOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url')
}

function readLine(opened: string): Accepted | undefined {
  const read: unknown = JSON.parse(opened)
  if (!Array.isArray(read)) return undefined
  const [id, note]: readonly unknown[] = read
  return typeof id === 'string' && typeof note === 'string' ? { id, note } : undefined
}
