// `npm run learn`: learns from the practice questions which words of people speak for which features of rows, and which
// mark a question that nothing answers; writes the two tables of src/resolve/vocabulary, one word a line. The same
// questions give the same files. `HOLD=author,…` holds questions back and says how well they are then answered.

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Document, Knowledge } from '../src/domain/knowledge.ts'
import { type Associations, PEAK, tableOf } from '../src/resolve/associations.ts'
import { createConceptFinder } from '../src/resolve/concepts.ts'
import { textOf } from '../src/resolve/entry-features.ts'
import { indexEntries } from '../src/resolve/entry-index.ts'
import { questionFeatures } from '../src/resolve/question-features.ts'
import { createRanker } from '../src/resolve/rank.ts'
import { soundTable } from '../src/resolve/unanswerable.ts'
import { FRAME_WORDS } from '../src/resolve/vocabulary/frame.ts'
import { VOCABULARY } from '../src/resolve/vocabulary/vocabulary.ts'
import { plain, STOP_WORDS, wordsOf } from '../src/resolve/words.ts'
import { learnAssociations } from './learn/associations.ts'
import { type Practice, readPractice } from './learn/practice.ts'
import { slipsOf } from './learn/slips.ts'
import { learnUnanswerable } from './learn/unanswerable.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = process.env.OUT ?? join(root, 'src/resolve/vocabulary')

/** So many entries a word may say more for: what it says for the next one is its peak, no freak of a single row. */
const FREAKS = 20

const finder = createConceptFinder([VOCABULARY])
const practice = respelt(await readPractice(await documents()))
const associations = rounded(learnAssociations(practice.entries, practice.examples, finder))
await write('associations', withPeaks(associations, practice))
await write('unanswerable', rounded(soundTable(learnUnanswerable(samples(practice)))))
if (practice.held.length) check(practice, associations)

/** Everything there are practice questions on: the measuring set, the practice documents, and our own edition of a communication document. */
async function documents(): Promise<readonly Document[]> {
  const [wide, practised, shipped] = await Promise.all(
    ['test/fixtures/kb-wide', 'test/fixtures/practice-documents', 'knowledge'].map(load),
  )
  const restated = (shipped?.documents ?? []).filter(({ kind }) => kind === 'communication').map(renamed)
  return [...(wide?.documents ?? []), ...(practised?.documents ?? []), ...restated]
}

/** A document beside another edition of itself. */
function renamed(document: Document): Document {
  const id = `shipped:${document.id}`
  return { ...document, id, entries: document.entries.map((entry) => ({ ...entry, document: id })) }
}

/** Slips of the practice questions put right, as the resolver puts a person's right before it ranks. */
function respelt(given: Practice): Practice {
  const asked = [
    ...given.examples.map(({ question }) => wordsOf(question)),
    ...given.unanswerable.map(({ question }) => wordsOf(question)),
  ]
  const trusted = [
    ...finder.words,
    ...STOP_WORDS,
    ...FRAME_WORDS,
    ...given.names.flatMap(wordsOf),
    ...given.entries.flatMap((entry) => wordsOf(textOf(entry))),
  ]
  const slips = slipsOf(asked, trusted)
  console.log(`${slips.size} slips put right`)
  const right = (question: string): string =>
    wordsOf(question)
      .map((word) => slips.get(word) ?? word)
      .join(' ')
  return {
    ...given,
    examples: given.examples.map((example) => ({ ...example, question: right(example.question) })),
    unanswerable: given.unanswerable.map((one) => ({ ...one, question: right(one.question) })),
  }
}

async function load(folder: string): Promise<Knowledge> {
  const { folderKnowledgeSource } = await import('../adapters/files/folder-knowledge-source.ts')
  const { readKnowledge } = await import('../src/knowledge/read-knowledge.ts')
  return folderKnowledgeSource(join(root, folder), readKnowledge, { now: () => new Date(0) }).load()
}

function samples({ examples, unanswerable, names }: Practice) {
  const initials = names.map((name) =>
    name
      .split(' ')
      .map((word) => word[0])
      .join(''),
  )
  const every = [...names, ...initials.filter((word) => word.length > 2)].toSorted((a, b) => b.length - a.length)
  const product = new RegExp(`(?<![a-z0-9])(?:${every.map((name) => RegExp.escape(name)).join('|')})(?![a-z0-9])`, 'g')
  const bare = (question: string): string[] => wordsOf(plain(question).replace(product, ' '))
  return [
    ...examples.map(({ question }) => ({ words: bare(question), kind: 'answered' as const })),
    ...unanswerable.map(({ question, kind }) => ({ words: bare(question), kind })),
  ]
}

function rounded(table: Associations): Associations {
  const two = (row: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Math.round(value * 100) / 100]))
  return Object.fromEntries(Object.entries(table).map(([key, row]) => [key, two(row)]))
}

async function write(name: string, learned: Associations): Promise<void> {
  const known = Object.entries(learned)
    // one letter beyond ASCII would double what the whole file takes to read
    .filter(([key, row]) => !/[^\x20-\x7e]/.test(`${key}${Object.keys(row)}`))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  const { features, words } = tableOf(Object.fromEntries(known))
  const lines = Object.entries(words).map(([key, row]) => `${JSON.stringify(key)}:${JSON.stringify(row)}`)
  const text = `{"features":${JSON.stringify(features)},\n"words":{\n${lines.join(',\n')}\n}}\n`
  await writeFile(join(out, `${name}.json`), text)
  console.log(`${name}: ${lines.length} lines`)
}

/** With each word what it says at its best. */
function withPeaks(learned: Associations, { entries }: Practice): Associations {
  const index = indexEntries(entries, finder)
  const ranker = createRanker(index, tableOf(learned))
  const everywhere = entries.map((_, position) => position)
  const peakOf = (stem: string): number => {
    const concepts = [...new Set(finder.find([stem]).map(({ concept }) => concept))]
    return (
      ranker
        .score({ stems: [stem], concepts }, everywhere)
        .sort()
        .at(-1 - FREAKS) ?? 0
    )
  }
  const rows = Object.entries(learned).map(([key, row]): [string, Readonly<Record<string, number>>] =>
    key.startsWith('=') ? [key, row] : [key, { [PEAK]: Math.max(0, peakOf(key)), ...row }],
  )
  return Object.fromEntries(rows)
}

function check({ entries, held }: Practice, learned: Associations): void {
  const ranker = createRanker(indexEntries(entries, finder), tableOf(learned))
  const ranks = held.map(({ question, right, among }) => {
    const scores = ranker.score(questionFeatures(wordsOf(question), finder), among)
    const best = Math.max(...among.map((position, at) => (right.includes(position) ? (scores[at] ?? 0) : -Infinity)))
    return scores.filter((score) => score > best).length
  })
  const share = (most: number): string =>
    `${((100 * ranks.filter((rank) => rank < most).length) / ranks.length).toFixed(1)}%`
  console.log(`held back ${held.length}: first ${share(1)}, among four ${share(4)}, among six ${share(6)}`)
}
