// Shared by the tests of this room: texts or a fixture folder in, Knowledge out, at a fixed time.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from 'vitest'
import type { CommunicationRule } from '../../src/domain/communication-rule.ts'
import type { Document, Knowledge } from '../../src/domain/knowledge.ts'
import type { Activity } from '../../src/domain/raci.ts'
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts'

export const NOW = new Date('2026-07-01T00:00:00Z')
export const FIXTURES = join(import.meta.dirname, '../fixtures')

/** Documents of other publishers, beside the checkout: they are theirs, so none of them is kept here. */
export const CORPUS = join(import.meta.dirname, '../../../shared/corpus')
const hasCorpus = existsSync(CORPUS)
if (!hasCorpus && process.env.CI) throw new Error('CI needs the corpus at ../shared/corpus')
if (!hasCorpus) console.warn('SKIPPED: no ../shared/corpus, so documents of other publishers are not read')

/** `describe` for tests that read the corpus. */
export const describeCorpus = hasCorpus ? describe : describe.skip

/** Knowledge of a folder of the corpus; empty where there is none. */
export function readCorpus(folder: string): Knowledge {
  return hasCorpus ? readFolder(join(CORPUS, folder)) : read({})
}

/** Knowledge of texts given by file name. */
export function read(texts: Readonly<Record<string, string | Uint8Array>>): Knowledge {
  const encoder = new TextEncoder()
  const files = Object.entries(texts).map(([name, text]) => ({
    name,
    bytes: typeof text === 'string' ? encoder.encode(text) : text,
  }))
  return readKnowledge(files, { now: NOW })
}

/** Knowledge of a folder on disk, read without the adapter. */
export function readFolder(folder: string): Knowledge {
  const names = readdirSync(folder).sort()
  return readKnowledge(
    names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) })),
    { now: NOW },
  )
}

export function rowsOf(document: Document | undefined): readonly Activity[] {
  return (document?.entries ?? []).filter((entry) => entry.type === 'activity')
}

export function rulesOf(document: Document | undefined): readonly CommunicationRule[] {
  return (document?.entries ?? []).filter((entry) => entry.type === 'rule')
}

/** `Customer RA, Provider I`: what a row says, short. */
export function held(row: Activity | undefined): string {
  return (row?.assignments ?? [])
    .filter(({ letters }) => letters.length > 0)
    .map(({ party, letters }) => `${party} ${letters.join('')}`)
    .join(', ')
}

/** `error unreadable-table a.md:3` of each issue. */
export function issuesOf(knowledge: Knowledge): readonly string[] {
  return knowledge.issues.map(({ severity, rule, file, line }) => `${severity} ${rule} ${file}:${line}`)
}

/** One matrix of two parties with the given rows, dated so that only what is tested is reported. */
export function matrix(...rows: readonly string[]): string {
  return [
    '---',
    'title: Box - RACI',
    'updated: 2026-01-01',
    '---',
    '',
    '## Work',
    '',
    '| Activity | Customer | Provider |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
