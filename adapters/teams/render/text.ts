// Text for cards. What comes from a document, a question or a name goes into text runs, where nothing is markup;
// only our own words and addresses go where Teams reads markdown.

import type { Phrase } from '../../../src/answer/answer.ts'
import { addressOf, piecesOf } from '../../../src/answer/phrase.ts'
import { cut, cutWithin } from '../../../src/answer/text/plain.ts'
import type { OwnText, RichText, TextRun } from './card.ts'

/** Longest text of one element, in UTF-16 units. */
const TEXT = 3_000
/** A longer address is left out: it would eat the card. */
const ADDRESS = 2_000

type RunStyle = Pick<TextRun, 'weight' | 'size' | 'isSubtle' | 'color'>
type BlockStyle = Pick<RichText, 'spacing' | 'separator'>

/** A paragraph of anybody's words. */
export function words(text: string, style: RunStyle = {}, block: BlockStyle = {}): RichText {
  return { type: 'RichTextBlock', inlines: [run(text, style)], ...block }
}

/** A paragraph some of whose words lead somewhere: addresses come from `phrase.ts`, http(s) alone. */
export function phraseWords(
  phrase: Phrase,
  publicUrl: string | undefined,
  { mark = '', bold = false }: { readonly mark?: string; readonly bold?: boolean } = {},
): RichText {
  const style: RunStyle = bold ? { weight: 'Bolder' } : {}
  const inlines = piecesOf(phrase).map((piece): TextRun | string => {
    const address = typeof piece === 'string' ? undefined : addressOf(piece, publicUrl)
    if (typeof piece === 'string' || address === undefined || address.length > ADDRESS)
      return run(typeof piece === 'string' ? piece : piece.text, style, cutWithin)
    const words = cut(piece.text, TEXT) || ' '
    return { type: 'TextRun', text: words, ...style, selectAction: { type: 'Action.OpenUrl', url: address } }
  })
  return { type: 'RichTextBlock', inlines: [...(mark ? [mark] : []), ...inlines], spacing: 'Small' }
}

/** A quiet line close under what it is about. */
export function quiet(text: string): RichText {
  return words(text, { isSubtle: true }, { spacing: 'Small' })
}

/** A text without a style may stand by itself, which halves the size of a table. */
function run(text: string, style: RunStyle, fit = cut): TextRun | string {
  const words = fit(text, TEXT) || ' '
  return Object.keys(style).length ? { type: 'TextRun', text: words, ...style } : words
}

/** Our own words as markdown. Never hand in what a person or a document wrote, except through `escaped`. */
export function ours(text: string): OwnText {
  return { type: 'TextBlock', text, wrap: true, size: 'Small', spacing: 'Small' }
}

/** A markdown link with a label of ours; empty for an address that is not http(s). */
export function link(address: string, label: string): string {
  const url = URL.parse(address)
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return ''
  // A parenthesis, a space or an angle bracket would end the address early.
  const safe = url.href.replaceAll(
    /[()<>\s\\]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `[${escaped(label)}](${safe})`
}

/**
 * Markdown of Teams made harmless: for the few places that take no text run (labels of links, fallback texts).
 * Clients look for bare addresses after reading markdown: a space of no width keeps them words.
 */
export function escaped(text: string): string {
  return text
    .replaceAll('://', ':\u200b//')
    .replaceAll(/\bwww(?=\.)/giu, (www) => `${www}\u200b`)
    .replaceAll('@', '\u200b@\u200b')
    .replaceAll(/[\\`*_{}[\]()#+\-.!|~>]/gu, (character) => `\\${character}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
}

/** HTML made harmless, for previews. */
export function htmlEscaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
