import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openAckFolder } from '../../adapters/storage/ack-folder.ts'

const ASKED = { id: 'slack/T1/command/1', note: '{"user":"UALICE","text":"asked-words"}' }

describe('what is acknowledged, in a folder', () => {
  let parent: string
  let folder: string
  let failures: unknown[]

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'raci-acknowledged-'))
    folder = join(parent, 'acknowledged')
    failures = []
  })
  afterEach(() => rmSync(parent, { recursive: true, force: true }))

  const open = async (key = 'k') => {
    const journal = await openAckFolder({ folder, hashKey: Buffer.alloc(32, key), failed: (why) => failures.push(why) })
    if (!journal) throw new Error('not opened')
    return journal
  }

  it('is there for the next process in the tick in which it was written, until it is struck out', async () => {
    const next = await open()
    ;(await open()).write(ASKED)
    expect(readdirSync(folder)).toHaveLength(1)
    expect(await next.left()).toEqual([ASKED])
    expect(await next.left()).toEqual([ASKED])
    next.strike(ASKED.id)
    next.strike(ASKED.id)
    expect(readdirSync(folder)).toEqual([])
    expect(await next.left()).toEqual([])
    expect(failures).toEqual([])
  })

  it('is kept once an id', async () => {
    const journal = await open()
    journal.write(ASKED)
    journal.write({ ...ASKED, note: 'again' })
    journal.write({ id: 'two', note: '' })
    expect((await journal.left()).map(({ note }) => note).toSorted()).toEqual(['', 'again'])
  })

  it('rests encrypted, without a name, and for its owner alone', async () => {
    const journal = await open()
    journal.write(ASKED)
    const [name = ''] = readdirSync(folder)
    const file = join(folder, name)
    expect(`${name} ${readFileSync(file, 'utf8')}`).not.toMatch(/ALICE|asked|slack|T1/u)
    expect([statSync(file).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o700])
  })

  it('is passed over when it cannot be read (another key, moved, cut), and deleted after a day', async () => {
    ;(await open('other')).write(ASKED)
    const [name = ''] = readdirSync(folder)
    const [sealed, journal] = [readFileSync(join(folder, name), 'utf8'), await open()]
    journal.write({ id: 'two', note: 'two' })
    for (const [other, text] of [
      ['moved', sealed],
      ['cut', sealed.slice(0, 20)],
      ['empty', ''],
    ] as const)
      writeFileSync(join(folder, other), text)
    expect(await journal.left()).toEqual([{ id: 'two', note: 'two' }])
    expect(readdirSync(folder)).toHaveLength(5)
    const longAgo = Date.now() / 1_000 - 25 * 60 * 60
    for (const one of readdirSync(folder)) utimesSync(join(folder, one), longAgo, longAgo)
    expect(await journal.left()).toEqual([{ id: 'two', note: 'two' }])
    expect(readdirSync(folder)).toHaveLength(1)
    expect(failures).toEqual([])
  })

  it('goes without where nothing can be written, and says so', async () => {
    const journal = await open()
    rmSync(folder, { recursive: true })
    journal.write(ASKED)
    expect(await journal.left()).toEqual([])
    expect(failures).toHaveLength(2)
    writeFileSync(folder, 'not a folder')
    expect(await openAckFolder({ folder, hashKey: Buffer.alloc(32), failed: (why) => failures.push(why) })).toBe(
      undefined,
    )
    expect(failures).toHaveLength(3)
  })
})
