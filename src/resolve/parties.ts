// Which parties a question names: columns of the loaded documents by their names, and the two sides that people call
// "we" and "they". What is asked of them is the concern of letter-tests.ts.

/** Sides of a document: people say "we" and "they" where its columns have names. */
export type Side = 'customer' | 'provider'

/** Whom a question means: one column, or whoever stands on a side. */
export interface Who {
  readonly party?: string
  readonly side?: Side
}

export interface Mention {
  readonly who: Who
  /** Offsets in the text. */
  readonly from: number
  readonly to: number
  /** A pronoun may belong to the story ("we're leaving"); a name is meant. */
  readonly by: 'name' | 'pronoun'
}

const CUSTOMER_PARTY = /\b(customer|client|tenant|user|business|buyer|subscriber)/i
const PROVIDER_PARTY = /\b(provider|vendor|supplier|hoster|host)/i

/** Whether a column is the customer's, by its name. */
export function isCustomer(party: string): boolean {
  return CUSTOMER_PARTY.test(party)
}

const SIDES: readonly (readonly [side: Side, by: Mention['by'], pattern: RegExp])[] = [
  [
    'customer',
    'name',
    /\b(customer|client|tenant|subscriber)s?( s)?\b(?! (information|is|data|service|area|s? ?data)\b)/g,
  ],
  ['provider', 'name', /\b(provider|vendor|supplier|hoster|host)s?( s)?\b/g],
  ['customer', 'pronoun', /\b(we|us|ours?|ourselves|i|my|mine|me)\b/g],
  ['provider', 'pronoun', /\b(you|yours?|yourselves|they|theirs?|them)\b/g],
]

/** Polite frames and asides whose pronouns are nobody's duty; blanked before parties are read. */
const FRAMES = [
  /\b(give|show|tell|list|send|print|get|run|walk|gim|remind) (me|us)\b|\bgimme\b/g,
  /\b(i|we) (just |only |also |really )*(need|want|d like|would like|am looking|m looking|wonder|mean)\b( to (know|see))?/g,
  /\b(can|could|would|will) you( please)?\b|\byou (have|got|know|can find)\b|\blet (me|us)\b|\bhelp (me|us)\b/g,
  /\b(once|when|while|if|after|before|until|because|since|now) (we|i|you|they) (?!(are |re |m )?(only|just|merely|consulted|informed|accountable|told|notified|hold|have|carry))\w+/g,
  /\b(after|before) (our|my|their|your) \w+/g,
  /\b(for|to) (me|us)\b(?= (when|while|if|once|on|in|as|please|pls)\b)/g,
  /\bwho (does|do|has|have) (them|it)\b|\b(of|all) them\b/g,
  /\bbetween (us|them|you) and (us|them|you|\w+)\b/g,
]

/** The text with its frames blanked out: offsets stay. */
export function withoutFrames(text: string): string {
  return FRAMES.reduce((left, frame) => left.replace(frame, (found) => ' '.repeat(found.length)), text)
}

/**
 * Every mention, left to right, not overlapping.
 * @param text Words in lower case with single spaces between them.
 * @param providers Companies that publish the documents; the short form that people use of them is known by its start.
 */
export function mentionsOf(text: string, parties: readonly string[], providers: readonly string[]): readonly Mention[] {
  const bare = withoutFrames(text)
  const found: Mention[] = []
  const add = (mention: Mention): void => {
    if (!found.some(({ from, to }) => mention.from < to && from < mention.to)) found.push(mention)
  }
  const all = (who: Who, by: Mention['by'], pattern: RegExp): void => {
    for (const match of bare.matchAll(pattern)) add({ who, by, from: match.index, to: match.index + match[0].length })
  }
  for (const party of parties) {
    const name = party
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .replace(/ (role|team)$/, '')
      .trim()
    const sameSide = parties.filter((other) => isCustomer(other) === isCustomer(party)).length === 1
    if (name) all(sameSide ? sideOf(party) : { party }, 'name', nameAsParty(name))
  }
  for (const provider of providers) {
    const columns = parties.filter((party) => !isCustomer(party))
    const column = columns.find((party) => party.toLowerCase() === provider.toLowerCase() || PROVIDER_PARTY.test(party))
    all(column && columns.length > 1 ? { party: column } : { side: 'provider' }, 'name', companyAsParty(provider))
  }
  for (const [side, by, pattern] of SIDES) {
    const columns = parties.filter((party) => !isCustomer(party))
    const column = columns.find((party) => PROVIDER_PARTY.test(party))
    all(side === 'provider' && column && columns.length > 1 ? { party: column } : { side }, by, pattern)
  }
  return found.toSorted((a, b) => a.from - b.from)
}

const sideOf = (party: string): Who => ({ side: isCustomer(party) ? 'customer' : 'provider' })

/** "customer data" is no customer who does something. */
const ADJUNCT = '(?! (information|is|data|service|software|area)\\b)'

function nameAsParty(name: string): RegExp {
  return new RegExp(`\\b${escaped(name)}s?( s)?\\b${ADJUNCT}`, 'g')
}

/** A company is a party where it does or has something, as products carry its name too: "does Acme", "Acme must". */
function companyAsParty(provider: string): RegExp {
  const name = provider.toLowerCase()
  const short = [...name].map((_, end) => name.slice(0, end + 1)).filter((start) => start.length >= 3)
  const forms = short.toReversed().map(escaped).join('|')
  const verb =
    '(s|does|do|must|has|have|is|are|should|will|only|just|merely|simply|alone|itself|still|column|holds?|carries|carry|wants?|needs?|takes?|part|role|side|as|row|column|cell|duties|tasks|and|i|a|c|r|ra|stays?|keeps?|s plate)'
  const before =
    '(does|do|must|is|are|by|should|will|has|have|did|consults?|informs?|asks?|tells?|as|only|without|no|any|with|purely|solely)'
  return new RegExp(`\\b(${forms})s?\\b(?= ${verb}\\b|$)|(?<=\\b${before} )(${forms})s?\\b`, 'g')
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
