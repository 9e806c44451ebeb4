// Time zones as people name them: `Europe/Paris` in any case, and what was meant by `Paris` or `Europe/Pari`.

import { isZone } from './local-time.ts'

/** The zone under its own name; undefined when there is none of that name. An offset is no zone: it knows no summer. */
export function zoneNamed(text: string): string | undefined {
  const typed = text.trim().replaceAll(' ', '_')
  if (!/^[a-z]/iu.test(typed) || !isZone(typed)) return undefined
  return known().find((zone) => zone.toLowerCase() === typed.toLowerCase()) ?? inItsCase(typed)
}

/** The one zone that may have been meant; undefined when none comes near. */
export function nearestZone(text: string): string | undefined {
  const typed = folded(text)
  if (typed.length < 3) return undefined
  const city = known().find((zone) => folded(cityOf(zone)) === typed)
  if (city) return city
  const begun = known().filter((zone) => folded(zone).startsWith(typed) || folded(zone).endsWith(typed))
  if (begun.length === 1) return begun[0]
  const near = (name: string) => isOneSlipAway(folded(name), typed)
  return known().find(near) ?? known().find((zone) => cityOf(zone).length > 4 && near(cityOf(zone)))
}

function cityOf(zone: string): string {
  return zone.split('/').at(-1) ?? ''
}

/** Says that it is no zone, and which one was perhaps meant. */
export function noZoneWords(text: string): string {
  if (!text.trim()) return 'Write a time zone, for example Europe/Paris.'
  const near = nearestZone(text)
  return `“${text}” is no time zone. ${near ? `Did you mean ${near}?` : 'Write one as Europe/Paris.'}`
}

function known(): readonly string[] {
  return Intl.supportedValuesOf('timeZone')
}

/** For the names that the runtime knows and does not list, such as UTC. */
function inItsCase(typed: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: typed }).resolvedOptions().timeZone
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z]/gu, '')
}

/** One letter more, less or other, or two neighbours exchanged. */
function isOneSlipAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let from = 0
  while (from < one.length && one[from] === other[from]) from += 1
  const [a, b] = [one.slice(from), other.slice(from)]
  const swapped = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)
  return a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1) || swapped
}
