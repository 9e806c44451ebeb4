// Many callers, one statement; and writes that nobody waits for.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Batch } from '../../adapters/storage/batch.ts'
import { Behind } from '../../adapters/storage/behind.ts'
import { AppError } from '../../src/errors.ts'

describe('a batch', () => {
  test('asks once for what comes in one turn, and again for what came while it was asked', async () => {
    const asked: (readonly number[])[] = []
    const batch = new Batch<number, number>(async (items) => {
      asked.push(items)
      if (asked.length === 1) for (const item of [4, 5]) later.push(batch.ask(item))
      return items.map((item) => item * 10)
    })
    const later: Promise<number>[] = []
    expect(await Promise.all([1, 2, 3].map((item) => batch.ask(item)))).toEqual([10, 20, 30])
    expect(await Promise.all(later)).toEqual([40, 50])
    expect(asked).toEqual([
      [1, 2, 3],
      [4, 5],
    ])
  })

  test('a bug over one item is no other’s; a store that is down is everybody’s, and asked once', async () => {
    let times = 0
    const batch = new Batch<string, string>(async (items) => {
      times += 1
      if (items.includes('down')) throw new AppError('down', 'Down.')
      if (items.includes('bug')) throw new Error('a bug')
      return items
    })
    const said = await Promise.allSettled(['a', 'bug', 'b'].map((item) => batch.ask(item)))
    expect(said.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    times = 0
    const down = await Promise.allSettled(['a', 'down'].map((item) => batch.ask(item)))
    expect(down.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(times).toBe(1)
  })

  test('gathers longer once many went together, where it is told to', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate'] })
    try {
      const sizes: number[] = []
      const run = async (items: readonly number[]) => {
        sizes.push(items.length)
        return items
      }
      const batch = new Batch<number, number>(run, { underLoad: { from: 3, gatheredFor: 15 } })
      const ask = (...items: readonly number[]) => Promise.all(items.map((item) => batch.ask(item)))
      const asked = [ask(1, 2)]
      await vi.advanceTimersByTimeAsync(1)
      asked.push(ask(3, 4, 5))
      await vi.advanceTimersByTimeAsync(3)
      asked.push(ask(6))
      await vi.advanceTimersByTimeAsync(3)
      expect(sizes).toEqual([2, 3])
      await vi.advanceTimersByTimeAsync(15)
      expect(sizes).toEqual([2, 3, 1])
      expect((await Promise.all(asked)).flat()).toEqual([1, 2, 3, 4, 5, 6])
    } finally {
      vi.useRealTimers()
    }
  })

  test('one that gives too few results leaves nobody waiting', async () => {
    const batch = new Batch<number, number>(async () => [])
    await expect(batch.ask(1)).rejects.toThrow('0 results for 1 items')
  })
})

describe('writing behind', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const written: string[][] = []
  const lost: unknown[] = []
  const behindTo = (write: (items: readonly string[]) => Promise<void>) => {
    written.length = 0
    lost.length = 0
    return new Behind<string>({ write, lost: (error) => lost.push(error) })
  }
  const keep = async (items: readonly string[]) => {
    written.push([...items])
  }

  test('gathers, keeps the last of a name, and says what is not written yet', async () => {
    const behind = behindTo(keep)
    behind.add('first', 'a')
    behind.add('other')
    behind.add('second', 'a')
    expect(behind.pending('a')).toBe('second')
    expect(written).toEqual([])
    await vi.advanceTimersByTimeAsync(20)
    expect(written).toEqual([['other', 'second']])
    expect(behind.pending('a')).toBeUndefined()
  })

  test('is settled at once by whoever has to know', async () => {
    const behind = behindTo(keep)
    behind.add('one')
    await behind.settled()
    expect(written).toEqual([['one']])
    await behind.settled()
    expect(written).toHaveLength(1)
  })

  test('a database that is down loses it in silence, and the next is written', async () => {
    let isDown = true
    const behind = behindTo(async (items) => {
      if (isDown) throw new AppError('down', 'Down.')
      await keep(items)
    })
    behind.add('lost')
    await behind.settled()
    isDown = false
    behind.add('kept')
    await behind.settled()
    expect([written, lost]).toEqual([[['kept']], []])
  })

  test('a bug over one item is told, and the others are written', async () => {
    const behind = behindTo(async (items) => {
      if (items.includes('bug')) throw new Error('a bug')
      await keep(items)
    })
    for (const item of ['a', 'bug', 'b']) behind.add(item)
    await behind.settled()
    expect(written).toEqual([['a'], ['b']])
    expect(lost).toHaveLength(1)
  })
})
