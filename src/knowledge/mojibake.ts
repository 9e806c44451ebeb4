// UTF-8 that somebody read as Windows-1252 and saved again: `customerâ€™s` for `customer’s`.

import type { Report } from './report.ts'

/** What Windows-1252 shows for the bytes 0x80 to 0x9F; the five unassigned bytes stay as they are. */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const CONTINUATION = `[\u00a0-\u00bf${CP1252}]`
const SEQUENCE = new RegExp(`[ÂÃ]${CONTINUATION}|â${CONTINUATION}{2}|ð${CONTINUATION}{3}`, 'gu')

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Repairs every sequence that decodes to one character, and reports the first line and the count. */
export function repairMojibake(text: string, report: Report): string {
  let count = 0
  let first = -1
  const repaired = text.replace(SEQUENCE, (sequence, offset: number) => {
    const character = redecode(sequence)
    if (character === undefined) return sequence
    if (first < 0) first = offset
    count += 1
    return character
  })
  if (count > 0) {
    report({
      severity: 'warning',
      line: text.slice(0, first).split('\n').length,
      rule: 'mis-decoded-text',
      reason: `${count} mis-decoded ${count === 1 ? 'character was' : 'characters were'} repaired (such as “${text.substring(first, first + 3)}”).`,
      fix: 'Save the file again as UTF-8 from its source.',
    })
  }
  return repaired
}

function redecode(sequence: string): string | undefined {
  const bytes = Array.from(sequence, (character) => {
    const code = character.codePointAt(0) ?? 0
    const special = CP1252.indexOf(character)
    return special < 0 ? code : 0x80 + special
  })
  try {
    return utf8.decode(Uint8Array.from(bytes))
  } catch {
    return undefined
  }
}
