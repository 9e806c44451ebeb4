// What patterns need is looked for before they run: nothing that they match may be missed.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PHRASES } from '../../src/resolve/letter-phrases.ts'
import { createNeeds, mayMatch } from '../../src/resolve/needed-words.ts'
import { SET_CUES } from '../../src/resolve/set-cues.ts'
import { plain } from '../../src/resolve/words.ts'

const FILES = ['dev-2.jsonl', 'dev-3.jsonl', 'dev-4.jsonl', 'practice/special.jsonl', 'practice/unanswerable.jsonl']

describe('what a pattern needs', () => {
  const needsOf = createNeeds({ rows: '(?:rows?|entries)', many: ' many <rows>' })
  it.each([
    ['letters that stand together', '\\bhow many\\b', [['how many']]],
    ['all that must stand', 'which .* on', [['which '], [' on']]],
    ['one of several', '(?:list|show) me', [['list', 'show'], [' me']]],
    ['the most telling of each way', 'in all of <rows>|\\w+ everything', [['in all of ', ' everything']]],
    ['nothing where a way needs nothing', 'list|\\w+', []],
    ['nothing of what may be left out', 'rows(?: of the)?', [['rows']]],
    ['either where a letter may be left out', 'to-?do', [['todo', 'to-do']]],
    ['a digit', 'phase \\d+', [['phase '], [...'0123456789']]],
    ['nothing of what must not stand', '(?<!mailing )list(?! price)', [['list']]],
    ['what groups inside groups need', 'how<many>', [['how'], [' many '], ['row', 'rows', 'entries']]],
    ['signs that are written with a stroke', 'to\\.do', [['to.do']]],
    ['what is repeated, once', 'ab+c (?:row ){1,2}', [['ab'], ['c '], ['row ']]],
    ['nothing that is repeated from none', '(?:of ){0,3}rows', [['rows']]],
  ])('%s', (_, pattern, needs) => expect(needsOf(pattern)).toEqual(needs))

  it('refuses what it does not understand', () => expect(() => needsOf('a)b')).toThrow(/not understood/))

  it('is held by every question that a cue or a phrase matches', () => {
    const asked = FILES.flatMap((name) => readFileSync(`test/questions/${name}`, 'utf8').trim().split('\n'))
    const questions = asked.map((line) => plain(JSON.parse(line).question))
    const missed = [...SET_CUES, ...PHRASES].flatMap(({ name, pattern, needs }) =>
      questions.filter((question) => !mayMatch(question, needs) && question.search(pattern) >= 0).map(() => name),
    )
    expect(missed).toEqual([])
  })
})
