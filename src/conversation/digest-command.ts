// What follows "digest": on with a time, a zone, products and how; off, status, preview; nothing, for the form.

import { takeDays } from './weekdays.ts'

export type DigestCommand =
  | { readonly name: 'off' | 'status' | 'preview' | 'explain' | 'form' | 'calendar' | 'new calendar' }
  | {
      readonly name: 'on'
      /** `HH:MM`; absent when nobody said. */
      readonly time?: string
      /** As written; whether it exists is not known here. */
      readonly zone?: string
      /** Products as people call them. */
      readonly words: readonly string[]
      /** Every product, whatever the channel is about. */
      readonly all: boolean
      /** ISO weekdays; absent when nobody said. */
      readonly days?: readonly number[]
      /** Nothing is to be posted on days without anything to tell. */
      readonly quiet: boolean
      /** Name of a calendar of holidays. */
      readonly calendar?: string
      /** As written, minutes; 0 for none. */
      readonly reminder?: number
      /** Nothing is to be said in the thread at beginnings and endings. */
      readonly silent: boolean
    }

const DIGEST = /^(?:maintenance\s+)?digest(?:\s+(?<rest>.{0,500}))?$/isu
const TIME = /^(?<hour>[01]?\d|2[0-3])[:.h](?<minute>[0-5]\d)$/iu
/** `Europe/Paris`, `America/Argentina/Ushuaia`, `UTC`. */
const ZONE = /^(?:[a-z_]{1,30}(?:\/[a-z_+\-\d]{1,30}){1,2}|utc)$/iu
const HOLIDAYS = /\bholidays(?:\s+of)?\s+(?<name>[^,]{1,60})/iu
const REMINDER =
  /\b(?:reminders?|remind)\s+(?:(?<minutes>\d{1,4})\s*(?:m|min|mins|minutes?)?(?:\s+before)?|off|none)\b/iu
const SILENT = /\b(?:no|without)\s+updates\b/iu
const ALL = /\b(?:all\s+(?:the\s+)?products|everything)\b/iu
const QUIET = /^(?:quiet|quietly),?$/iu

/** The command that the text is; undefined for a question that begins with the word. */
export function readDigestCommand(text: string): DigestCommand | undefined {
  const found = DIGEST.exec(text.trim().replace(/^\/+/u, ''))
  if (!found) return undefined
  const rest = found.groups?.rest?.trim() ?? ''
  if (!rest || /^(?:on|form)$/iu.test(rest)) return { name: 'form' }
  if (/^help$/iu.test(rest)) return { name: 'explain' }
  if (/^(?:off|stop)$/iu.test(rest)) return { name: 'off' }
  if (/^status$/iu.test(rest)) return { name: 'status' }
  if (/^(?:preview|now)$/iu.test(rest)) return { name: 'preview' }
  if (/^calendar$/iu.test(rest)) return { name: 'calendar' }
  if (/^calendar\s+(?:new|renew)$/iu.test(rest)) return { name: 'new calendar' }
  const wanted = /^on\s+(?<how>.*)$/isu.exec(rest)
  return wanted ? readOn(wanted.groups?.how?.trim() ?? '') : undefined
}

function readOn(how: string): DigestCommand {
  const reminder = REMINDER.exec(how)
  const silent = SILENT.test(how)
  const { days, rest: besides } = takeDays(how.replace(REMINDER, ' ').replace(SILENT, ' '))
  const rest = besides.replace(ALL, ' ')
  // The name of a calendar runs up to a comma or the end: what else is said was taken out before.
  const calendar = HOLIDAYS.exec(rest.replaceAll(/\bquiet(?:ly)?\b/giu, ' , '))?.groups?.name?.trim()
  const words = (calendar === undefined ? rest : rest.replace(/\bholidays(?:\s+of)?\s+/iu, ' ').replace(calendar, ' '))
    .split(/\s+/u)
    .filter(Boolean)
  const time = words.map((word) => TIME.exec(word)?.groups).find((one) => one !== undefined)
  const zone = words.find((word) => ZONE.test(word.replace(/,$/u, '')))
  const isProduct = (word: string) => !TIME.test(word) && word !== zone && !QUIET.test(word) && !/^at$/iu.test(word)
  return {
    name: 'on',
    words: words
      .filter(isProduct)
      .join(' ')
      .split(/,|\band\b/iu)
      .map((one) => one.trim())
      .filter(Boolean),
    quiet: words.some((word) => QUIET.test(word)),
    silent,
    all: ALL.test(besides),
    ...(days ? { days } : {}),
    ...(time ? { time: `${time.hour?.padStart(2, '0')}:${time.minute}` } : {}),
    ...(zone === undefined ? {} : { zone: zone.replace(/,$/u, '') }),
    ...(calendar === undefined ? {} : { calendar }),
    ...(reminder ? { reminder: Number(reminder.groups?.minutes ?? 0) } : {}),
  }
}
