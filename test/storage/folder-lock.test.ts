// A folder belongs to one process at a time, and to the next one as soon as that has ended, however it ended.

import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lockFolder } from '../../adapters/storage/folder-lock.ts'
import { AppError } from '../../src/errors.ts'
import { folder as folderEngine, openTestStore, type Place } from './engines.ts'

interface Holder {
  readonly process: ChildProcessByStdio<Writable, Readable, null>
  /** What it said: `open`, or why not. */
  readonly said: string
}

let place: Place
let folder: string
const holders: Holder[] = []
beforeEach(async () => {
  place = await folderEngine.place()
  folder = place.at.folder ?? ''
})
afterEach(async () => {
  for (const { process } of holders.splice(0)) process.kill('SIGKILL')
  await place.remove()
})

async function hold(...only: readonly string[]): Promise<Holder> {
  const script = join(import.meta.dirname, 'folder-holder.ts')
  const child = spawn(process.execPath, [script, folder, ...only], { stdio: ['pipe', 'pipe', 'inherit'] })
  for await (const said of createInterface(child.stdout)) {
    holders.push({ process: child, said })
    return { process: child, said }
  }
  throw new Error('the process said nothing')
}

/** Waits for the end that `end` brings about. */
async function ends({ process }: Holder, end: () => void): Promise<void> {
  const ended = once(process, 'exit')
  end()
  await ended
}

describe('while another process has the folder', () => {
  test('a second one is refused with the folder, the process and the way out, and the first keeps its rows', async () => {
    const first = await hold()
    expect(first.said).toBe('open')
    const { said } = await hold()
    expect(said).toContain(`The data folder ${folder} is in use by process ${first.process.pid} on `)
    expect(said).toContain('Stop that process, choose another folder, or set DATABASE_URL')
    await expect(openTestStore(place)).rejects.toThrow(AppError)

    await ends(first, () => first.process.stdin.write('close\n'))
    const store = await openTestStore(place)
    expect(await bound(store, first)).toBe('Email Pro')
    await store.close()
  })

  test.each([
    ['was closed', (holder: Holder) => void holder.process.stdin.write('close\n')],
    ['exited without closing', (holder: Holder) => void holder.process.stdin.write('exit\n')],
    ['was killed with -9', (holder: Holder) => void holder.process.kill('SIGKILL')],
  ])('it is free at once when that %s, with every row that was acknowledged', async (_, end) => {
    const holder = await hold()
    expect(holder.said).toBe('open')
    await ends(holder, () => end(holder))
    const store = await openTestStore(place)
    expect(await bound(store, holder)).toBe('Email Pro')
    await store.close()
  })

  test('of eight processes that want it at once one has it, after a crash that left a name behind', async () => {
    const crashed = await hold('lock')
    await ends(crashed, () => crashed.process.kill('SIGKILL'))
    const racing = await Promise.all(Array.from({ length: 8 }, () => hold('lock')))
    expect(racing.filter(({ said }) => said === 'open')).toHaveLength(1)
  })
})

test('this process itself cannot open a folder twice, and can after closing it', async () => {
  const first = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${process.pid}`)
  await expect(hold('lock')).resolves.toMatchObject({ said: expect.stringContaining('in use') })
  first.release()
  first.release()
  const second = await lockFolder(folder)
  second.release()
})

test.each([
  ['names a process that is alive', () => JSON.stringify({ pid: process.pid, host: 'elsewhere', started: '' })],
  ['is garbage', () => '{'],
])('a name that was left behind and %s does not count', async (_, owner) => {
  await writeFile(join(folder, 'lock.owner'), owner())
  const lock = await lockFolder(folder)
  lock.release()
})

test('a holder that has not written its name yet is still a holder', async () => {
  const lock = await lockFolder(folder)
  await writeFile(join(folder, 'lock.owner'), '')
  await expect(lockFolder(folder)).rejects.toThrow('in use by another process')
  lock.release()
})

test.each([
  ['that cannot be made', async () => join(folder, 'file', 'inside')],
  [
    'whose lock is something else',
    async () => {
      await writeFile(join(folder, 'lock'), 'x'.repeat(4_096))
      return folder
    },
  ],
])('a folder %s is refused by name', async (_, prepare) => {
  await writeFile(join(folder, 'file'), '')
  const unusable = await prepare()
  await expect(openTestStore({ at: { folder: unusable }, remove: async () => {} })).rejects.toMatchObject({
    forPerson: expect.stringMatching(`The data folder ${unusable} cannot be`),
  })
})

type Opened = Awaited<ReturnType<typeof openTestStore>>

function bound({ bindings }: Opened, { process }: Holder): Promise<string | undefined> {
  return bindings.find({ platform: 'slack', tenant: 'T1', channel: `C${process.pid}` })
}
