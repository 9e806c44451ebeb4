// One process a folder: PGlite itself lets a second one in, and the rows of one of them are lost.
// The lock is the operating system's, taken through SQLite (which Node brings): it is exact between containers
// that share a volume, where process ids mean nothing, and it ends with its process, however that ends. Beside
// it lies who holds it, for the message. Never open `lock` otherwise: POSIX drops a process's locks on a file
// when it closes any handle of it.

import { readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../src/errors.ts'

export interface FolderLock {
  /** Gives the folder free; a second call does nothing. */
  release(): void
}

/** SQLITE_BUSY: https://www.sqlite.org/rescode.html#busy */
const BUSY = 5

/** Takes the folder, which has to exist. Throws AppError when another process has it or it cannot be locked. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const lock = await open(folder)
  const started = new Date(performance.timeOrigin).toISOString()
  await writeFile(join(folder, 'lock.owner'), `${JSON.stringify({ pid: process.pid, host: hostname(), started })}\n`)
  return {
    release: () => {
      if (lock.isOpen) lock.close()
    },
  }
}

async function open(folder: string): Promise<DatabaseSync> {
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return lock
  } catch (cause) {
    lock?.close()
    if (cause instanceof Error && 'errcode' in cause && cause.errcode === BUSY) throw await taken(folder, cause)
    const text = `The data folder ${folder} cannot be locked. Choose a folder that this program may write, on a local disk, or set DATABASE_URL.`
    throw new AppError(`store: ${text} (${String(cause)})`, text, { cause })
  }
}

async function taken(folder: string, cause: Error): Promise<AppError> {
  const holder = await readHolder(folder)
  const text = `The data folder ${folder} is in use by ${holder}. Stop that process, choose another folder, or set DATABASE_URL: a PostgreSQL database serves several processes.`
  return new AppError(`store: ${text}`, text, { cause })
}

/** Words for who holds the folder; vague when the holder has not written its name yet. */
async function readHolder(folder: string): Promise<string> {
  try {
    const holder: unknown = JSON.parse(await readFile(join(folder, 'lock.owner'), 'utf8'))
    if (typeof holder === 'object' && holder !== null && 'pid' in holder && 'host' in holder && 'started' in holder) {
      return `process ${String(holder.pid)} on ${String(holder.host)} (started ${String(holder.started)})`
    }
  } catch {
    // The message is worth more without the name than not at all.
  }
  return 'another process'
}
