// Words of which some lead to where they are said: made here, so that only web addresses ever become links.

import type { Entry } from '../domain/knowledge.ts'
import type { Link, Phrase } from './answer.ts'
import { ownPage, publisherLink } from './links.ts'

/** The words as a link; without an http(s) address just the words. `spelled`: plain text prints the address too. */
export function linkTo(text: string, address: string | undefined, spelled = false): Link | string {
  const url = address === undefined ? null : URL.parse(address)
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return text
  return { text, url: url.href, ...(spelled ? { spelled: true } : {}) }
}

/** The words as a link to where the entry stands. */
export function entryLink(text: string, entry: Entry): Link {
  const link = linkTo(text, publisherLink(entry))
  return { text, page: ownPage(entry), ...(typeof link === 'string' ? {} : { url: link.url }) }
}

/** The phrase in its pieces, empty ones left out. */
export function piecesOf(phrase: Phrase): readonly (string | Link)[] {
  return (typeof phrase === 'string' ? [phrase] : phrase).filter((piece) => piece !== '')
}

/** The words alone. */
export function wordsOf(phrase: Phrase): string {
  return piecesOf(phrase)
    .map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('')
}

/** Where a link leads: the publisher's page, else our own where the console can be reached; undefined for neither. */
export function addressOf({ url, page }: Link, publicUrl: string | undefined): string | undefined {
  return url ?? (publicUrl !== undefined && page !== undefined ? `${publicUrl}${page}` : undefined)
}
