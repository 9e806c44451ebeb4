// Small pieces of English that every sentence is made of: lists of names, counts, quotes, days.

/** `Customer`, `Customer and OVHcloud`, `A, B and C`. */
export function listed(names: readonly string[], joint: 'and' | 'or' = 'and'): string {
  const last = names.at(-1)
  if (last === undefined) return ''
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} ${joint} ${last}`
}

/** `1 activity`, `3 activities`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** The document's own words inside one of our sentences. */
export function quoted(words: string): string {
  return `“${words}”`
}

/** Cuts at a word where one is near, with an ellipsis; `length` counts the ellipsis. */
export function shortened(words: string, length: number): string {
  const characters = [...words.replace(/\s+/gu, ' ').trim()]
  if (characters.length <= length) return characters.join('')
  const kept = characters.slice(0, length - 1).join('')
  const space = kept.lastIndexOf(' ')
  return `${(space > length / 2 ? kept.slice(0, space) : kept).replace(/[\s,;:.(]+$/u, '')}…`
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** ISO `2022-11-17` as `17 November 2022`; anything else is given back as it is. */
export function spokenDay(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? []
  const name = MONTHS[Number(month) - 1]
  return name ? `${Number(day)} ${name} ${year}` : iso
}
