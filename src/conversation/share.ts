// "Share": the answer that only one person saw, once more for everybody.

import type { Answer } from '../answer/answer.ts'
import { contextOf, memoryOf, present } from './ask.ts'
import { entryResolution } from './choose.ts'
import type { Setting } from './incoming.ts'
import type { Inside } from './inside.ts'
import { recall, remember } from './memory.ts'

export interface Shared {
  /** The question as it was understood; empty when nothing was asked in words. */
  readonly question: string
  readonly answer: Answer
}

/**
 * What the answer named by `setting.about` said, composed anew from the documents of now, and what had been asked.
 * Undefined when nobody remembers it: the caller then asks the question again.
 */
export async function share(setting: Setting, inside: Inside): Promise<Shared | undefined> {
  const memory = await recall(setting, inside)
  if (!memory) return undefined
  await remember(setting, memory, inside)
  const { question, aspect, entry: id } = memory
  const found = inside.resolver.resolve(question, contextOf(setting, undefined, inside))
  const entry = id === undefined ? undefined : inside.resolver.entry(id)
  const same = entry === undefined || memoryOf(found).entry === entry.id
  const resolution = same && found.reading.aspect === aspect ? found : entry && entryResolution(entry, question, aspect)
  return { question, answer: present(resolution ?? found, setting, inside) }
}
