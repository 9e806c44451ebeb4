// What a person typed, without Teams' markup. The bot's own mention goes; other people's names stay.

import type { TeamsActivity } from './activity.ts'

type Spoken = Pick<TeamsActivity, 'text' | 'html' | 'mentions' | 'recipient'>

const MENTION = /<at\b[^<>]*>(?<name>.*?)<\/at>/gisu

/** The words of a message. Teams may send null, or split one mention over several entities. */
export function readText({ text, html, mentions, recipient }: Spoken): string {
  const source = text || html || ''
  const open = mentions.map((mention) => ({ ...mention, name: nameOf(mention.text) || nameOf(mention.name) }))
  const tagged = source.replaceAll(MENTION, (_whole, inner: string) => {
    const name = nameOf(inner)
    const at = open.findIndex((mention) => mention.name === name)
    const [mention] = at < 0 ? [] : open.splice(at, 1)
    return mention?.id === recipient.id ? ' ' : ` ${inner} `
  })
  const bare = open.filter(({ id, text: words }) => id === recipient.id && words && !words.includes('<at'))
  const rest = bare.reduce((words, mention) => words.replace(mention.text, () => ' '), tagged)
  return readHtml(rest)
}

/** The words of HTML: line ends for blocks, entities decoded, white space folded. */
export function readHtml(html: string): string {
  const plain = html
    .replaceAll(/<(?:br|\/p|\/div|\/li|\/tr|\/h\d)\b[^<>]*>/giu, '\n')
    .replaceAll(/<\/?[a-z][^<>]*>/giu, ' ')
  return decoded(plain)
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/ ?\n[ \n]*/gu, '\n')
    .trim()
}

function nameOf(text: string): string {
  return readHtml(text).toLowerCase()
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', amp: '&' }

/** Each entity once: `&amp;lt;` is the text `&lt;`. */
function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,5}));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : ''
  })
}

/** True for "??", emoji alone, nothing at all. */
export function isNoise(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text)
}
