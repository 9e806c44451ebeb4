// A resolver that says what a test wrote down: conversations are tested apart from matching.

import type { Entry } from '../../src/domain/knowledge.ts'
import type { Resolution, UnknownReason } from '../../src/domain/resolution.ts'
import type { Context, Resolver } from '../../src/resolve/resolver.ts'
import { knowledge } from '../answer/fixture-knowledge.ts'

export interface Script {
  /** Question to the entries it finds: one is an answer, more are choices. */
  readonly questions?: Readonly<Record<string, readonly Entry[]>>
  /** Entries that the ranking held besides those found, for every question. */
  readonly ranked?: readonly Entry[]
  readonly elsewhere?: readonly Entry[]
  /** Texts that ask nothing. */
  readonly noise?: readonly string[]
}

export interface Scripted extends Resolver {
  /** Every question that reached the resolver, with its context. */
  readonly asked: { readonly question: string; readonly context: Context | undefined }[]
}

export function scriptedResolver(script: Script = {}): Scripted {
  const entries = knowledge.documents.flatMap((document) => document.entries)
  const asked: Scripted['asked'] = []
  return {
    asked,
    resolve(question, context) {
      asked.push({ question, context })
      return resolutionOf(question, script)
    },
    elsewhere: () => script.elsewhere ?? [],
    entry: (id) => entries.find((entry) => entry.id === id),
    product: (words) =>
      knowledge.documents.find(({ product, aliases }) =>
        [product, ...aliases].some((name) => name.toLowerCase() === words.toLowerCase()),
      )?.product,
  }
}

function resolutionOf(question: string, { questions = {}, ranked = [], noise = [] }: Script): Resolution {
  const found = questions[question] ?? []
  const reading = { question, products: [], aspect: 'who', understood: [] } as const
  const evidence = [...found, ...ranked].map((entry, at) => ({ entry, score: 1 / (at + 1), because: ['a word'] }))
  const [first] = found
  if (!first) {
    const reason: UnknownReason = !question.trim() || noise.includes(question) ? 'no-question' : 'activity-not-covered'
    return { kind: 'unknown', reading, reason, near: [], evidence }
  }
  if (found.length > 1) return { kind: 'choices', reading, options: found, difference: 'activity', evidence }
  if (first.type === 'rule') return { kind: 'rule', reading, rules: [first], evidence }
  return { kind: 'answer', reading, rows: [first], evidence }
}
