// The person's own words for what was understood: as typed, never as they were corrected or stemmed.

/** A word of fewer letters that is not known as it stands may be anything. */
const SHORTEST_SLIP = 5
const MOST_SLIPS = 2
/** A shorter word than this may slip once. */
const LONG_WORD = 6
const SHORTEST_STEM = 3

/** For each understood word the one that the person typed; those that no typed word comes near are left out. */
export function typedWords(understood: readonly string[], question: string): readonly string[] {
  const typed = question.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? []
  const found = understood.flatMap((word) => typedFor(word, typed) ?? [])
  return found.filter((word, at) => found.indexOf(word) === at)
}

/** The typed word that a word or a stem was taken from, in lower case unless it is written in capitals alone. */
export function typedFor(word: string, typed: readonly string[]): string | undefined {
  const found = typed.find((one) => folded(one) === folded(word)) ?? typed.find((one) => isForm(word, one))
  const near = found ?? typed.find((one) => isSlip(word, one))
  return near === undefined || near === near.toUpperCase() ? near : near.toLowerCase()
}

/** "dai" of "day", "polici" of "policies", "organis" of "organize". */
function isForm(stem: string, word: string): boolean {
  if (stem.length < SHORTEST_STEM) return false
  const [a, b] = [folded(stem).replace(/[yi]$/u, 'i'), folded(word).replace(/y(?=s?$)/u, 'i')]
  const start = a.length > 4 ? a.slice(0, -1) : a
  return b.startsWith(a) || (start.length > 3 && b.startsWith(start))
}

function isSlip(word: string, typed: string): boolean {
  const [a, b] = [folded(word), folded(typed)]
  if (b.length < SHORTEST_SLIP || a.length < SHORTEST_SLIP - 1) return false
  if (distance(a, b) <= (a.length < LONG_WORD ? 1 : MOST_SLIPS)) return true
  return a.length >= SHORTEST_SLIP && b.length > a.length && distance(a, b.slice(0, a.length)) <= 1
}

const folded = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll(/['’-]/gu, '')
    .replace(/iz(?=e|ing|ation)/u, 'is')

/** Letters to change, add, leave out or swap with the next. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > MOST_SLIPS) return MOST_SLIPS + 1
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const least = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(isSwap ? Math.min(least, (before[j - 2] ?? 0) + 1) : least)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
