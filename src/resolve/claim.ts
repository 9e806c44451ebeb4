// Questions that want a yes or a no: what they suppose of whom. "Do we have to restore it" supposes that the customer
// does; "is OVHcloud accountable for it" that OVHcloud is. What is not certainly such a question supposes nothing.

import type { Claim } from '../domain/resolution.ts'
import { ADVERBS, doPart, isPart, TELLS } from './claim-part.ts'
import { bareParty, isCustomer } from './parties.ts'
import { plain, STOP_WORDS } from './words.ts'

/**
 * What the question supposes; undefined where it is not certain.
 * @param parties Columns of the row that was found.
 * @param provider The company behind the product.
 */
export function claimOf(question: string, parties: readonly string[], provider?: string): Claim | undefined {
  const said = plain(question)
  if (WANTS_MORE.test(said)) return undefined
  const text = marked(said, parties, provider).replace(/\s*,?\bor not\b/g, '')
  if (OR_ANOTHER.test(text)) return undefined
  const clauses = asked(
    text
      .split(/[.?!;:,()]+|\s[-–—]+\s/)
      .map(opened)
      .filter(Boolean),
  )
  const read = clauses.map((clause) => ({ clause, found: supposed(clause) }))
  const found = read.flatMap((one) => one.found ?? [])
  const [first] = found
  const party = first && parties[first.column]
  if (!first || party === undefined) return undefined
  if (found.some((other) => other.column !== first.column || other.part !== first.part)) return undefined
  if (read.some(({ clause, found: here }) => (here ? UNSURE : ASKS_MORE).test(clause.replace(/^.*?\bnot sure /, ''))))
    return undefined
  return { party, part: first.part, ...(first.object ? { object: true as const } : {}) }
}

/** Most questions: no need to look closer. */
const WANTS_MORE = /^(?:and |so )?(?:who|whom|whose|what|which|how|why|where|list|show|compare)\b/

interface Supposed extends Omit<Claim, 'party'> {
  readonly column: number
}

/** "…, or does OVH?" */
const OR_ANOTHER = /[,;.?!] *(?:or|and) (?:(?:is|are|am|does|do|must|should|shall|will|can) )?(?:it |that |this )?@\d/
/** Another question beside it, or one of two sides. */
const ASKS_MORE = /\b(?:who|whom|whose|what|which|how|why)\b|^(?:and|or)\b.*@\d/
const UNSURE =
  /\b(?:not|never|only|just|merely|solely|purely|both|either|neither|except|alone|instead|jointly|rather)\b|@\d(?:'s)? (?:and|or) @\d|\bor (?:(?:by|on|with|to|for|is|are) )?@\d|\b(?:or|and) (?:is|are|am|does|do|must|should|can|will|who|which|that|it|others?|some(?:body|one)|any(?:body|one)|nobody|(?:as )?consulted|(?:as )?informed|accountable|responsible)\b/

const OPENING =
  /^(?:(?:hi|hello|hey|dear|team|all|so|and|but|or|ok|okay|well|also|then|please|pls|now|again|btw|fyi|sorry|urgent|quick|question|one|just|check|checking|to be sure|actually) )+/

const opened = (clause: string): string => clause.trim().replace(OPENING, '')

/** "We restore it ourselves, right?": the statement before such a tag is asked. */
const TAG =
  /^(?:right|correct|yes|no|true|(?:is|isn't|are|aren't|do|don't|does|doesn't|must|mustn't) (?:it|that|@\d)|is that (?:right|correct|so))$/

function asked(clauses: readonly string[]): readonly string[] {
  const statement = clauses.at(-2)
  return statement !== undefined && TAG.test(clauses.at(-1) ?? '')
    ? [...clauses.slice(0, -2), inverted(statement) ?? statement]
    : clauses
}

/** "know if we have to", "whether it is us who" */
const INDIRECT =
  /\b(?:(?:know|tell|wonder|wondering|sure|unsure|check|confirm|say|see|clear|asking|asks|clarify)(?: @\d)? if|whether) (?<statement>.*)$/

function supposed(clause: string): Supposed | undefined {
  const statement = INDIRECT.exec(clause)?.groups?.statement
  if (statement !== undefined) {
    const turned = inverted(statement)
    return turned === undefined ? undefined : supposed(turned)
  }
  for (const [pattern, partOf] of FORMS) {
    const { before = '', column, rest = '', aux = '' } = pattern.exec(clause)?.groups ?? {}
    if (column === undefined || (before && !CIRCUMSTANCE.test(before))) continue
    const told = /^(?:do|must|should|shall)/.test(aux) ? TELLS.exec(rest)?.groups : undefined
    if (told?.whom) return { column: Number(told.whom), part: told.asks ? 'consulted' : 'informed', object: true }
    const part = partOf(rest, aux)
    if (part) return { column: Number(column), part }
  }
  return undefined
}

/** A statement as a question: "it is us who" as "is it us who", "we have to" as "do we have to". */
function inverted(statement: string): string | undefined {
  if (/^(?:@\d|.{1,60}?) (?:is|are|am)\b/.test(statement)) return statement.replace(/^(.*?) (is|are|am)\b/, '$2 $1')
  if (/^@\d (?:have|has|need|needs|ought) to\b/.test(statement))
    return statement.replace(/^(@\d) \w+ to/, 'do $1 have to')
  if (/^@\d (?:must|should|shall|will)\b/.test(statement)) return statement.replace(/^(@\d) (\w+)/, '$2 $1')
  return undefined
}

/** What may stand before the verb without asking for something else: "when a disk fails, do we …". */
const CIRCUMSTANCE =
  /^(?:when|if|once|after|before|during|in|on|for|with|at|as|while|since|because)\b(?!.*\b(?:who|whom|whose|what|which|how|why|where)\b)(?! *$).* \S+$/

const JOBS =
  '(?:job|jobs|problem|responsibility|responsibilities|task|duty|turn|call|concern|business|part|work|obligation|side)'
/** Where and when may follow; nothing else that would change the meaning. */
const WHERE = '(?: (?:on|for|in|with|at|of|to|during|when|after|before|once|if|under)\\b.*)?$'
const THING = "(?!(?:it|this|that|there)\\b)(?:(?!\\b(?:who|what|which|how|why)\\b|@\\d(?!'s)).)+?"
const BEFORE = '^(?:(?<before>.*?) )?'

type Form = readonly [pattern: RegExp, part: (rest: string, aux: string) => Claim['part'] | undefined]

const FORMS: readonly Form[] = [
  // "do we have to", "must the customer", "is OVHcloud accountable for"
  [
    new RegExp(
      `${BEFORE}(?<aux>is|are|am|isn't|aren't|do|does|don't|doesn't|must|should|shall|will) @(?<column>\\d)(?!')(?: (?<rest>.*))?$`,
    ),
    (rest, aux) => (/^(?:is|are|am)/.test(aux) ? isPart(rest) : doPart(rest, aux)),
  ],
  // "is it us who", "is that on us", "is it OVHcloud"
  [
    new RegExp(
      `${BEFORE}(?:is|isn't) (?:it|this|that)${ADVERBS}(?: (?:on|up to|down to|left to|with))? @(?<column>\\d)(?:(?: (?:who|that))?(?<rest> .*)|)$`,
    ),
    (rest) => cleftPart(rest.trim()),
  ],
  // "is it our job to", "is patching the system theirs", "are updates the customer's responsibility"
  [
    new RegExp(`${BEFORE}(?:is|isn't) (?:it|this|that)${ADVERBS} @(?<column>\\d)'s(?: ${JOBS})?${WHERE}`),
    () => 'doing',
  ],
  [new RegExp(`^(?:is|are|isn't|aren't) ${THING} @(?<column>\\d)'s(?: ${JOBS})?${WHERE}`), () => 'doing'],
  [new RegExp(`^(?:is|are|isn't|aren't) ${THING} (?:on|up to|down to|left to) @(?<column>\\d)${WHERE}`), () => 'doing'],
  // "are backups done by OVHcloud", "does patching fall on us"
  [
    new RegExp(
      `^(?:is|are|isn't|aren't|does|do) ${THING} (?:\\w+ed|done|made|kept|run|set up|taken care of|carried out) by @(?<column>\\d)${WHERE}`,
    ),
    () => 'doing',
  ],
  [
    new RegExp(
      `^(?:does|do) (?<aux>${THING}) (?:fall|lie|rest|sit|belong|stay|land|remain)s? (?:on|to|with|under|in) @(?<column>\\d)(?:'s \\w+)?${WHERE}`,
    ),
    (_, thing) => (/^(?:the )?(?:a|accountability)\b/.test(thing) ? 'accountable' : 'doing'),
  ],
]

/** After "is it us": nothing, "who …", "to …", or where and when. */
function cleftPart(rest: string): Claim['part'] | undefined {
  const verb = /^(?<is>is|are|gets?|has to be|must be) (?<what>.*)$/.exec(rest)?.groups
  if (verb?.what !== undefined) return isPart(verb.what)
  if (/^answers? for\b/.test(rest)) return 'accountable'
  return 'doing'
}

/** The text with each party as `@` and its column, `@0's` where something is theirs; short forms of verbs spelt out. */
function marked(text: string, parties: readonly string[], provider?: string): string {
  const names = new Map(parties.flatMap((party, column) => namesOf(party).map((name) => [name, `@${column}`] as const)))
  const owners = new Map<string, string>()
  for (const side of SIDES) {
    const columns = parties.filter((party) => isCustomer(party) === side.isCustomer)
    const column = columns.length === 1 ? parties.indexOf(columns[0] ?? '') : -1
    if (column < 0) continue
    for (const name of side.names) names.set(name, `@${column}`)
    for (const name of side.owners) owners.set(name, `@${column}'s`)
    if (!side.isCustomer && provider) for (const name of beginnings(provider)) names.set(name, `@${column}`)
  }
  const all = [...names.keys(), ...owners.keys()].toSorted((a, b) => b.length - a.length)
  if (!all.length) return ''
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:(?:the|our|your|a|an) )?(?<name>${all.map(RegExp.escape).join('|')})(?<own>'s)?(?![\\p{L}\\p{N}-])`,
    'gu',
  )
  return text
    .replaceAll(/\b(we|they|you)'re\b/g, '$1 are')
    .replaceAll(/\bi'm\b/g, 'i am')
    .replaceAll(/\b(it|that)'s\b/g, '$1 is')
    .replaceAll(pattern, (...match) => {
      const { name = '', own = '' } = match.at(-1) as Partial<Record<string, string>>
      return owners.get(name) ?? `${names.get(name)}${own}`
    })
    .replaceAll(/(@\d)(?:'s)? (?:team|side|company|people|folks|guys|staff)\b/g, '$1')
}

const SIDES = [
  {
    isCustomer: true,
    names: ['we', 'us', 'i', 'me', 'ourselves', 'customer', 'customers', 'client', 'clients', 'tenant', 'subscriber'],
    owners: ['our', 'ours', 'my', 'mine'],
  },
  {
    isCustomer: false,
    names: ['you', 'they', 'them', 'provider', 'vendor', 'supplier', 'hoster'],
    owners: ['your', 'yours', 'their', 'theirs'],
  },
] as const

function namesOf(party: string): readonly string[] {
  return [...new Set([party.toLowerCase(), bareParty(party)])].filter((name) => name && !STOP_WORDS.has(name))
}

/** People shorten a company's name ("ovh"), but not to two letters. */
const SHORTEST_COMPANY = 3

function beginnings(company: string): readonly string[] {
  const name = company.toLowerCase()
  return [...name].map((_, end) => name.slice(0, end + 1)).filter((start) => start.length >= SHORTEST_COMPANY)
}
