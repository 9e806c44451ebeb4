import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMaintenanceFile } from '../../adapters/sources/read-maintenance-file.ts'
import { openStore } from '../../adapters/storage/open-store.ts'
import { HASH_KEY } from '../storage/engines.ts'
import { TestClock } from '../storage/test-clock.ts'
import { report } from './windows.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
let folder: string

/** Runs the command as a person does, over the shipped documents and a folder of maintenance. */
function raci(...words: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  return new Promise((done) => {
    const env = { PATH: process.env.PATH, KNOWLEDGE_DIR: folder, DATA_DIR: join(folder, 'data'), TZ: 'Europe/Paris' }
    execFile(process.execPath, ['src/main.ts', ...words], { cwd: root, env }, (error, out, err) => {
      done({ status: error ? Number(error.code) : 0, out, err })
    })
  })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'raci-dry-run-'))
  await cp(join(root, 'knowledge'), folder, { recursive: true })
  await mkdir(join(folder, 'maintenance'), { recursive: true })
  await writeFile(
    join(folder, 'maintenance', 'email.yaml'),
    `windows:
  - id: storage
    products: [Email Pro]
    title: Storage upgrade
    start: 2026-11-19 22:00
    end: 2026-11-19 23:30
    zone: Europe/Paris
    announced: 2026-11-16 09:00
sources:
  - name: web-cloud
    type: statuspage
    url: http://127.0.0.1:1
    products: { '*': [Email Pro] }
`,
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('raci digest --dry-run', () => {
  it('prints the digest of a morning, with the source that could not be reached', async () => {
    const { status, out, err } = await raci('digest', '--dry-run', '--at', '2026-11-18 08:30', 'emailpro')
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toContain('Maintenance, Wednesday 18 November 2026: Email Pro')
    expect(out).toContain('Email Pro: Storage upgrade\n- Thursday 19 November, 22:00 to 23:30 (1 h 30 min)')
    expect(out).toContain('web-cloud was never reached (could not be reached: ECONNREFUSED)')
  })

  it.each([
    ['a product that is none', ['digest', '--dry-run', 'mainframe'], 1, 'No loaded document covers “mainframe”.'],
    ['a zone that is none', ['digest', '--dry-run', '--zone', 'Mars'], 1, '“Mars” is no time zone.'],
    ['a time that is none', ['digest', '--dry-run', '--at', 'soon'], 1, '“soon” is no time.'],
    ['a day that is none', ['digest', '--dry-run', '--at', '2026-02-30'], 1, '“2026-02-30” is no time.'],
    [
      'a channel and a zone',
      ['digest', '--dry-run', '--channel', 'C0', '--zone', 'UTC'],
      2,
      '--channel brings its own',
    ],
    ['no dry run', ['digest'], 2, 'type: raci digest --dry-run'],
  ])('refuses %s', async (_, words, status, complaint) => {
    const run = await raci(...words)
    expect(run).toMatchObject({ status, out: '' })
    expect(run.err).toContain(complaint)
  })
})

describe('raci digest --dry-run --channel', () => {
  it('prints what a subscribed channel reads, from what the store knows', async () => {
    const clock = new TestClock()
    const open = () => openStore({ clock, hashKey: HASH_KEY, folder: join(folder, 'data', 'store') })
    const store = await open()
    await store.subscriptions.subscribe({
      ...{ platform: 'slack', tenant: 'T0', channel: 'C0', products: ['Email Pro'], time: '08:30', zone: 'Asia/Tokyo' },
      ...{ weekdays: [1, 2, 3, 4, 5], quiet: false, announceStates: false, since: '2026-11-01T00:00:00.000Z' },
    })
    await store.maintenance.take({ source: 'status', reports: [report()] }, clock.now().toISOString())
    const busy = await raci('digest', '--dry-run', '--channel', 'C0')
    expect(busy.status).toBe(1)
    expect(busy.err).toMatch(/^raci: .*data folder/u)
    await store.close()
    const { out } = await raci('digest', '--dry-run', '--channel', 'C0', '--at', '2026-11-18 08:30')
    expect(out).toContain('Times are of Asia/Tokyo.')
    expect(out).toContain('Email Pro: Storage upgrade\n- Friday 20 November, 06:00 to 07:30 (1 h 30 min)')
    expect(await raci('digest', '--dry-run', '--channel', 'C9')).toMatchObject({
      status: 1,
      err: 'raci: No channel C9 is subscribed to the digest.\n',
    })
  }, 40_000)
})

describe('faults of maintenance files', () => {
  it('are found by raci check', async () => {
    await writeFile(join(folder, 'maintenance', 'broken.yaml'), 'windows:\n  - id: a\n')
    const { status, out } = await raci('check')
    expect(status).toBe(1)
    expect(out).toContain('maintenance/broken.yaml:2: products is missing.')
  })
})

it('the example of knowledge/README.md is read as it stands', async () => {
  const text = await readFile(join(root, 'knowledge/README.md'), 'utf8')
  const example = /```yaml\n(windows:[\s\S]*?)```/u.exec(text)?.[1] ?? ''
  const read = readMaintenanceFile(example, 'README.md')
  expect(read.issues).toEqual([])
  expect([read.windows.length, read.sources.length, read.holidays.length]).toEqual([1, 2, 1])
})
