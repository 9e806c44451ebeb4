// Days of the week as people write and read them.

export const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
export const MONDAY_TO_FRIDAY: readonly number[] = [1, 2, 3, 4, 5]
export const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7]

const DAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?'
const DAYS = new RegExp(
  String.raw`\b(?:on\s+)?(?<range>(?<from>${DAY})\s*(?:-|–|to)\s*(?<to>${DAY}))\b|\b(?:on\s+)?(?<some>${DAY}(?:(?:\s*,\s*|\s+and\s+|\s+)${DAY})*)\b`,
  'iu',
)
const SETS: readonly (readonly [words: RegExp, days: readonly number[]])[] = [
  [/\b(?:every\s+day|daily|all\s+week)\b/iu, EVERY_DAY],
  [/\b(?:weekdays|every\s+(?:weekday|working\s+day))\b/iu, MONDAY_TO_FRIDAY],
  [/\bweekends?\b/iu, [6, 7]],
]

/** ISO weekdays that the words name, and the words without them; no days where they name none. */
export function takeDays(words: string): { readonly days?: readonly number[]; readonly rest: string } {
  for (const [pattern, days] of SETS) {
    if (pattern.test(words)) return { days, rest: words.replace(pattern, ' ') }
  }
  const found = DAYS.exec(words)
  if (!found?.groups) return { rest: words }
  const { from, to, some } = found.groups
  const days = from && to ? between(numberOf(from), numberOf(to)) : (some ?? '').match(/[a-z]+/giu)?.map(numberOf)
  const kept = [...new Set(days?.filter((day) => day > 0))].toSorted((a, b) => a - b)
  return { days: kept, rest: words.replace(found[0], ' ') }
}

/** `Monday to Friday`, `every day`, `Monday, Wednesday and Friday`. */
export function daysInWords(weekdays: readonly number[]): string {
  const days = weekdays.toSorted((a, b) => a - b)
  const [first = 0] = days
  const last = days.at(-1) ?? 0
  if (days.length === EVERY_DAY.length) return 'every day'
  const names = days.map((day) => DAY_NAMES[day - 1] ?? '')
  if (days.length > 2 && last - first === days.length - 1) return `${names[0]} to ${names.at(-1)}`
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '')
}

function numberOf(name: string): number {
  return DAY_NAMES.findIndex((day) => day.toLowerCase().startsWith(name.toLowerCase().slice(0, 3))) + 1
}

/** Over the end of the week where it has to: Saturday to Monday. */
function between(from: number, to: number): readonly number[] {
  const count = ((to - from + 7) % 7) + 1
  return Array.from({ length: count }, (_, more) => ((from - 1 + more) % 7) + 1)
}
