// What a text must hold for a pattern to match in it: looked for first, since a search for a few words takes less than
// running the pattern, and far less than making it ready to run.

import { lately, once } from './once.ts'

/** One of these stands in every text that matches. */
export type Need = readonly string[]

/** Whether a text may match. */
export function mayMatch(text: string, needs: readonly Need[]): boolean {
  const time = noted(text)
  for (const need of needs) if (!holdsOne(text, need, time)) return false
  return true
}

function holdsOne(text: string, need: Need, time: number): boolean {
  const pairs = pairsOf(need)
  let at = 0
  for (const words of need) {
    const from = at
    const end = from + words.length - 1
    while (at < end && notes[pairs[at] ?? 0] === time) at += 1
    if (at === end && text.includes(words)) return true
    at = end
  }
  return false
}

/**
 * When each pair of letters was last noted. Hundreds of words are looked for in one question, and hardly one is there:
 * mostly its first pair of letters is not. Some pairs share a place, so the word itself is looked for where all are there.
 */
const notes = new Uint32Array(4096)
const placeOf = (text: string, at: number): number =>
  (text.charCodeAt(at) * 61 + text.charCodeAt(at + 1)) % notes.length

let times = 0
/** Notes the pairs of a text, and says by which time they are known. */
const noted = lately((text: string): number => {
  times += 1
  for (let at = 0; at + 1 < text.length; at += 1) notes[placeOf(text, at)] = times
  return times
})

/** Of each of the words, one after the other. */
const pairsOf = once(
  (need: Need): Uint16Array =>
    Uint16Array.from(need.flatMap((words) => Array.from({ length: words.length - 1 }, (_, at) => placeOf(words, at)))),
)

/**
 * Reads patterns as our tables have them.
 * @param groups Parts of patterns that others refer to as `<name>`.
 * @returns Everything that every match of a pattern needs; empty where nothing can be said.
 */
export function createNeeds(groups: Readonly<Record<string, string>>): (pattern: string) => readonly Need[] {
  const known = new Map<string, readonly Need[]>()
  const group = (name: string): readonly Need[] | undefined => {
    const before = known.get(name)
    if (before ?? !Object.hasOwn(groups, name)) return before
    const needs = needsOf(groups[name] ?? '')
    known.set(name, needs)
    return needs
  }
  const needsOf = (pattern: string): readonly Need[] => {
    const reader = { pattern, at: 0, group }
    const needs = alternatives(reader)
    if (reader.at < pattern.length) throw new Error(`not understood at ${reader.at}: ${pattern}`)
    return needs
  }
  return needsOf
}

interface Reader {
  readonly pattern: string
  at: number
  readonly group: (name: string) => readonly Need[] | undefined
}

/** Of several ways to match each needs something of its own: one of these. */
function alternatives(reader: Reader): readonly Need[] {
  const ways = [sequence(reader)]
  while (reader.pattern[reader.at] === '|') {
    reader.at += 1
    ways.push(sequence(reader))
  }
  const [only, ...others] = ways
  if (!others.length) return only ?? []
  const each = ways.map(mostTelling)
  return each.some((need) => need === undefined) ? [] : [[...new Set(each.flatMap((need) => need ?? []))]]
}

/** One after the other: all are needed, and letters that stand together stand so in the text. */
function sequence(reader: Reader): readonly Need[] {
  const needs: Need[] = []
  // a letter that may be left out makes two of each: "to-?do" is `todo` or `to-do`
  let runs = ['']
  const end = (): void => {
    if (runs.every((run) => run.length >= SHORTEST)) needs.push(runs)
    runs = ['']
  }
  for (let atom = next(reader); atom !== undefined; atom = next(reader)) {
    const times = quantifier(reader)
    if (atom === NOTHING) continue
    if (typeof atom !== 'string') {
      end()
      if (times !== 'perhaps' && times !== 'maybe') needs.push(...atom)
    } else if (times === 'maybe' && runs.length < MOST_RUNS) runs = runs.flatMap((run) => [run, run + atom])
    else {
      if (times === 'once' || times === 'often') runs = runs.map((run) => run + atom)
      if (times !== 'once') end()
    }
  }
  end()
  return needs
}

/** A letter or two stand in every text. */
const SHORTEST = 2
const MOST_RUNS = 4

/** A letter, or what a group needs. */
type Atom = string | readonly Need[]
/** Boundaries, and looks ahead or back, take no letter. */
const NOTHING: readonly Need[] = []
/** Any letter of a class needs nothing that can be looked for, unless there are few. */
const CLASS: readonly Need[] = []
const DIGIT: readonly Need[] = [[...'0123456789']]

/** The next part of a sequence; undefined at its end. */
function next(reader: Reader): Atom | undefined {
  const { pattern, at } = reader
  const letter = pattern[at]
  switch (letter) {
    case undefined:
    case '|':
    case ')':
      return undefined
    case '(':
      return opened(reader)
    case '[':
      reader.at = pattern.indexOf(']', at) + 1
      return CLASS
    case '<': {
      const end = pattern.indexOf('>', at)
      const needs = reader.group(pattern.slice(at + 1, end))
      reader.at = needs ? end + 1 : at + 1
      return needs ?? letter
    }
    case '\\': {
      const escaped = pattern[at + 1] ?? ''
      reader.at += 2
      if (escaped === 'b') return NOTHING
      if (escaped === 'd') return DIGIT
      return /\w/.test(escaped) ? CLASS : escaped
    }
  }
  reader.at += 1
  if (letter === '^' || letter === '$') return NOTHING
  return letter === '.' ? CLASS : letter
}

function opened(reader: Reader): readonly Need[] {
  const looks = /\(\?<?[=!]/y
  looks.lastIndex = reader.at
  const isLook = looks.test(reader.pattern)
  reader.at = isLook ? looks.lastIndex : reader.at + (reader.pattern.startsWith('(?:', reader.at) ? 3 : 1)
  const needs = alternatives(reader)
  reader.at += 1
  return isLook ? NOTHING : needs
}

/** How often the part before must occur; `maybe` is once or not at all, `perhaps` any number of times. */
function quantifier(reader: Reader): 'once' | 'often' | 'maybe' | 'perhaps' {
  const { pattern, at } = reader
  const sign = pattern[at]
  if (sign !== '?' && sign !== '*' && sign !== '+' && sign !== '{') return 'once'
  reader.at = sign === '{' ? pattern.indexOf('}', at) + 1 : at + 1
  if (pattern[reader.at] === '?') reader.at += 1
  if (sign === '?') return 'maybe'
  return sign === '+' || (sign === '{' && pattern[at + 1] !== '0') ? 'often' : 'perhaps'
}

/** Of several things that are needed the one that fewest texts hold: whose shortest words are longest. */
function mostTelling(needs: readonly Need[]): Need | undefined {
  let best: Need | undefined
  let longest = 0
  for (const need of needs) {
    const shortest = need.reduce((least, words) => Math.min(least, words.length), Number.POSITIVE_INFINITY)
    if (shortest > longest) {
      longest = shortest
      best = need
    }
  }
  return best
}
