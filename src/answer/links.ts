// Where a reader can check what we said: the publisher's page at the row, and our own page of the document.

import type { Entry } from '../domain/knowledge.ts'

/** Browsers look for the whole text; a long one is found by its beginning as well. */
const FRAGMENT_LENGTH = 200

/** The words of an entry that stand on the publisher's page in one piece. */
function landmark(entry: Entry): string {
  const words = entry.type === 'activity' ? entry.text : (entry.quote.split('\n')[0] ?? '')
  if (words.length <= FRAGMENT_LENGTH) return words
  const cut = words.slice(0, FRAGMENT_LENGTH)
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), FRAGMENT_LENGTH / 2)).toWellFormed()
}

/**
 * The publisher's page with a text fragment that marks the entry; undefined when no page is known.
 * `-`, `,` and `&` are syntax inside a text directive and are always encoded
 * (https://wicg.github.io/scroll-to-text-fragment/#syntax).
 */
export function publisherLink(entry: Entry): string | undefined {
  const { url } = entry.source
  if (!url) return undefined
  const words = landmark(entry).trim().toWellFormed()
  if (!words) return url
  const directive = `:~:text=${encodeURIComponent(words).replaceAll('-', '%2D')}`
  return url.includes('#') ? `${url}${directive}` : `${url}#${directive}`
}

/** Path of our own page of the entry's document, at the entry: the part of its id after `#` is the element's id. */
export function ownPage(entry: Entry): string {
  const at = entry.id.indexOf('#')
  const row = at < 0 ? '' : entry.id.slice(at + 1)
  return `/documents/${encodeURIComponent(entry.document.toWellFormed())}${row ? `#${encodeURI(row.toWellFormed())}` : ''}`
}
