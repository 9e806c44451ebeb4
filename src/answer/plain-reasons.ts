// The resolver's evidence in plain words: it reasons in stems and concept names, people read whole words.

import type { Entry } from '../domain/knowledge.ts'
import type { Evidence } from '../domain/resolution.ts'
import { typedFor } from './typed-words.ts'
import { listed, quoted } from './wording.ts'

const WORD = /^the word "(?<stem>.+)"$/u
const CONCEPT = /^both speak of (?<concept>.+)$/u
const SPEAKS_FOR = /^"(?<key>.+)" speaks for (?<feature>.+) \(\+[\d.]+\)$/u
/** Weaker kinds of evidence are told only where the stronger ones say nothing (reasons). */
const MOST_HINTS = 2

/** What of the question met what of the entry: shared words, shared meanings, then what words usually point to. */
export function plainReasons({ entry, because }: Evidence, question: string): readonly string[] {
  const typed = tokens(question)
  const words = unique(picked(because, WORD, 'stem').flatMap((stem) => typedFor(stem, typed) ?? []))
  const concepts = picked(because, CONCEPT, 'concept').map(spaced)
  const told = new Set(words.map(bare))
  const meanings = concepts.filter((concept) => !told.has(bare(concept)))
  const shared = [
    ...(words.length ? [`it has your ${words.length > 1 ? 'words' : 'word'} ${listed(words.map(quoted))}`] : []),
    ...(meanings.length ? [`like your question it is about ${listed(uniqueBare(meanings).map(quoted))}`] : []),
  ]
  const others = because.filter((reason) => ![WORD, CONCEPT, SPEAKS_FOR].some((kind) => kind.test(reason)))
  const hints = shared.length ? [] : hintsOf(because, entry, question)
  return [...shared, ...hints, ...others]
}

/** `“disaster” often goes with “recovery”`, from what was learnt of people's questions. */
function hintsOf(because: readonly string[], entry: Entry, question: string): readonly string[] {
  const found = because.flatMap((reason) => {
    const { key = '', feature = '' } = SPEAKS_FOR.exec(reason)?.groups ?? {}
    const target = wordOf(feature, wordsOf(entry))
    const said = typedFor(key, tokens(question)) ?? (key.includes('-') || key.startsWith('=') ? spaced(key) : undefined)
    return key && target && said ? [`${quoted(said)} often goes with ${quoted(target)}`] : []
  })
  return unique(found).slice(0, MOST_HINTS)
}

function picked(reasons: readonly string[], kind: RegExp, group: string): readonly string[] {
  return reasons.flatMap((reason) => kind.exec(reason)?.groups?.[group] ?? [])
}

const tokens = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** Stems change their last letter ("polici" for "policy"). */
function wordOf(stem: string, text: string): string | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const start = stem.length > 4 ? stem.slice(0, -1) : stem
  return words.find((word) => word.startsWith(stem)) ?? words.find((word) => word.startsWith(start))
}

function wordsOf(entry: Entry): string {
  return entry.type === 'activity' ? entry.text : entry.quote
}

function spaced(name: string): string {
  return name.replaceAll(/[-_]/gu, ' ')
}

function bare(word: string): string {
  return word
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replace(/s$/u, '')
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)]
}

function uniqueBare(words: readonly string[]): readonly string[] {
  return words.filter((word, at) => words.findIndex((other) => bare(other) === bare(word)) === at)
}
