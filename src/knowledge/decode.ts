// Bytes in, text out: UTF-8 with or without BOM (UTF-16 with one), any line ending, mis-decoded quotes repaired and reported.

import { repairMojibake } from './mojibake.ts'
import type { Report } from './report.ts'

const strict = new TextDecoder('utf-8', { fatal: true })
const lenient = new TextDecoder('utf-8')

/** Shares from which on a file is no text; a Latin-1 document has some five percent of bytes that are no UTF-8. */
const MOST_CONTROLS = 0.02
const MOST_INVALID = 0.3

/** True for what a decoder makes of pictures, archives and other files that are no text. */
export function isBinary(text: string): boolean {
  const sample = text.slice(0, 20_000)
  let controls = 0
  let invalid = 0
  for (let index = 0; index < sample.length; index += 1) {
    const code = sample.charCodeAt(index)
    if (code === 0xfffd) invalid += 1
    else if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0c) controls += 1
  }
  return controls > 5 + sample.length * MOST_CONTROLS || invalid > 5 + sample.length * MOST_INVALID
}

/** Text with `\n` line ends. Faults of the encoding are reported; what can be read is returned all the same. */
export function decode(bytes: Uint8Array, report: Report): string {
  return repairMojibake(normalise(utf8(bytes, report)), report)
}

function utf8(bytes: Uint8Array, report: Report): string {
  const wide = wideEncoding(bytes)
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes)
  try {
    return strict.decode(bytes)
  } catch {
    const text = lenient.decode(bytes)
    report({
      severity: 'error',
      line: text.slice(0, text.indexOf('\uFFFD')).split('\n').length,
      rule: 'invalid-utf-8',
      reason: 'The file holds bytes that are no UTF-8; the rest was read.',
      fix: 'Save the file as UTF-8.',
    })
    return text
  }
}

/** Spreadsheets save “Unicode text” as UTF-16, which always begins with a mark. */
function wideEncoding([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

function normalise(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
