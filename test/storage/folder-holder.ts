// A process of its own that opens the store in a folder, says so, and ends as it is told: run by folder-lock.test.ts.
// Arguments: the folder, and `lock` to take the lock alone. Lines on standard input: `close`, `exit`.

import { createInterface } from 'node:readline'
import { lockFolder } from '../../adapters/storage/folder-lock.ts'
import { openStore } from '../../adapters/storage/open-store.ts'
import { AppError } from '../../src/errors.ts'

const [folder = '', only] = process.argv.slice(2)

try {
  const close = only === 'lock' ? await lock() : await store()
  process.stdout.write('open\n')
  createInterface(process.stdin).on('line', async (line) => {
    if (line === 'close') await close()
    process.exit(0)
  })
} catch (error) {
  process.stdout.write(`${error instanceof AppError ? error.forPerson : String(error)}\n`)
}

async function lock(): Promise<() => Promise<void>> {
  const { release } = await lockFolder(folder)
  return async () => release()
}

async function store(): Promise<() => Promise<void>> {
  const { bindings, close } = await openStore({
    clock: { now: () => new Date() },
    hashKey: Buffer.alloc(32),
    folder,
  })
  await bindings.bind({ platform: 'slack', tenant: 'T1', channel: `C${process.pid}` }, 'Email Pro')
  return close
}
