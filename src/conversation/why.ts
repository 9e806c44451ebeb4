// "Why?": what the last answer rested on, found again from the documents of now.

import type { Answer } from '../answer/answer.ts'
import { composeWhy } from '../answer/compose-why.ts'
import type { ConversationMemory } from '../ports/conversation-store.ts'
import type { Context } from '../resolve/resolver.ts'
import type { Inside } from './inside.ts'

const WHY =
  /^\W*(?:(?:but|ok|okay|and|hm+)\W+)*(?:why|how come|how so|says who|why (?:is )?(?:that|this|these|those|so|not|do you (?:say|think|ask) (?:so|that|this)?|(?:that|this|these|those) (?:rows?|one|answer|choices?))|how do you know(?: that)?|explain(?: that| this| why)?|where does (?:that|this|it) come from|(?:are )?you sure(?: (?:about|of) (?:that|this|it))?|sure|really|is (?:that|this|it) (?:really )?(?:right|true|correct|so|certain))\W*$/iu

/** The explanation; undefined when the text asks something else or nothing was said before. */
export function why(
  text: string,
  memory: ConversationMemory | undefined,
  context: Context,
  { resolver }: Inside,
): Answer | undefined {
  if (!memory?.question || !WHY.test(text)) return undefined
  const chosen = memory.entry === undefined ? undefined : resolver.entry(memory.entry)
  return composeWhy(resolver.resolve(memory.question, context), chosen)
}
