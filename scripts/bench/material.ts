// What the bench runs on: the documents of test/fixtures/kb-wide, people's questions, and those documents multiplied.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Document, Entry, Knowledge } from '../../src/domain/knowledge.ts'
import type { KnowledgeFile } from '../../src/knowledge/read-knowledge.ts'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Questions as people typed them; `dev.jsonl` is held back from everything but the final check. */
const QUESTIONS = ['dev-2.jsonl', 'dev-3.jsonl']

export interface Asked {
  readonly question: string
  readonly channel?: string
}

export async function readQuestions(): Promise<readonly Asked[]> {
  const texts = await Promise.all(QUESTIONS.map((name) => readFile(join(ROOT, 'test/questions', name), 'utf8')))
  const lines = texts.flatMap((text) => text.split('\n')).filter(Boolean)
  return lines.map((line): Asked => JSON.parse(line))
}

/** The files of the wide folder, as bytes. */
export async function readFiles(): Promise<readonly KnowledgeFile[]> {
  const folder = join(ROOT, 'test/fixtures/kb-wide')
  const names = (await readdir(folder)).sort()
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })))
}

export function entriesOf({ documents }: Knowledge): readonly Entry[] {
  return documents.flatMap(({ entries }) => entries)
}

/** The knowledge `times` over: every copy under product names of its own; the first copy is the knowledge itself. */
export function multiplied(knowledge: Knowledge, times: number): Knowledge {
  const copies = Array.from({ length: times }, (_, copy) => knowledge.documents.map((one) => renamed(one, copy)))
  return { ...knowledge, documents: copies.flat() }
}

/** Copies call a product by one more word, in front of its name or behind it in turn. */
export function nameInCopy(name: string, copy: number): string {
  if (copy === 0) return name
  return copy % 2 ? `${inventedWord(copy)} ${name}` : `${name} ${inventedWord(copy)}`
}

function renamed(document: Document, copy: number): Document {
  if (copy === 0) return document
  const id = `${document.id}-${copy}`
  const product = nameInCopy(document.product, copy)
  return {
    ...document,
    id,
    product,
    file: `${copy}-${document.file}`,
    aliases: document.aliases.map((alias) => nameInCopy(alias, copy)),
    entries: document.entries.map((entry) => ({ ...entry, id: `${entry.id}-${copy}`, document: id, product })),
  }
}

/** `zubovak`, `zulemin`, …: pronounceable, distinct for every number below 8,000, and no word of any language we read. */
function inventedWord(number: number): string {
  const syllables = [
    'bo',
    'le',
    'mi',
    'ra',
    'tu',
    'vo',
    'ne',
    'ki',
    'da',
    'su',
    'pa',
    'ge',
    'fi',
    'lo',
    'ta',
    'ru',
    'be',
    'no',
    'hi',
    'ze',
  ]
  const digits = [number, number / 20, number / 400].map((value) => syllables[Math.floor(value) % 20])
  return `zu${digits.join('')}k`
}
