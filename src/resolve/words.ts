// Text to words: the one way that questions and rows are cut up, so that both meet in the same form.

import { stemmer } from 'stemmer'
import { lately } from './once.ts'

/** Chat noise that says nothing about the question: mentions, addresses, ticket numbers, clock times, emoji codes. */
const NOISE = [
  /<[@#!][^>\s]*>/g, // Slack's own form of a mention
  /https?:\/\/\S+/g,
  /\b[\w.+-]+@[\w-]+\.[\w.]+\b/g,
  /(^|\s)@[\w.-]+/g,
  /\b(?:inc|req|chg|case|ticket|cs|sr)[-_ ]?#?\d{3,}\b/gi,
  /#\d{3,}\b/g,
  /\b\d{1,2}(?::\d{2}|h\d{0,2})\s*(?:am|pm)?\b/gi,
  /\b\d{1,2}\s*(?:am|pm)\b/gi,
  /:[a-z0-9_+-]{2,}:/g,
]

/** American to British and other spellings that stemming does not bring together; applied before stemming. */
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'e-mail': 'email',
    'e-mails': 'emails',
    'back-up': 'backup',
    'back-ups': 'backups',
    'on-prem': 'onprem',
    'set-up': 'setup',
    'roll-back': 'rollback',
    'log-in': 'login',
    mails: 'mail',
    center: 'centre',
    centers: 'centres',
    datacenter: 'datacentre',
    datacenters: 'datacentres',
    license: 'licence',
    licenses: 'licences',
    licensing: 'licence',
    program: 'programme',
    catalog: 'catalogue',
    behavior: 'behaviour',
    color: 'colour',
    favor: 'favour',
    flavor: 'flavour',
    neighbor: 'neighbour',
    canceled: 'cancelled',
    fulfill: 'fulfil',
    gray: 'grey',
    defense: 'defence',
    vms: 'vm',
    dbs: 'db',
    softwares: 'software',
    datas: 'data',
    informations: 'information',
    equipments: 'equipment',
    hardwares: 'hardware',
  }),
)

/** "sev1", "Sev-2", "prio 3": the number stands alone, as it does in headings. */
const LEVEL = /\b(?:sev(?:erity)?|prio(?:rity)?)[ -]?([1-5])\b/g

const WORD = /[\p{L}\p{N}]+(?:[-'.&/+][\p{L}\p{N}]+)*/gu
/** The same for text in plain ASCII, which most is and which is read several times as fast. */
const ASCII_WORD = /[a-z0-9]+(?:[-'.&/+][a-z0-9]+)*/g
const ASCII = /^[\0-\x7f]*$/
const JOINT = /[-./+']/
/** Every noise has one of these characters. */
const NOISY = /[<@:#\d]/

/** Lower case, one form of quotes, chat noise removed, white space folded. Bounded: reads at most `LONGEST` characters. */
export function plain(text: string): string {
  // most texts that are cut up are plain words already, which no pattern below changes
  if (text.length <= LONGEST && /^[a-z]+(?: [a-z]+)*$/.test(text)) return text
  return cleaned(text)
}

const cleaned = lately((text: string): string => {
  const read = text.slice(0, LONGEST)
  let quiet = ASCII.test(read) ? read : read.normalize('NFKC')
  if (NOISY.test(quiet)) for (const pattern of NOISE) quiet = quiet.replace(pattern, ' ')
  return quiet
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(LEVEL, 'severity $1')
    .replace(/\s+/g, ' ')
    .trim()
})

/** A question longer than this is read up to here: a message that asks something does so early. */
export const LONGEST = 2_000

/** The words of a text in order, lower case, compound words cut at their joints unless known as one. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  const read = plain(text)
  for (const match of read.match(ASCII.test(read) ? ASCII_WORD : WORD) ?? []) {
    const known = SPELLINGS.get(match)
    if (known) words.push(known)
    else if (!JOINT.test(match)) words.push(match)
    else
      for (const part of match.split(/[-./+]|'(?=s\b|re\b|ve\b|ll\b|d\b|m\b|t\b)/))
        if (part) words.push(SPELLINGS.get(part) ?? part)
  }
  return words.includes('up') ? withBackUp(words) : words
}

/** What stands before "back up" when somebody does it; else something comes back: "until mail is back up". */
const DOER = new Set(
  'to who should must we you they i can could will would shall do does did not and or please never always customer client provider ovh'.split(
    ' ',
  ),
)

/** "who backs up", "we should back up" is a backup; "when is it back up" is not. */
function withBackUp(words: readonly string[]): string[] {
  const joined: string[] = []
  words.forEach((word, at) => {
    const previous = words[at - 1] ?? ''
    const verb = /^back(?:s|ed|ing)$/.test(previous) || (previous === 'back' && DOER.has(words[at - 2] ?? ''))
    if (word === 'up' && verb) joined.splice(-1, 1, 'backup')
    else joined.push(word)
  })
  return joined
}

/** Words that stemming would bring together with another of another meaning: a provider is not who provides. */
const WHOLE: ReadonlySet<string> = new Set(
  `provider customer manager managed operator engineer officer publisher consumer controller scheduler generator computer
accountable accountability accounting accountant performance response information general personal active activity`.split(
    /\s+/,
  ),
)

const stems = new Map<string, string>()

/** The stem of one lower-case word: endings off, `-ize` and `-ise` brought together. */
export function stemOf(word: string): string {
  // three letters have no ending to lose: "ups" is no "up", "use" no "us"
  if (word.length < 4) return word
  if (WHOLE.has(word)) return word
  if (word.endsWith('s') && WHOLE.has(word.slice(0, -1))) return word.slice(0, -1)
  const cached = stems.get(word)
  if (cached !== undefined) return cached
  const british = word.length > 5 ? word.replace(/iz(e|ed|es|er|ers|ing|ation|ations)$/, 'is$1') : word
  const stem = /\d/.test(british) ? british : stemmer(british)
  if (stems.size < STEMS_KEPT) stems.set(word, stem)
  return stem
}

/** Bounds the memory that strange input can claim. */
const STEMS_KEPT = 50_000

/** Words that carry no meaning of their own in a question about responsibility. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the of to for on in at by is are am be been being it its this that these those and or but nor we our ours us you your yours
they them their theirs he she his her i me my mine who whom whose which what when where why how do does did done doing has have had having
with from as if so than then too very just only also not no yes can could will would shall should must may might any some each every all both
there here about into up out off over down s t re ve ll d m don doesn didn isn aren won wouldn couldn shouldn hasn haven wasn weren ain cannot
example please pls plz hi hello hey hallo thanks thx thank cheers team guys folks morning evening afternoon good sorry quick question ok okay well
get gets got go goes going let lets make makes want wants need needs like know tell say says ask asked asking
one ones em thing things something somebody someone anyone anybody nobody everybody everyone side party responsible responsibility
accountable job duty task role owner owns whoever per via etc e g ie eg`
    .split(/\s+/)
    .filter(Boolean),
)
