// The door of this room: a question and its context in, a Resolution out.

import Fuse from 'fuse.js'
import type { Entry, Knowledge } from '../domain/knowledge.ts'
import type { Reading, Resolution } from '../domain/resolution.ts'

/** What is known besides the question. */
export interface Context {
  /** The channel's name, without `#`. */
  readonly channel?: string
  /** Product the channel was bound to, as the knowledge names it. */
  readonly product?: string
  /** The entry that the previous answer of this conversation rested on, for follow-ups. */
  readonly previous?: Entry
}

export interface Resolver {
  /** Never throws for any text; an empty question is `unknown` with reason `no-question`. */
  resolve(question: string, context?: Context): Resolution
  /** The same activity on other products, nearest first, one entry a product. */
  elsewhere(entry: Entry): readonly Entry[]
  /** The entry with this id; undefined when the knowledge no longer has it. */
  entry(id: string): Entry | undefined
  /** The product that these words name, tolerant of misspelling; undefined when none is recognised. */
  product(words: string): string | undefined
}

/** Builds the index once; the resolver holds no other state. */
export function createResolver(knowledge: Knowledge): Resolver {
  const entries = knowledge.documents.flatMap((document) => document.entries)
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const fuse = new Fuse(entries, { keys: ['text', 'quote', 'product'], includeScore: true, ignoreLocation: true })
  return {
    resolve(question, context) {
      const reading: Reading = {
        question,
        products: context?.product ? [context.product] : [],
        aspect: 'who',
        understood: [],
      }
      const hits = question.trim() ? fuse.search(question, { limit: 4 }).map((hit) => hit.item) : []
      const best = hits[0]
      if (!best)
        return {
          kind: 'unknown',
          reading,
          reason: question.trim() ? 'activity-not-covered' : 'no-question',
          near: [],
          evidence: [],
        }
      if (best.type === 'rule') return { kind: 'rule', reading, rules: [best], evidence: [] }
      return { kind: 'answer', reading, rows: [best], evidence: [] }
    },
    elsewhere: () => [],
    entry: (id) => byId.get(id),
    product: (words) =>
      knowledge.documents.find((document) => document.product.toLowerCase() === words.toLowerCase())?.product,
  }
}
