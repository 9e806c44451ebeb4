// What may reach a screen: printable text. Documents and questions come from anywhere, and an escape
// sequence or a direction override in them must not move the reader's cursor or turn a sentence round.

/** Control characters, and the invisible marks that reorder text (Unicode bidirectional controls). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** The text without anything that a terminal would act on; line breaks stay, tabs become spaces. */
export function printable(text: string): string {
  return text.toWellFormed().replaceAll('\t', ' ').replace(UNPRINTABLE, '')
}

/** At most `limit` UTF-16 units by whole characters, cut with an ellipsis; control and direction marks removed. */
export function cut(text: string, limit: number): string {
  const kept = text.toWellFormed().replace(UNPRINTABLE, '').trim()
  if (kept.length <= limit) return kept
  const head = kept
    .slice(0, limit - 1)
    .toWellFormed()
    .replace(/\ufffd$/u, '')
  return `${head.trimEnd()}…`
}

/** The same for words that stand between others: a space at either end stays, and there is one at least. */
export function cutWithin(text: string, limit: number): string {
  const kept = cut(text, limit - 2)
  if (!kept) return ' '
  return `${/^\s/u.test(text) ? ' ' : ''}${kept}${/\s$/u.test(text) ? ' ' : ''}`
}
