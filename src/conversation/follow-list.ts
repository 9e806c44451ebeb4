// "And in changes?" after a list: the same party's rows of another section; "and OVHcloud?": another party's of the same.

import type { Letter } from '../domain/raci.ts'
import type { Resolution } from '../domain/resolution.ts'
import { isCustomer } from '../resolve/parties.ts'
import type { Inside } from './inside.ts'
import { partyNamed } from './party-named.ts'

type Listed = Extract<Resolution, { kind: 'list' }>

/** The list that the words turn the one before into; undefined when that makes no list. */
export function followList(
  rest: readonly string[],
  before: Listed,
  { resolver, knowledge }: Inside,
): Resolution | undefined {
  const products = new Set(before.rows.map((row) => row.product))
  const [product] = products
  if (product === undefined || products.size > 1) return undefined
  const parties = knowledge.documents.flatMap((document) => (document.product === product ? document.parties : []))
  const named = partyNamed(rest, parties)
  const party = named ?? partyOf(before.scope.party, parties)
  const place = named === undefined ? rest.join(' ') : placeOf(before)
  if (!place) return undefined
  const heading = place.replace(/^(?:in|during|about|on|for|section)\s+/u, '')
  const question = party
    ? `what ${heldBy(party, before.scope.letters)} in ${heading} on ${product}`
    : `list all activities in ${heading} on ${product}`
  const found = resolver.resolve(question)
  // "What about backups?" names no section: that is a question about one row, as likely as not.
  return found.kind === 'list' && (named !== undefined || found.scope.section !== undefined) ? found : undefined
}

/** The column for what the scope calls by its side. */
function partyOf(party: string | undefined, parties: readonly string[]): string | undefined {
  if (party === undefined) return undefined
  const exact = parties.find((one) => one.toLowerCase() === party.toLowerCase())
  if (exact) return exact
  const [only, ...others] = parties.filter((one) => isCustomer(one) === isCustomer(party))
  return others.length ? undefined : only
}

function placeOf({ scope }: Listed): string | undefined {
  return scope.section?.replace(/^[\d.\s]+/u, '') ?? scope.topic
}

function heldBy(party: string, letters: readonly Letter[] | undefined): string {
  switch (letters?.join('')) {
    case 'A':
      return `is ${party} accountable for`
    case 'R':
      return `is ${party} responsible for`
    case 'C':
      return `is ${party} consulted on`
    case 'I':
      return `is ${party} informed of`
    default:
      return `does ${party} have to do`
  }
}
