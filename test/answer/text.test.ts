import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import { renderText } from '../../src/answer/render-text.ts'
import { cutWithin } from '../../src/answer/text/plain.ts'
import { columnsOf, wrapped } from '../../src/answer/text/wrap.ts'
import { shortened, spokenDay } from '../../src/answer/wording.ts'

function said(text: string): Answer {
  return { kind: 'answer', blocks: [{ type: 'sentence', text }], actions: [], items: [] }
}

describe('what reaches a terminal', () => {
  it.each([
    ['escape sequences', 'a\u001b[2Jb\u009b1mc', 'a[2Jb1mc'],
    ['bells, carriage returns and null', 'a\u0007\r\u0000b', 'ab'],
    ['direction overrides', 'a\u202eb\u2066c', 'abc'],
    ['half a surrogate pair', 'a\ud83db', 'a\ufffdb'],
    ['a right-to-left sentence', 'من يستعيد النسخ', 'من يستعيد النسخ'],
    ['emoji', 'who 🙈👩‍🚒 restores', 'who 🙈👩‍🚒 restores'],
  ])('%s', (_what, text, shown) => {
    expect(renderText(said(text))).toBe(shown)
  })
})

describe('breaking lines', () => {
  it.each([
    ['at words', 'one two three', 7, ['one two', 'three']],
    ['inside a word that is longer than the line', 'abcdefghij kl', 4, ['abcd', 'efgh', 'ij', 'kl']],
    ['by what a terminal shows', '管理管理 ab', 6, ['管理管', '理 ab']],
    ['nowhere without need', 'one two', 80, ['one two']],
  ])('%s', (_what, text, width, lines) => {
    expect(wrapped(text, width)).toEqual(lines)
  })

  it('counts columns as a terminal does', () => {
    expect(['abc', '管', 'é', 'e\u0301', '🙈'].map(columnsOf)).toEqual([3, 2, 1, 1, 2])
  })

  it('takes a cell of a megabyte in its stride', () => {
    const started = performance.now()
    expect(renderText(said('word '.repeat(200_000)), { width: 80 }).length).toBeGreaterThan(900_000)
    expect(renderText(said('x'.repeat(1_000_000)), { width: 80 }).length).toBeGreaterThan(1_000_000)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

describe('wording', () => {
  it.each([
    ['2022-11-17', '17 November 2022'],
    ['2024-07-09', '9 July 2024'],
    ['2024-13-09', '2024-13-09'],
    ['soon', 'soon'],
  ])('day %s', (iso, spoken) => expect(spokenDay(iso)).toBe(spoken))

  it.each([
    ['short', 10, 'short'],
    ['one two three four', 12, 'one two…'],
    ['abcdefghijklmnop', 8, 'abcdefg…'],
    ['🙈🙈🙈🙈', 3, '🙈🙈…'],
  ])('shortened %s', (words, length, cut) => expect(shortened(words, length)).toBe(cut))

  it.each([
    ['Source: ', 20, 'Source: '],
    [' and ', 20, ' and '],
    ['and', 20, 'and'],
    ['  \n', 20, ' '],
    ['', 20, ' '],
    ['\u202eabc\u0007 ', 20, 'abc '],
    [' abcdefghij ', 8, ' abcde… '],
  ])('words between links keep the space that parts them: %j', (words, length, cut) => {
    expect(cutWithin(words, length)).toBe(cut)
    expect(cutWithin(words, length).length).toBeLessThanOrEqual(length)
  })
})
