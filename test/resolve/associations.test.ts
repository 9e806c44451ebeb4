// The packed table of what was learned.

import { describe, expect, it } from 'vitest'
import { eachAssociation, isLearned, PEAK, peakOf, tableOf } from '../../src/resolve/associations.ts'

const table = tableOf({
  padlock: { [PEAK]: 3.27, security: 1.5, '^restore': -2.25, '#incident': 0.01 },
  '=renew': { security: 0 },
})

const learnedOf = (key: string): Readonly<Record<string, number>> => {
  const found: Record<string, number> = {}
  eachAssociation(table, key, (feature, weight) => {
    found[table.features[feature] ?? ''] = weight
  })
  return found
}

describe('a packed table', () => {
  it('gives back what was learned, to a hundredth', () => {
    expect(learnedOf('padlock')).toEqual({ [PEAK]: 3.27, security: 1.5, '^restore': -2.25, '#incident': 0.01 })
    expect(learnedOf('=renew')).toEqual({ security: 0 })
    expect(peakOf(table, 'padlock')).toBe(3.27)
  })

  it('knows nothing of other words, whatever they are', () => {
    for (const key of ['unheard', 'constructor', '__proto__', '']) {
      expect(learnedOf(key)).toEqual({})
      expect(isLearned(table, key)).toBe(false)
      expect(peakOf(table, key)).toBe(0)
    }
  })

  it('is plain ASCII that a JSON text holds as it is', () => {
    const row = table.words.padlock ?? ''
    expect(JSON.stringify(row)).toBe(`"${row}"`)
  })

  it('refuses a weight that two letters cannot say', () => {
    expect(() => tableOf({ padlock: { security: 99 } })).toThrow(RangeError)
  })
})
