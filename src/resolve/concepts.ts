// Words to concepts: finds in a run of stems every surface form of the vocabulary, phrases with small gaps included.

import type { Vocabulary } from '../domain/knowledge.ts'
import { createSpeller } from './spelling.ts'
import { stemOf, wordsOf } from './words.ts'

/** One concept found in a text. */
export interface Found {
  readonly concept: string
  /** The stems that showed it. */
  readonly by: string
  /** Positions in the run of stems. */
  readonly at: readonly number[]
}

interface Form {
  readonly concept: string
  readonly stems: readonly string[]
  /** The stems as one text. */
  readonly by: string
}

export interface ConceptFinder {
  /** Every form that occurs in the run; a longer form does not hide a shorter one of another concept. */
  find(stems: readonly string[]): Found[]
  /** A word of a document as the vocabulary spells it: documents hold slips too (`plateform`, `buldings`). */
  spell(word: string): string
  /** Every single word of every form, for spelling. */
  readonly words: ReadonlySet<string>
}

/** How many foreign words may stand inside a phrase: "bring the old mailboxes back" is "bring back". */
const GAP = 3

/** Shorter words of documents are taken as written. */
const SHORTEST_SLIP = 7

/** Builds the finder; a form that is empty once cut into words is ignored. */
export function createConceptFinder(vocabularies: readonly Vocabulary[]): ConceptFinder {
  const byFirst = new Map<string, Form[]>()
  const words = new Set<string>()
  for (const vocabulary of vocabularies) {
    for (const [concept, forms] of Object.entries(vocabulary)) {
      for (const form of forms) {
        const cut = wordsOf(form)
        const stems = cut.map(stemOf)
        const first = stems[0]
        if (first === undefined) continue
        for (const word of cut) words.add(word)
        const known = byFirst.get(first) ?? []
        const by = stems.join(' ')
        if (known.some((other) => other.concept === concept && other.by === by)) continue
        known.push({ concept, stems, by })
        byFirst.set(first, known)
      }
    }
  }
  const speller = createSpeller([[...words].filter((word) => word.length >= SHORTEST_SLIP - 1)])
  const known = new Set([...words].map(stemOf))
  return {
    find: (stems) => findForms(stems, byFirst),
    spell: (word) => (word.length < SHORTEST_SLIP || known.has(stemOf(word)) ? word : speller.correct(word)),
    words,
  }
}

function findForms(stems: readonly string[], byFirst: ReadonlyMap<string, readonly Form[]>): Found[] {
  const found: Found[] = []
  stems.forEach((stem, start) => {
    for (const form of byFirst.get(stem) ?? []) {
      const at = follow(stems, start, form.stems)
      if (at) found.push({ concept: form.concept, by: form.by, at })
    }
  })
  return found
}

function follow(stems: readonly string[], start: number, form: readonly string[]): readonly number[] | undefined {
  const at = [start]
  let position = start
  for (let index = 1; index < form.length; index += 1) {
    const wanted = form[index]
    const limit = Math.min(stems.length - 1, position + 1 + GAP)
    let next = position + 1
    while (next <= limit && stems[next] !== wanted) next += 1
    if (next > limit) return undefined
    at.push(next)
    position = next
  }
  return at
}
