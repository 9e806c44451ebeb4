// How finely a question distinguishes: whether its words tell neighbouring rows apart.

import type { Entry } from '../domain/knowledge.ts'
import type { Grain } from './decide.ts'
import { featuresOf } from './entry-features.ts'
import type { Prepared } from './prepared.ts'
import type { QuestionFeatures } from './question-features.ts'
import { TELLS, TERSE_WORDS } from './thresholds.ts'
import { stemOf, wordsOf } from './words.ts'

/** Words that say no more of an activity than that somebody has it: what any row may begin with. */
const HANDLING = new Set(
  wordsOf(
    'manage managed management handle look looks after take takes care charge deal run runs govern oversee cover sort bring carry happen hold',
  ).map(stemOf),
)

/** Concepts of a question that speak of a condition. */
const CONDITION_CONCEPTS = new Set(['with-option', 'on-request', 'option', 'third-party'])

export function createGrain({ finder, index, ranker, lexicon, siblings, positionOf }: Prepared) {
  const { isCast, conceptsOf } = lexicon
  const apart = (stem: string, a: Entry, b: Entry): number =>
    ranker.apart({ stems: [stem], concepts: conceptsOf([stem]) }, positionOf(a), positionOf(b))
  const has = (stem: string, entry: Entry): boolean => featuresOf(entry, finder).stems.includes(stem)
  /** Whether an entry holds a word of the question, or a concept of it. */
  const meets = (stem: string, entry: Entry): boolean =>
    has(stem, entry) || conceptsOf([stem]).some((concept) => featuresOf(entry, finder).named.includes(concept))

  return ({ stems, concepts }: QuestionFeatures): Grain => ({
    terse: stems.length <= TERSE_WORDS,
    single: stems.filter((stem) => !isCast(stem) && !HANDLING.has(stem)).length <= 1,
    namesCondition: concepts.some((concept) => CONDITION_CONCEPTS.has(concept)),
    names: (entry) => index.leads(entry).some((concept) => concepts.includes(concept)),
    likeness: (a, b) => index.likeness(a, b),
    siblings,
    tellsApart: (a, b) => stems.some((stem) => (has(stem, a) ? !has(stem, b) : apart(stem, a, b) >= TELLS)),
    meetsAsMuch: (a, b) => {
      const met = stems.filter((stem) => meets(stem, a))
      return met.length > 0 && met.every((stem) => meets(stem, b))
    },
  })
}
