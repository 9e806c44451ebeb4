// What follows "digest": on with a time, a zone and products; off, status, preview.

export type DigestCommand =
  | { readonly name: 'off' | 'status' | 'preview' | 'explain' }
  | {
      readonly name: 'on'
      /** `HH:MM`; absent when nobody said. */
      readonly time?: string
      /** As written; whether it exists is not known here. */
      readonly zone?: string
      /** Products as people call them. */
      readonly words: readonly string[]
      /** Nothing is to be posted on days without anything to tell. */
      readonly quiet: boolean
      /** Name of a calendar of holidays. */
      readonly calendar?: string
    }

const DIGEST = /^(?:maintenance\s+)?digest(?:\s+(?<rest>.{0,500}))?$/isu
const TIME = /^(?<hour>[01]?\d|2[0-3])[:.h](?<minute>[0-5]\d)$/iu
/** `Europe/Paris`, `America/Argentina/Ushuaia`, `UTC`. */
const ZONE = /^(?:[a-z_]{1,30}(?:\/[a-z_+\-\d]{1,30}){1,2}|utc)$/iu
const HOLIDAYS = /\bholidays(?:\s+of)?\s+(?<name>[^,]{1,60})/iu

/** The command that the text is; undefined for a question that begins with the word. */
export function readDigestCommand(text: string): DigestCommand | undefined {
  const found = DIGEST.exec(text.trim().replace(/^\/+/u, ''))
  if (!found) return undefined
  const rest = found.groups?.rest?.trim() ?? ''
  if (!rest || /^help$/iu.test(rest)) return { name: 'explain' }
  if (/^(?:off|stop)$/iu.test(rest)) return { name: 'off' }
  if (/^status$/iu.test(rest)) return { name: 'status' }
  if (/^(?:preview|now)$/iu.test(rest)) return { name: 'preview' }
  const wanted = /^on(?:\s+(?<how>.*))?$/isu.exec(rest)
  return wanted ? readOn(wanted.groups?.how?.trim() ?? '') : undefined
}

function readOn(how: string): DigestCommand {
  const calendar = HOLIDAYS.exec(how)?.groups?.name?.trim()
  const words = how.replace(HOLIDAYS, ' ').split(/\s+/u).filter(Boolean)
  const time = words.map((word) => TIME.exec(word)?.groups).find((one) => one !== undefined)
  const zone = words.find((word) => ZONE.test(word.replace(/,$/u, '')))
  const isQuiet = (word: string) => /^(?:quiet|quietly),?$/iu.test(word)
  const products = words.filter((word) => !TIME.test(word) && word !== zone && !isQuiet(word) && !/^at$/iu.test(word))
  return {
    name: 'on',
    words: products
      .join(' ')
      .split(/,|\band\b/iu)
      .map((one) => one.trim())
      .filter(Boolean),
    quiet: words.some(isQuiet),
    ...(time ? { time: `${time.hour?.padStart(2, '0')}:${time.minute}` } : {}),
    ...(zone === undefined ? {} : { zone: zone.replace(/,$/u, '') }),
    ...(calendar === undefined ? {} : { calendar }),
  }
}
