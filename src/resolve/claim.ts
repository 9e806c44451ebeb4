// Questions that want a yes or a no: what they suppose of whom. "Do we have to restore it" supposes that the customer
// does; "is OVHcloud accountable for it" that OVHcloud is. What is not certainly such a question supposes nothing.

import { ANYONE, type Claim } from '../domain/resolution.ts'
import { affirmed, denied, REALLY } from './claim-denied.ts'
import { ADVERBS, doPart, isPart, mayPart, TELLS } from './claim-part.ts'
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
  const { clauses, isDenied } = asked(
    text
      .split(/[.?!;:,()]+|\s[-–—]+\s/)
      .map(opened)
      .map(affirmed)
      .filter(Boolean),
    REALLY.test(said),
  )
  const read = clauses.map((clause) => ({ clause, found: supposed(clause) }))
  const found = read.flatMap((one) => one.found ?? [])
  const [first] = found
  const party = first && (first.column === parties.length ? ANYONE : parties[first.column])
  if (!first || party === undefined) return undefined
  if (found.some((other) => other.column !== first.column || other.part !== first.part)) return undefined
  if (read.some(({ clause, found: here }) => (here ? UNSURE : ASKS_MORE).test(clause.replace(/^.*?\bnot sure /, ''))))
    return undefined
  return {
    party,
    part: first.part,
    ...(first.object ? { object: true as const } : {}),
    ...(first.may ? { may: true as const } : {}),
    ...(isDenied ? { denied: true as const } : {}),
  }
}

/** Most questions: no need to look closer; "can you" asks the bot. */
const WANTS_MORE = /^(?:and |so )?(?:who|whom|whose|what|which|how|why|where|list|show|compare)\b|\b(?:can|may) you\b/

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

/** The clauses with the statement that is asked about as a question. @param isOpen The last one is a question, though it may have the form of a statement. */
function asked(clauses: readonly string[], isOpen: boolean): { clauses: readonly string[]; isDenied: boolean } {
  const isTagged = clauses.length > 1 && TAG.test(clauses.at(-1) ?? '')
  const statement = clauses.at(isTagged ? -2 : -1)
  if (statement === undefined || !(isTagged || (isOpen && STATED.test(statement)))) return { clauses, isDenied: false }
  const { statement: said, isDenied } = denied(statement)
  const question = inverted(said)
  const rest = clauses.slice(0, isTagged ? -2 : -1)
  return { clauses: [...rest, question ?? statement], isDenied: isDenied && question !== undefined }
}

/** "We have to patch it?", "it is OVHcloud who does?" */
const STATED = /^(?:@\d(?!'s)|it|that) /

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
    if (part) return { column: Number(column), part, ...(/^(?:can|may)$/.test(aux) ? { may: true as const } : {}) }
  }
  return undefined
}

/** A statement as a question: "it is us who" as "is it us who", "we have to" as "do we have to". */
function inverted(statement: string): string | undefined {
  if (/^(?:@\d|.{1,60}?) (?:is|are|am)\b/.test(statement)) return statement.replace(/^(.*?) (is|are|am)\b/, '$2 $1')
  if (/^@\d (?:have|has|need|needs|ought) to\b/.test(statement))
    return statement.replace(/^(@\d) \w+ to/, 'do $1 have to')
  if (/^do @\d /.test(statement)) return statement
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
      `${BEFORE}(?<aux>is|are|am|isn't|aren't|do|does|don't|doesn't|must|should|shall|will|can|may) @(?<column>\\d)(?!')(?: (?<rest>.*))?$`,
    ),
    (rest, aux) => {
      if (/^(?:is|are|am)/.test(aux)) return isPart(rest)
      return /^(?:can|may)$/.test(aux) ? mayPart(rest) : doPart(rest, aux)
    },
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
  const names = new Map(shortNames(parties))
  for (const [column, party] of parties.entries()) for (const name of namesOf(party)) names.set(name, `@${column}`)
  for (const name of ANY) if (parties.length < MOST_COLUMNS) names.set(name, `@${parties.length}`)
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

/** A column behind the last stands for whoever it may be; columns are told apart by one digit. */
const ANY = ['anybody', 'anyone', 'somebody', 'someone', 'any party']
const MOST_COLUMNS = 10

/** "Support" for "Support desk", where no other column begins so. */
function shortNames(parties: readonly string[]): readonly (readonly [name: string, mark: string])[] {
  const first = parties.map((party) => /^\p{L}{3,}(?= \p{L})/u.exec(bareParty(party))?.[0])
  return first.flatMap((name, column) => {
    const isOwn = name !== undefined && !STOP_WORDS.has(name) && !COMMON.has(name)
    const others = parties.filter((party) => bareParty(party).split(' ')[0] === name)
    return isOwn && others.length === 1 ? [[name, `@${column}`] as const] : []
  })
}

/** What a party's name may begin with and says nothing of it. */
const COMMON = new Set('all any our your the new other head lead local global senior internal external'.split(' '))

function namesOf(party: string): readonly string[] {
  return [...new Set([party.toLowerCase(), bareParty(party)])].filter((name) => name && !STOP_WORDS.has(name))
}

/** People shorten a company's name ("ovh"), but not to two letters. */
const SHORTEST_COMPANY = 3

function beginnings(company: string): readonly string[] {
  const name = company.toLowerCase()
  return [...name].map((_, end) => name.slice(0, end + 1)).filter((start) => start.length >= SHORTEST_COMPANY)
}
