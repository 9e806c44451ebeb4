// One of the offered options was picked, now or long after it was offered.

import type { Answer } from '../answer/answer.ts'
import type { Entry } from '../domain/knowledge.ts'
import type { Aspect, Reading, Resolution } from '../domain/resolution.ts'
import { memoryOf, present } from './ask.ts'
import { rowResolution } from './follow-up.ts'
import { gone } from './gone.ts'
import type { Setting } from './incoming.ts'
import type { Inside } from './inside.ts'
import { recall, remember } from './memory.ts'

/** The answer that rests on the entry with this id; says so when the documents no longer have it. */
export async function choose(id: string, setting: Setting, inside: Inside): Promise<Answer> {
  const memory = await recall(setting, inside)
  const entry = inside.resolver.entry(id)
  if (!entry) return gone(memory?.question)
  const question = memory?.question ?? ''
  const aspect = memory?.aspect ?? 'who'
  const resolution = entryResolution(entry, question, aspect)
  const shown = [...new Set([...(memory?.shown ?? []), entry.id])]
  await remember(setting, { ...memoryOf(resolution), shown }, inside)
  return present(resolution, setting, inside)
}

/** A resolution that is this entry. */
export function entryResolution(entry: Entry, question: string, aspect: Aspect): Resolution {
  if (entry.type === 'activity') return rowResolution(entry, question, aspect)
  const reading: Reading = { question, products: [entry.product], basis: 'named', aspect, understood: [] }
  return { kind: 'rule', reading, rules: [entry], evidence: [] }
}
