// PostgreSQL inside this process, in a folder of its own or in memory: needs no setting up, serves one process. It
// works in a thread of its own, so that answers are composed while it writes.

import { mkdir, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PGliteDialect } from 'kysely'
import { AppError } from '../../src/errors.ts'
import type { Engine } from './engine.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { migrate, SCHEMA } from './migrate.ts'
import type { Tables } from './schema.ts'
import { ThreadedPGlite } from './threaded-pglite.ts'

/** A new database takes 40 MB, a log segment 16 MB; opened with less, PGlite does not come back (bytes). */
const ROOM = 64 * 1024 ** 2
/** Nothing hangs in a network here; a new database takes seconds where the machine is busy (ms). */
const PATIENCE = 60_000

export interface PgliteEngine extends Engine {
  /** The running instance, for a library that brings its own statements; undefined before the first opening. Changes when it had to be opened anew. */
  readonly current: () => ThreadedPGlite | undefined
}

/**
 * Takes the folder for this process; without a folder the database lives in memory and ends with it.
 * Throws AppError when another process has the folder, or when it cannot be written.
 */
export async function pgliteEngine(folder?: string): Promise<PgliteEngine> {
  const lock = folder === undefined ? undefined : await take(folder)
  let instance: ThreadedPGlite | undefined
  const alive = () => (instance && !instance.ended && !instance.closed ? instance : undefined)
  return {
    patienceMs: PATIENCE,
    current: alive,
    open: async () => {
      // A failed migration leaves the instance: two of them on one folder would ruin it.
      const pglite = alive() ?? (await startAfter(instance, folder))
      instance = pglite
      const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
      await migrate(db)
      return { db: db.withSchema(SCHEMA), spent: () => alive() !== pglite, close: async () => {} }
    },
    close: async () => {
      await instance?.close().catch(() => {})
      lock?.release()
    },
  }
}

/** The one before has ended, and its thread has to be gone. */
async function startAfter(before: ThreadedPGlite | undefined, folder: string | undefined): Promise<ThreadedPGlite> {
  await before?.close().catch(() => {})
  if (folder !== undefined) await needRoom(folder)
  const pglite = new ThreadedPGlite(folder === undefined ? undefined : join(folder, 'database'))
  try {
    await pglite.waitReady
    return pglite
  } catch (error) {
    await pglite.close().catch(() => {})
    throw error
  }
}

async function take(folder: string): Promise<FolderLock> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    const text = `The data folder ${folder} cannot be created. Choose another one, or set DATABASE_URL.`
    throw new AppError(`store: ${text} (${String(cause)})`, text, { cause })
  }
  return lockFolder(folder)
}

async function needRoom(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < ROOM) throw new Error(`less than 64 MB are free where the data folder ${folder} is`)
}
