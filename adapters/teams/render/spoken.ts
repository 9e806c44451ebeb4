// The answer for ears and for lists of chats: plain words, no markup.

import type { Answer, Block } from '../../../src/answer/answer.ts'
import { wordsOf } from '../../../src/answer/phrase.ts'
import { renderText } from '../../../src/answer/render-text.ts'
import { cut } from '../../../src/answer/text/plain.ts'

const SPOKEN = 700
const SUMMARY = 150

/** For a screen reader. `speak` may hold SSML, so `<` and `&` are escaped; addresses are not read out. */
export function spokenOf(answer: Answer): string {
  return cut(plainOf(answer), SPOKEN).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** For the notification: the first sentence. */
export function summaryOf({ blocks }: Answer): string {
  const first = blocks.find((block) => block.type === 'sentence')
  return (first && cut(first.text, SUMMARY)) || 'Raci'
}

function plainOf(answer: Answer): string {
  const blocks = answer.blocks.map((block): Block => {
    if (block.type === 'source') return sourceWithoutUrl(block)
    return block.type === 'facts' ? { ...block, facts: block.facts.map(wordsOf) } : block
  })
  return renderText({ ...answer, blocks }).replaceAll(/\s+/gu, ' ')
}

function sourceWithoutUrl<Source extends { readonly url?: string }>({ url: _url, ...source }: Source) {
  return source
}
