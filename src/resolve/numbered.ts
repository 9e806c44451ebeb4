// What documents number: "Severity 1" to "Severity 4". A question for a number that they do not have has no answer
// among those that they do.

import type { Document, Entry } from '../domain/knowledge.ts'
import { once } from './once.ts'

/** A document with one "Severity 1" alone may number nothing. */
const LEAST = 2
/** People shorten such a name ("sev"), but not to two letters. */
const SHORTEST = 3
const COUNTS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

const NUMBER = new RegExp(`\\d|\\b(?:${COUNTS.join('|')})\\b`)

/** Names with the numbers that headings give them. */
const familiesIn = once((entries: readonly Entry[]): ReadonlyMap<string, ReadonlySet<number>> => {
  const found = new Map<string, Set<number>>()
  for (const heading of new Set(entries.flatMap(({ section }) => section))) {
    const { name, number } = /^(?<name>\p{L}+)[ -]?(?<number>\d{1,2})(?=$|\s*[-–—:(])/u.exec(heading)?.groups ?? {}
    if (name !== undefined) found.set(name, (found.get(name) ?? new Set()).add(Number(number)))
  }
  return new Map([...found].filter(([, numbers]) => numbers.size >= LEAST))
})

/**
 * What a question names that would be of such a family and is not: "Severity 5"; undefined where there is none, or
 * where it names one that there is as well.
 * @param text In lower case.
 * @param documents Those that the question may be about.
 */
export function absentNumber(text: string, documents: readonly Document[]): string | undefined {
  if (!NUMBER.test(text)) return undefined
  const named = documents.flatMap(({ entries }) =>
    [...familiesIn(entries)].flatMap(([name, numbers]) =>
      numbersBehind(name.toLowerCase(), text).map((number) => ({ name, number, isThere: numbers.has(number) })),
    ),
  )
  const [first] = named
  return first && !named.some(({ isThere }) => isThere) ? `${first.name} ${first.number}` : undefined
}

function numbersBehind(name: string, text: string): readonly number[] {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?<said>\\p{L}+?)s?[ -]*(?<number>\\d{1,3}|${COUNTS.join('|')})(?![\\p{L}\\p{N}.]*\\d|\\p{L})`,
    'gu',
  )
  return [...text.matchAll(pattern)].flatMap(({ groups: { said = '', number = '' } = {} }) => {
    const isName = said === name || (said.length >= SHORTEST && name.startsWith(said))
    if (!isName) return []
    return [/\d/.test(number) ? Number(number) : COUNTS.indexOf(number)]
  })
}
