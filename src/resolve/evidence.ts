// Why an entry was ranked where it was, in words: for `--explain`. Worked out only when somebody asks.

import type { Evidence } from '../domain/resolution.ts'
import { type AssociationTable, eachAssociation } from './associations.ts'
import type { ConceptFinder } from './concepts.ts'
import type { Candidate } from './decide.ts'
import { featuresOf } from './entry-features.ts'
import type { QuestionFeatures } from './question-features.ts'
import { associationKeys } from './rank.ts'

/** Most reasons told for one entry. */
const MOST = 6

/** The evidence of one candidate; `because` is computed when first read. */
export function evidenceOf(
  candidate: Candidate,
  question: QuestionFeatures,
  finder: ConceptFinder,
  learned: AssociationTable,
): Evidence {
  return {
    entry: candidate.entry,
    score: candidate.share,
    get because() {
      return reasons(candidate, question, finder, learned)
    },
  }
}

function reasons(
  { entry }: Candidate,
  question: QuestionFeatures,
  finder: ConceptFinder,
  learned: AssociationTable,
): readonly string[] {
  const { named, stems } = featuresOf(entry, finder)
  const words = question.stems.filter((stem) => stems.includes(stem)).map((stem) => `the word "${stem}"`)
  const concepts = question.concepts
    .filter((concept) => named.includes(concept))
    .map((concept) => `both speak of ${concept}`)
  const associated = associationKeys(question)
    .flatMap((key) => {
      const weights = new Map<string, number>()
      eachAssociation(learned, key, (feature, weight) => weights.set(learned.features[feature] ?? '', weight))
      return named.map((name) => ({ key, name, weight: weights.get(name) ?? 0 }))
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ key, name, weight }) => `"${key.replace(/^=/, '')}" speaks for ${featureWords(name)} (+${weight})`)
  return [...words, ...concepts, ...associated].slice(0, MOST)
}

function featureWords(name: string): string {
  if (name.startsWith('#')) return `sections on ${name.slice(1)}`
  return name.startsWith('^') ? `rows that begin with ${name.slice(1)}` : name
}
