// A headline and its items as rich text: nothing in it is read as markup, and its links are elements of their own.

import type { RichTextBlock, RichTextLink, RichTextText } from '@slack/types'
import type { Block, Phrase } from '../../../src/answer/answer.ts'
import { addressOf, piecesOf } from '../../../src/answer/phrase.ts'
import { cut, cutWithin } from '../../../src/answer/text/plain.ts'
import { LIMITS } from './limits.ts'

type Facts = Extract<Block, { type: 'facts' }>

export function factsBlock({ title, facts }: Facts, publicUrl: string | undefined): RichTextBlock {
  const items = facts.map((fact) => ({
    type: 'rich_text_section' as const,
    elements: phraseElements(fact, publicUrl),
  }))
  return {
    type: 'rich_text',
    elements: [
      ...(title === undefined
        ? []
        : [{ type: 'rich_text_section' as const, elements: phraseElements(title, publicUrl, { bold: true }) }]),
      ...(items.length ? [{ type: 'rich_text_list' as const, style: 'bullet' as const, elements: items }] : []),
    ],
  }
}

function phraseElements(
  phrase: Phrase,
  publicUrl: string | undefined,
  style?: { readonly bold: true },
): (RichTextText | RichTextLink)[] {
  const styled = style ? { style } : {}
  const elements = piecesOf(phrase).map((piece): RichTextText | RichTextLink => {
    if (typeof piece === 'string') return { type: 'text', text: cutWithin(piece, LIMITS.sectionText), ...styled }
    const text = cut(piece.text, LIMITS.sectionText) || ' '
    const url = addressOf(piece, publicUrl)
    const fits = url !== undefined && url.length <= LIMITS.buttonUrl
    return fits ? { type: 'link', url, text, ...styled } : { type: 'text', text, ...styled }
  })
  return elements.length ? elements : [{ type: 'text', text: ' ' }]
}
