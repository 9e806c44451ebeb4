import { describe, expect, it } from 'vitest'
import { renderText } from '../../src/answer/render-text.ts'
import { expectGolden } from '../golden.ts'
import { answers } from './resolutions.ts'

describe('plain text of every kind of answer', () => {
  it.each(Object.keys(answers))('%s', (name) => {
    const answer = answers[name]
    if (!answer) throw new Error(name)
    expectGolden(`${name}.txt`, renderText(answer, { width: 80 }))
  })
})

describe('style', () => {
  const answer = answers['answer-one-holder']
  if (!answer) throw new Error('no fixture')

  it('has no escape sequence without colour', () => {
    expect(renderText(answer)).not.toContain('\u001b')
  })

  it('says the same with colour', () => {
    const coloured = renderText(answer, { colour: true, width: 80 })
    expect(coloured).toContain('\u001b[1m')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: takes the emphasis out
    expect(coloured.replaceAll(/\u001b\[\d+m/gu, '')).toBe(renderText(answer, { width: 80 }))
  })

  it('links our own page when its root is known', () => {
    expect(renderText(answer, { baseUrl: 'http://127.0.0.1:3000/' })).toContain(
      'http://127.0.0.1:3000/documents/email-pro#3-2-1-incidents/realize-backup-recovery',
    )
  })

  it.each([24, 40, 80, 120])('keeps words within %i columns, addresses apart', (width) => {
    for (const [name, one] of Object.entries(answers)) {
      const long = renderText(one, { width })
        .split('\n')
        .filter((line) => line.length > width && !line.includes('://'))
      expect(long, name).toEqual([])
    }
  })
})
