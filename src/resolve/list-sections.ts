// Which sections of the loaded documents a question names: by the words of a heading itself, by the number it carries,
// or by what people call such a section (vocabulary/sections.ts).

import type { Activity } from '../domain/raci.ts'
import type { ConceptFinder } from './concepts.ts'
import { type Heading, headingsOf } from './headings.ts'
import { chosenHits, type Hit, within } from './list-section-choice.ts'
import { onceWith } from './once.ts'
import { stemOf, wordsOf } from './words.ts'

export interface SectionFound {
  readonly rows: readonly Activity[]
  /** The headings as the documents write them, each once. */
  readonly headings: readonly string[]
  /** The stems of the question that named it. */
  readonly stems: readonly string[]
  /** The headings that were excepted. */
  readonly except: readonly string[]
  /** Named by a verb that may be no name at all: "when we run it". */
  readonly inPassing: boolean
}

/** "us" has the stem of "use"; who manages backups does not speak of a section called management. */
const NO_NAME = /^(?:us|manag(?:e|es|ed|ing))$/

const PASSING = new Set(['run', 'use', 'operate', 'install', 'leave', 'change', 'while', 'when'].map(stemOf))

/** What stands before a section that is not meant: "daily operations, not incidents", "everything outside of usage". */
const EXCEPT =
  /\b(?:not|except|excluding|excl|besides|without|outside|apart from|aside from|other than|everything but|minus)(?: (?:the|those|what|rows|tasks|ones|is|are|part|section|phase|for|in|from|under|of|belongs?|to))*$/

/** Words of a question that may stand between the words of a heading. */
const GAP = 2

/** The rows of every section that the question names; undefined when it names none. */
export function sectionsNamed(
  words: readonly string[],
  rows: readonly Activity[],
  sections: ConceptFinder,
): SectionFound | undefined {
  const headings = headingsOf(rows)
  const stems = words.map((word) => (NO_NAME.test(word) ? word + word : stemOf(word)))
  const hits = [...numbered(words, headings), ...byOwnWords(stems, headings), ...byConcept(stems, headings, sections)]
  // "we are leaving; everything in the end of service part": what is called a part is meant
  const called = hits.filter(({ at, own }) => own && CALLED.test(words[Math.max(...at) + 1] ?? ''))
  const all = called.length ? called : hits
  const outside = all.filter(({ at }) =>
    EXCEPT.test(
      words
        .slice(0, Math.min(...at))
        .slice(-EXCEPT_REACH)
        .join(' '),
    ),
  )
  const excepted = [...outside, ...(all.length ? [] : since(words, stems, headings, sections))]
  const kept = chosenHits(
    stems,
    all.filter(({ at }) => !excepted.some((out) => within(at, out.at))),
  )
  const left = chosenHits(stems, excepted)
  if (!kept.length && !left.length) return undefined
  const out = new Set(left.flatMap(({ heading }) => heading.rows))
  const among = kept.length ? kept.flatMap(({ heading }) => heading.rows) : rows
  const inside = new Set(among.filter((row) => !out.has(row)))
  return {
    rows: rows.filter((row) => inside.has(row)),
    headings: namesOf(kept, headings),
    except: namesOf(left, headings),
    stems: [...kept, ...excepted].flatMap(({ at }) => at.map((position) => stems[position] ?? '')),
    inPassing: [...kept, ...left].every(
      ({ at, own }) => !own && at.every((position) => PASSING.has(stems[position] ?? '')),
    ),
  }
}

/** "After subscription" is all that does not stand under "before subscription". */
function since(
  words: readonly string[],
  stems: readonly string[],
  headings: readonly Heading[],
  sections: ConceptFinder,
): readonly Hit[] {
  const at = words.findIndex((word) => word === 'after' || word === 'following')
  if (at < 0) return []
  const turned = stems.with(at, stemOf('before'))
  return [...byOwnWords(turned, headings), ...byConcept(turned, headings, sections)].filter(
    (hit) => hit.at.includes(at) && hit.heading.stems[0] === stemOf('before'),
  )
}

/** Words between "except" and the section that are looked at. */
const EXCEPT_REACH = 5

/** In the order of the document. */
const namesOf = (hits: readonly Hit[], headings: readonly Heading[]): readonly string[] =>
  [...new Set(headings.filter((heading) => hits.some((hit) => hit.heading === heading)).map(({ text }) => text))].slice(
    0,
    MOST_NAMED,
  )

/** Headings shown of a list over several sections. */
const MOST_NAMED = 3

/** "section 2.3", "chapter B", and bare numbers with a point in them: "3.1.3 and 3.2". */
function numbered(words: readonly string[], headings: readonly Heading[]): readonly Hit[] {
  return words.flatMap((word, start) => {
    const called = isCalled(words, start)
    if (called ? !/^(\d+|[a-z])$/.test(word) : !/^\d{1,2}$/.test(word) || isDigits(words[start - 1])) return []
    let end = start + 1
    while (isDigits(words[end])) end += 1
    if (!called && end - start < 2) return []
    const number = words.slice(start, end).join('.')
    const at = [...words.keys()].slice(CALLED.test(words[start - 1] ?? '') ? start - 1 : start, end)
    return headings.filter(({ text }) => numberOf(text) === number).map((heading) => ({ heading, at, own: true }))
  })
}

const CALLED = /^(?:section|sec|chapter|paragraph|phase|part|stage)s?$/

/** Behind "section", or listed with a number that is: "sections 1 and 2.3". */
function isCalled(words: readonly string[], at: number): boolean {
  const before = words[at - 1] ?? ''
  if (CALLED.test(before)) return true
  if (!/^(?:and|or|plus)$/.test(before)) return false
  let first = at - 2
  while (isDigits(words[first]) && first > 0) first -= 1
  return first < at - 2 && (CALLED.test(words[first] ?? '') || isCalled(words, first + 1))
}

const isDigits = (word: string | undefined): boolean => /^\d{1,2}$/.test(word ?? '')

const numberOf = (heading: string): string | undefined =>
  heading
    .toLowerCase()
    .match(/^(?:(?:stage|phase|part|section|chapter|step)\s+)?(\d+(?:\.\d+)*|[a-z](?:\.?\d+)*)[.:)\s]/)?.[1]

function byOwnWords(stems: readonly string[], headings: readonly Heading[]): readonly Hit[] {
  return headings.flatMap((heading) => {
    const at = follow(stems, heading.stems)
    return at ? [{ heading, at, own: true }] : []
  })
}

/** Positions where the stems occur near each other in any order; undefined when one is missing. */
function follow(stems: readonly string[], wanted: readonly string[]): readonly number[] | undefined {
  for (const [start, stem] of stems.entries()) {
    if (!wanted.includes(stem)) continue
    const window = stems.slice(start, start + wanted.length + GAP)
    const at = wanted.map((each) => window.indexOf(each))
    if (at.every((position) => position >= 0)) return at.map((position) => start + position)
  }
  return undefined
}

function byConcept(stems: readonly string[], headings: readonly Heading[], sections: ConceptFinder): readonly Hit[] {
  return longestFound(stems, sections).flatMap(({ concept, at }) =>
    headings
      .filter((heading) => conceptsOf(heading, sections).includes(concept))
      .map((heading) => ({ heading, at: [...at, ...besides(stems, at, heading)], own: false })),
  )
}

const conceptsOf = onceWith((heading: Heading, sections: ConceptFinder): readonly string[] =>
  longestFound(wordsOf(heading.text).map(stemOf), sections).map(({ concept }) => concept),
)

/** "Data destruction" names the section called data deletion rather than the one beside it. */
function besides(stems: readonly string[], at: readonly number[], heading: Heading): readonly number[] {
  const near = [Math.min(...at) - 1, Math.max(...at) + 1]
  return near.filter((position) => heading.stems.includes(stems[position] ?? ''))
}

/** Without forms that stand inside a longer one: "access management" is not about management. */
function longestFound(stems: readonly string[], sections: ConceptFinder): ReturnType<ConceptFinder['find']> {
  const found = sections.find(stems)
  return found.filter((one) => !found.some((other) => other.at.length > one.at.length && within(one.at, other.at)))
}
