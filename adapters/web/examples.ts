// Questions to begin with, made from what is loaded: one a document, so that each is really answered.

import type { Document, Entry, Knowledge } from '../../src/domain/knowledge.ts'
import type { Activity } from '../../src/domain/raci.ts'

/** How many examples fit under the box without becoming a list to read. */
const MOST = 4
/** A row of a few plain words reads well as a question; lists and brackets do not. */
const PLAIN = /^\p{Lu}\p{Ll}[\p{L}\d' -]*$/u
const SHORTEST = 16
const LONGEST = 60

export interface Example {
  readonly question: string
  /** The row that the question was made of. */
  readonly entry: Activity
}

/** One question for each of the first documents; fewer when a document holds no plain row. */
export function examplesFor({ documents }: Knowledge): readonly Example[] {
  const examples: Example[] = []
  for (const document of documents) {
    const example = exampleFor(document)
    if (example) examples.push(example)
    if (examples.length === MOST) break
  }
  return examples
}

function exampleFor(document: Document): Example | undefined {
  const plain = document.entries.filter(isPlain)
  // The middle of a document holds daily operations; its beginning holds the subscription.
  const entry = plain[Math.floor(plain.length / 2)]
  if (!entry) return undefined
  return { question: `Who has to ${lowerFirst(entry.text)} on ${document.product}?`, entry }
}

function isPlain(entry: Entry): entry is Activity {
  if (entry.type !== 'activity') return false
  return entry.text.length >= SHORTEST && entry.text.length <= LONGEST && PLAIN.test(entry.text)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
