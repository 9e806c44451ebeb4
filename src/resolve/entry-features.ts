// What of an entry a question can meet: its concepts, its section, the action it begins with, its own words.

import type { Entry } from '../domain/knowledge.ts'
import type { ConceptFinder } from './concepts.ts'
import { onceWith } from './once.ts'
import { STOP_WORDS, stemOf, wordsOf } from './words.ts'

export interface EntryFeatures {
  /** Named features: `restore` a concept, `^restore` the leading action, `#incident` a word of the section. */
  readonly named: readonly string[]
  /** Stems of the entry's own words, without stop words. */
  readonly stems: readonly string[]
}

/** The entry's own words. */
export function textOf(entry: Entry): string {
  return entry.type === 'activity' ? entry.text : entry.quote
}

/** Features of one entry; deterministic, so that what was learned from one document serves another. */
export const featuresOf = onceWith((entry: Entry, finder: ConceptFinder): EntryFeatures => {
  const words = wordsOf(textOf(entry))
  const stems = words.map(stemOf)
  const spelt = words.map((word) => stemOf(finder.spell(word)))
  const heading = headingWords(entry).map(stemOf)
  const named = new Set<string>()
  for (const { concept } of finder.find(spelt)) named.add(concept)
  for (const stem of heading) named.add(`#${stem}`)
  if (entry.type === 'activity') for (const { concept } of finder.find(spelt.slice(0, 1))) named.add(`^${concept}`)
  else for (const { concept } of finder.find(heading)) named.add(concept)
  const content = stems.filter((_, index) => !STOP_WORDS.has(words[index] ?? ''))
  const own = entry.type === 'rule' ? [...content, ...heading] : content
  return { named: [...named], stems: [...new Set(own)] }
})

function headingWords(entry: Entry): string[] {
  const heading = entry.section.at(-1) ?? ''
  return wordsOf(heading.replace(/^[\d.\s]+/, '')).filter((word) => !STOP_WORDS.has(word))
}
