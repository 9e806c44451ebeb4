// The questions of what is held back, each with what is right: a few of every author, all that nothing answers.

import type { Entry } from '../../src/domain/knowledge.ts'
import type { Held } from './measure-quarter.ts'
import { folded, type Line, lines } from './practice.ts'

export interface Asked {
  readonly question: string
  /** The document that it is about; empty when it is about none. */
  readonly doc: string
  /** Absent when nothing is right. */
  readonly isRight?: (entry: Entry) => boolean
  /** Several entries are right, so that none of them alone is meant. */
  readonly several?: boolean
}

/**
 * One in so many questions on rows: enough, and the rest would only take time (odd, as authors have four a row); and of
 * traps, which are rarer in a channel.
 */
const ONE_IN = { unseen: 3, known: 5, trap: 3 }

export async function askedOf({ documents, authors }: Held): Promise<readonly Asked[]> {
  const rows = (await lines('practice/rows.jsonl')).flatMap(
    ({ author = '', doc = '', activity = '', questions = [] }) =>
      questions.map((question) => ({ author, doc, question, isRight: isRow(doc, [activity]) })),
  )
  const special = await lines('practice/special.jsonl')
  const none = (await lines('practice/unanswerable.jsonl')).filter(({ kind }) => kind !== 'otherproduct')
  const sets = (
    await Promise.all(authors.filter((name) => /^dev-\d$/.test(name)).map((name) => lines(`${name}.jsonl`)))
  ).flat()
  return [
    ...rows.filter(({ doc }) => documents.includes(doc)).filter((_, at) => at % ONE_IN.unseen === 0),
    ...rows
      .filter(({ author, doc }) => authors.includes(author) && !documents.includes(doc))
      .filter((_, at) => at % ONE_IN.known === 0),
    ...special.filter(({ doc = '' }) => documents.includes(doc)).flatMap((line) => setOf(line)),
    ...none.filter(({ doc = '' }) => documents.includes(doc)).map(({ doc = '', question = '' }) => ({ doc, question })),
    ...none
      .filter(({ author = '', doc = '' }) => authors.includes(author) && !documents.includes(doc))
      .filter(({ kind }, at) => kind !== 'trap' || at % ONE_IN.trap === 0)
      .map(({ doc = '', question = '' }) => ({ doc, question })),
    ...sets.flatMap((line) => setOf(line)),
  ]
}

/** A question of a set, by what is expected of it; lists are decided elsewhere. */
function setOf({
  question = '',
  expect,
  gold = [],
  kb,
  doc = gold[0]?.doc ?? '',
  facts = gold[0]?.facts ?? [],
}: Line): readonly Asked[] {
  const isRight = isRow(
    doc,
    gold.filter((one) => one.doc === doc).map(({ activity = '' }) => activity),
  )
  switch (expect) {
    case 'answer':
      return [{ doc, question, isRight }]
    case 'choose':
      return [{ doc, question, isRight, several: true }]
    case 'rule':
      return [{ doc, question, isRight: isRule(doc, facts) }]
    // what four documents leave open, seventeen may answer
    case 'unknown':
      return kb === 'core' ? [] : [{ doc: '', question }]
    default:
      return []
  }
}

function isRow(doc: string, activities: readonly string[]): (entry: Entry) => boolean {
  const wanted = new Set(activities.map(folded))
  return (entry) => entry.document === doc && entry.type === 'activity' && wanted.has(folded(entry.text))
}

function isRule(doc: string, facts: readonly string[]): (entry: Entry) => boolean {
  return (entry) =>
    entry.document === doc && entry.type === 'rule' && facts.every((fact) => folded(entry.quote).includes(folded(fact)))
}
