// "And the customer?", "and OVHcloud?": which column of the rows before a follow-up means.

import { bareParty, isCustomer } from '../resolve/parties.ts'

const CUSTOMER = new Set(['customer', 'customers', 'client', 'clients', 'tenant'])
const PROVIDER = new Set(['provider', 'vendor', 'supplier', 'hoster', 'they', 'them', 'you', 'your', 'theirs', 'yours'])
/** What may stand beside a party that is asked for. */
const AROUND = new Set(['does', 'part', 'role', 'side', 'only', 'say', 'there', 'here', 'case'])
/** People shorten a company's name ("ovh"), but not to two letters. */
const SHORTEST_NAME = 3

/** The one party, as its column is named, that the words name and nothing else; undefined otherwise. */
export function partyNamed(words: readonly string[], parties: readonly string[]): string | undefined {
  const said = words.filter((word) => !AROUND.has(word)).join(' ')
  if (!said) return undefined
  const [exact] = parties.filter((party) => [party.toLowerCase(), bareParty(party)].includes(said))
  if (exact) return exact
  const side = CUSTOMER.has(said)
    ? parties.filter(isCustomer)
    : PROVIDER.has(said)
      ? parties.filter((party) => !isCustomer(party))
      : []
  const begun = said.length >= SHORTEST_NAME ? parties.filter((party) => bareParty(party).startsWith(said)) : []
  const [party, ...others] = side.length ? side : begun
  return others.length ? undefined : party
}
