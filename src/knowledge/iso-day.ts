// Dates as documents write them; only those that can be read in one way.

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const UPDATED =
  /(?:\blast (?:updated|modified|revised|reviewed|update|revision)|\bupdated(?: on)?|\brevision date|\beffective (?:date|from)|^\W*(?:version )?date)\b[\s:*[(]*(.{6,40})/i

/** Reads `2022-11-17`, `17th November 2022`, `November 17, 2022`; undefined for anything else (`03/04/2022` has two readings). */
export function readIsoDay(text: string): string | undefined {
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})/.exec(text)
  if (iso !== null) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dayFirst = /^\s*(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\.?,?\s+(\d{4})/i.exec(text)
  if (dayFirst !== null) return day(Number(dayFirst[3]), month(dayFirst[2]), Number(dayFirst[1]))
  const monthFirst = /^\s*([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/i.exec(text)
  if (monthFirst !== null) return day(Number(monthFirst[3]), month(monthFirst[1]), Number(monthFirst[2]))
  return undefined
}

/** The day in a sentence such as `Last updated 17th November 2022`. */
export function findUpdated(text: string): string | undefined {
  const found = UPDATED.exec(text.slice(0, 500))
  return found?.[1] === undefined ? undefined : readIsoDay(found[1])
}

function month(name: string | undefined): number {
  const start = (name ?? '').toLowerCase()
  return MONTHS.findIndex((full) => full.startsWith(start)) + 1
}

function day(year: number, monthOfYear: number, dayOfMonth: number): string | undefined {
  const date = new Date(Date.UTC(year, monthOfYear - 1, dayOfMonth))
  const same = date.getUTCMonth() === monthOfYear - 1 && date.getUTCDate() === dayOfMonth
  return same && year > 1900 ? date.toISOString().slice(0, 10) : undefined
}
