// Questions to begin with: general ones as people type them, of which only those are shown that the loaded documents
// answer with a row, a statement or a list that really speaks of it; else one that quotes a row of the document.

import type { Entry, Knowledge } from '../domain/knowledge.ts'
import type { Inside } from './inside.ts'

interface General {
  /** With the place of the product's name. */
  readonly question: `${string}PRODUCT${string}`
  /** What the entry that answers has to say; every entry of a list. */
  readonly answeredBy: RegExp
  readonly isList?: true
}

const GENERAL: readonly General[] = [
  { question: 'who restores backups on PRODUCT?', answeredBy: /\b(?:restor|recover)\w*/iu },
  {
    question: 'how early is maintenance announced on PRODUCT?',
    answeredBy: /\bmaintenance\b.*\badvance\b|\badvance\b.*\bmaintenance\b/isu,
  },
  {
    question: 'who deletes our data when we leave PRODUCT?',
    answeredBy: /\b(?:destr|delet|eras)\w*\b.*\bdata\b/iu,
  },
  { question: 'what is ours to do before we subscribe to PRODUCT?', answeredBy: /./u, isList: true },
  { question: 'who renews the SSL certificate on PRODUCT?', answeredBy: /\brenew\w*\b.*\bcertificate/iu },
  { question: 'who installs security updates on PRODUCT?', answeredBy: /\bpatch/iu },
  { question: 'who migrates our data to PRODUCT?', answeredBy: /\bmigrat/iu },
  { question: 'who manages access rights on PRODUCT?', answeredBy: /\baccess\b/iu },
  { question: 'who provides the licences of PRODUCT?', answeredBy: /\blicen[cs]e/iu },
  { question: 'can we call support of PRODUCT by phone?', answeredBy: /\bphone/iu },
]

/** How many examples are not yet a list to read. */
const MOST = 4
/** Rows of a product that are tried for one to quote, and the length of one that is still a question (characters). */
const QUOTED = 5
const QUOTE_LENGTH = 60

type Given = Pick<Inside, 'knowledge' | 'resolver'>

const known = new WeakMap<Knowledge, readonly string[]>()

/** One question for each of the first products, each another where possible, then more of the same; none when nothing is answered. Looked for once a knowledge. */
export function examples(inside: Given): readonly string[] {
  const found = known.get(inside.knowledge) ?? find(inside)
  known.set(inside.knowledge, found)
  return found
}

function find({ knowledge, resolver }: Given): readonly string[] {
  const products = [...new Set(knowledge.documents.map(({ product }) => product))]
  const used = new Set<General>()
  const found: string[] = []
  for (let round = 0; round < MOST && found.length < MOST; round += 1) {
    for (const product of products) {
      if (found.length === MOST) break
      const fresh = [...GENERAL.filter((one) => !used.has(one)), ...(round ? [] : used)]
      const general = fresh.find((one) => isAnswered(asked(one, product), one, resolver))
      if (general) used.add(general)
      const question = general ? asked(general, product) : round ? undefined : quoting(product, knowledge, resolver)
      if (question !== undefined) found.push(question)
    }
  }
  return found
}

function asked({ question }: General, product: string): string {
  return question.replace('PRODUCT', () => product)
}

function isAnswered(question: string, { answeredBy, isList }: General, resolver: Inside['resolver']): boolean {
  const resolution = resolver.resolve(question)
  if (isList) return resolution.kind === 'list' && !resolution.scope.none && resolution.rows.length > 0
  const entries: readonly Entry[] =
    resolution.kind === 'answer' ? resolution.rows : resolution.kind === 'rule' ? resolution.rules : []
  const [first] = entries
  return first !== undefined && answeredBy.test(first.type === 'activity' ? first.text : first.quote)
}

/** Asks for a row in the document's own words, where that finds it. */
function quoting(product: string, { documents }: Knowledge, resolver: Inside['resolver']): string | undefined {
  const rows = documents
    .filter((document) => document.product === product)
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => (entry.type === 'activity' && entry.text.length <= QUOTE_LENGTH ? [entry] : []))
  for (const { id, text } of rows.slice(0, QUOTED)) {
    const question = `who is responsible for “${text}” on ${product}?`
    const resolution = resolver.resolve(question)
    if (resolution.kind === 'answer' && resolution.rows[0]?.id === id) return question
  }
  return undefined
}
