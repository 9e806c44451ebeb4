// The words of AsciiDoc text with its inline markup removed.

import { fold } from './block.ts'

/** Attributes that stand for a character. */
const CHARACTERS: Readonly<Record<string, string>> = {
  nbsp: ' ',
  sp: ' ',
  empty: '',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  quot: '"',
  rsquo: '’',
  lsquo: '‘',
  plus: '+',
  vbar: '|',
  'two-colons': '::',
}

/** Plain words; `attributes` are the document's own (`:product: Box`), unknown ones stay as they are written. */
export function adocText(text: string, attributes: ReadonlyMap<string, string>): string {
  const words = text
    .replace(/\{([a-z0-9_-]{1,60})\}/gi, (whole, name: string) => attributes.get(name) ?? CHARACTERS[name] ?? whole)
    .replace(/\b(?:link|xref|mailto):[^\s[\]]{1,500}\[([^[\]]*)\]/g, '$1')
    .replace(/(https?:\/\/[^\s[\]]{1,500})\[([^[\]]*)\]/g, (_, url: string, name: string) => name || url)
    .replace(/<<[^<>,]{1,200},([^<>]{1,300})>>/g, '$1')
    .replace(/\^\[[^[\]^]{1,20}\]\^/g, '')
    .replace(/(?<![\p{L}\p{N}*])\*([^*\n]{1,500})\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_([^_\n]{1,500})_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/`([^`\n]{1,500})`/g, '$1')
    .replace(/ \+$/gm, '')
  return fold(words)
}
