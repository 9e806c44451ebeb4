import { describe, expect, it } from 'vitest'
import { composeOptions } from '../../src/answer/compose-options.ts'
import { emailPro, oxCloud, row, rows, rule } from './fixture-knowledge.ts'

const titles = (...given: Parameters<typeof composeOptions>) => composeOptions(...given).map(({ title }) => title)

describe('titles tell options apart', () => {
  it('rows of the same words by where they stand', () => {
    const text = 'Choose a migrator tool'
    const twins = ['2.2. Reversibility', '4.1. Reverting'].map((section) => row(emailPro, { section: [section], text }))
    expect(titles(twins, 'activity')).toEqual([
      'Choose a migrator tool (2.2. Reversibility)',
      'Choose a migrator tool (4.1. Reverting)',
    ])
  })

  it('rows of the same words by what they apply to', () => {
    const variants = [['Linux'], ['Windows']].map((appliesTo) =>
      row(emailPro, { section: [], text: 'Patch', appliesTo }),
    )
    expect(titles(variants, 'condition')).toEqual(['For Linux', 'For Windows'])
    expect(titles(variants, 'activity')).toEqual(['Patch (Linux)', 'Patch (Windows)'])
  })

  it('rules under one heading by their beginning', () => {
    const rulesOfOne = ['All issues are tickets.', 'All communication is in English.'].map((quote, line) =>
      rule(oxCloud, ['Requirements'], quote, line),
    )
    expect(titles(rulesOfOne, 'activity')).toEqual([
      'Requirements: All issues are tickets.',
      'Requirements: All communication is in English.',
    ])
  })

  it('products by their name, with the activity where one product has several', () => {
    expect(titles([rows.restore, rows.restoreInstances, rows.restoreOption], 'product').slice(0, 2)).toEqual([
      'Email Pro: Realize backup recovery',
      'Public Cloud Instances: Realize backup recovery of Instances',
    ])
  })
})

describe('a button', () => {
  it('says at most 75 characters and carries the entry', () => {
    const [option] = composeOptions([row(emailPro, { section: [], text: 'word '.repeat(60).trim() })], 'activity')
    expect(option?.action.label.length).toBeLessThanOrEqual(75)
    expect(option?.action.label.endsWith('…')).toBe(true)
    expect(option?.title.length).toBeGreaterThan(75)
  })
})
