// "What does RA mean?": the letters, each in a line.

import type { Answer } from '../answer/answer.ts'
import { MEANINGS } from '../answer/roles.ts'
import { LETTERS, type Letter } from '../domain/raci.ts'
import { withoutProducts } from './follow-up.ts'
import type { Inside } from './inside.ts'

const MEANT: Readonly<Record<Letter, string>> = {
  R: 'does the work.',
  A: 'answers for the result, whoever does the work.',
  S: 'helps whoever does the work.',
  C: 'is asked before it is done.',
  I: 'is told about it.',
}

const WORDS = 'racis?|rasci|[rascil]{1,3}|letters?|legend|responsible|accountable|consulted|informed|support(?:ing)?'
const FRAME =
  "what|what's|whats|do|does|is|are|a|an|the|of|on|in|for|to|mean|means|meaning|stand|stands|explain|define|definition|difference|between|and|or|vs|versus|letter|letters|legend|here|there|matrix|model|table|document|cells?|me|please|exactly|actually|role|roles|it|you|tell|can|someone|if|says?"
const ASKS =
  /^(?:what|whats|what's|explain|define|difference|legend|letters|meaning|racis?|rasci|please explain|tell me what|can you explain)\b/iu
const SAID = new RegExp(`^(?:(?:${WORDS}|${FRAME})(?: |$))+$`, 'iu')
const NAMED = new RegExp(`\\b(?:${WORDS})\\b`, 'iu')
const BARE = /^(?:what (?:is|are|does|do) )?(?:a|an|i|the|it|is)(?: \w{1,2})?$/iu

/** "a" and "is" are no letters, "A" is. */
function withoutFrame(words: string): string {
  return words.replace(/\b(?:a|an|is|it|i|do|if|of|or|on|to)\b/giu, (word) => (/^[A-Z]$/u.test(word) ? word : ''))
}

/** The meaning of the letters; undefined for a text that asks anything else. */
export function letters(text: string, inside: Inside): Answer | undefined {
  const words = withoutProducts(text, inside)
    .replaceAll(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  const isAsked =
    ASKS.test(words) && SAID.test(words) && (NAMED.test(withoutFrame(words)) || / a (?:mean|stand)/iu.test(words))
  if (!isAsked || BARE.test(words) || inside.resolver.product(words) !== undefined) return undefined
  const used = new Set(
    inside.knowledge.documents.flatMap(({ entries }) =>
      entries.flatMap((entry) => (entry.type === 'activity' ? entry.assignments.flatMap((held) => held.letters) : [])),
    ),
  )
  const lines = LETTERS.filter((letter) => letter !== 'S' || used.has(letter)).map(
    (letter) => `${letter}, ${MEANINGS[letter]}: ${MEANT[letter]}`,
  )
  return {
    kind: 'help',
    blocks: [
      { type: 'sentence', text: 'Each letter says what part a party has in an activity:' },
      { type: 'lines', lines: [...lines, 'RA: both at once. A blank cell states no role.'] },
    ],
    actions: [],
    items: [],
  }
}
