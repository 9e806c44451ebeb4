// The practice questions and the documents they ask about, brought together: what there is to learn from.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Document, Entry } from '../../src/domain/knowledge.ts'
import { textOf } from '../../src/resolve/entry-features.ts'
import { plain, wordsOf } from '../../src/resolve/words.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** `HOLD=author,…`: questions of these authors or documents are held back to check what was learned. */
const HELD = new Set((process.env.HOLD ?? '').split(',').filter(Boolean))

export interface Example {
  /** Without the product's names: the product is known before rows are ranked. */
  readonly question: string
  /** Positions of the right entries, none for an activity that its document lacks; and of all that compete. */
  readonly right: readonly number[]
  readonly among: readonly number[]
}

export interface Unanswerable {
  readonly question: string
  /** A trap quotes a row and asks another thing about it; lacking is an activity that the document does not have. */
  readonly kind: 'unanswerable' | 'trap' | 'lacking'
}

export interface Practice {
  readonly entries: readonly Entry[]
  readonly examples: readonly Example[]
  readonly held: readonly Example[]
  readonly unanswerable: readonly Unanswerable[]
  /** Every name of every product, plain. */
  readonly names: readonly string[]
}

export interface Line {
  readonly kb?: string
  readonly author?: string
  readonly kind?: string
  readonly doc?: string
  readonly activity?: string
  readonly questions?: readonly string[]
  readonly question?: string
  readonly expect?: string
  readonly facts?: readonly string[]
  readonly gold?: ReadonlyArray<{
    readonly doc: string
    readonly activity?: string
    readonly facts?: readonly string[]
  }>
}

/** Questions of the shared sets are learned from too, `dev.jsonl` never: it is the check. */
const SETS = ['dev-2.jsonl', 'dev-3.jsonl', 'dev-4.jsonl', 'practice/special.jsonl']

export async function readPractice(documents: readonly Document[]): Promise<Practice> {
  const entries = documents.flatMap((document) => document.entries)
  const byDocument = Map.groupBy(
    entries.map((_, at) => at),
    (at) => entries[at]?.document ?? '',
  )
  const namesOf = new Map(documents.map((one) => [one.id, [one.product, ...one.aliases].map(plain)]))
  const brandsOf = brands(documents)
  const everyBrand = new Set([...brandsOf.values()].flatMap((words) => [...words]))
  const examples: Example[] = []
  const held: Example[] = []
  const unanswerable: Unanswerable[] = []
  const rows = (doc: string, activity = ''): readonly number[] =>
    (byDocument.get(doc) ?? []).filter((at) => {
      const entry = entries[at]
      return entry?.type === 'activity' && folded(entry.text) === folded(activity)
    })
  const rules = (doc: string, facts: readonly string[]): readonly number[] =>
    (byDocument.get(doc) ?? []).filter((at) => {
      const entry = entries[at]
      return (
        entry?.type === 'rule' &&
        facts.filter((fact) => folded(entry.quote).includes(folded(fact))).length * 2 >= facts.length
      )
    })
  const example = (doc: string, question: string, right: readonly number[]): Example => {
    const bare = (namesOf.get(doc) ?? []).reduce((text, name) => text.replaceAll(name, ' '), plain(question))
    return { question: without(bare, brandsOf.get(doc)), right, among: byDocument.get(doc) ?? [] }
  }
  const add = (author: string, doc: string, question: string, right: readonly number[]): void => {
    if (!right.length) return
    const into = HELD.has(author) || HELD.has(doc) ? held : examples
    into.push(example(doc, question, right))
  }

  for (const { author = '', doc = '', activity, questions = [] } of await lines('practice/rows.jsonl'))
    for (const question of questions) add(author, doc, question, rows(doc, activity))
  // a question about another product is a fair one: its product makes it unanswerable, not its words
  for (const { kind, author = '', doc = '', question = '' } of await lines('practice/unanswerable.jsonl'))
    if (kind !== 'otherproduct' && !HELD.has(author) && !HELD.has(doc)) {
      const lacking = kind === 'nearmiss' && byDocument.has(doc)
      if (lacking) examples.push(example(doc, question, []))
      const said = lacking ? without(question, brandsOf.get(doc)) : without(question, everyBrand)
      unanswerable.push({ question: said, kind: kind === 'trap' ? 'trap' : lacking ? 'lacking' : 'unanswerable' })
    }
  for (const file of SETS) {
    const author = file.replace('.jsonl', '')
    for (const {
      question = '',
      expect,
      gold = [],
      doc = gold[0]?.doc ?? '',
      facts = gold[0]?.facts ?? [],
    } of await lines(file)) {
      if (expect === 'answer')
        add(
          author,
          doc,
          question,
          gold.filter((one) => one.doc === doc).flatMap((one) => rows(doc, one.activity)),
        )
      // the shipped document restates the publisher's: a fact that stands in both makes the question one on both
      if (expect === 'rule')
        for (const edition of [doc, `shipped:${doc}`]) add(author, edition, question, rules(edition, facts))
      if (expect === 'unknown' && !HELD.has(author)) unanswerable.push({ question, kind: 'unanswerable' })
    }
  }
  return { entries, examples, held, unanswerable, names: [...new Set([...namesOf.values()].flat())] }
}

/**
 * Words of the names of each document's product and parties that no row holds, and their initials: they say which
 * product is meant, nothing of a row, and another product may be called so.
 */
function brands(documents: readonly Document[]): ReadonlyMap<string, ReadonlySet<string>> {
  const inRows = new Set(
    documents.flatMap(({ entries }) => entries.flatMap((entry) => [textOf(entry), ...entry.section].flatMap(wordsOf))),
  )
  return new Map(
    documents.map(({ id, product, aliases, provider = '', parties }) => {
      const names = [product, ...aliases, provider, ...parties].map(wordsOf)
      const initials = names.map((words) => words.map((word) => word[0]).join('')).filter((word) => word.length > 1)
      return [id, new Set([...names.flat(), ...initials].filter((word) => !inRows.has(word)))]
    }),
  )
}

function without(text: string, words: ReadonlySet<string> = new Set()): string {
  return wordsOf(text)
    .filter((word) => !words.has(word))
    .join(' ')
}

/** Lines of a file of test/questions. */
export async function lines(file: string): Promise<readonly Line[]> {
  const text = await readFile(join(root, 'test/questions', file), 'utf8')
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line): Line => JSON.parse(line))
}

/** White space and apostrophes in one form, as texts are compared. */
export const folded = (text: string): string => text.replace(/’/g, "'").replace(/\s+/g, ' ').trim().toLowerCase()
