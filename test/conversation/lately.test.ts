import { describe, expect, it } from 'vitest'
import { Lately } from '../../src/conversation/lately.ts'

describe('what was touched lately', () => {
  it('forgets the longest untouched beyond its limit', () => {
    const kept = new Lately<number>(3)
    for (const [at, key] of ['a', 'b', 'c'].entries()) kept.set(key, at)
    kept.set('a', 9)
    kept.set('d', 3)
    expect([kept.get('a'), kept.get('b'), kept.get('c'), kept.get('d'), kept.size]).toEqual([9, undefined, 2, 3, 3])
  })

  it('forgets only what may go, and what was left is touched again', () => {
    const kept = new Lately<number>(10)
    for (const [key, value] of [
      ['a', 1],
      ['b', 5],
      ['c', 1],
    ] as const)
      kept.set(key, value)
    kept.forgetWhile((value) => value < 3)
    expect([kept.has('a'), kept.has('b'), kept.has('c')]).toEqual([false, true, true])
    // The one that was looked at and left is not the oldest any more.
    kept.set('b', 2)
    kept.forgetWhile((value) => value < 2)
    expect([kept.has('b'), kept.has('c'), kept.size]).toEqual([true, false, 1])
  })

  it('goes on after it was emptied, deleted from and cleared', () => {
    const kept = new Lately<number>(2)
    kept.forgetWhile(() => true)
    kept.set('a', 1)
    kept.forgetWhile(() => true)
    kept.set('b', 1)
    kept.forgetWhile(() => false)
    kept.delete('b')
    kept.set('c', 1)
    kept.forgetWhile(() => false)
    kept.clear()
    for (const key of ['d', 'e', 'f']) kept.set(key, 1)
    expect([kept.has('d'), kept.has('e'), kept.has('f'), kept.size]).toEqual([false, true, true, 2])
  })

  it('does as a map that is walked from its beginning would', () => {
    const kept = new Lately<number>(20)
    const map = new Map<string, number>()
    let seed = 1
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    for (let at = 0; at < 20_000; at += 1) {
      const key = `k${random(60)}`
      const does = random(10)
      if (does === 0) {
        kept.delete(key)
        map.delete(key)
      } else if (does === 1) {
        kept.forgetWhile((value) => value < at - 30)
        for (const [one, value] of map) {
          if (value >= at - 30) break
          map.delete(one)
        }
      } else {
        kept.set(key, at)
        map.delete(key)
        map.set(key, at)
        const [first] = map.keys()
        if (map.size > 20 && first !== undefined) map.delete(first)
      }
      expect(kept.size).toBe(map.size)
      expect(kept.get(key)).toBe(map.get(key))
    }
    for (let at = 0; at < 60; at += 1) expect(kept.get(`k${at}`)).toBe(map.get(`k${at}`))
  })
})
