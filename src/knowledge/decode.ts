// Bytes in, text out: UTF-8 with or without BOM, any line ending, mis-decoded quotes repaired and reported.

import { repairMojibake } from './mojibake.ts'
import type { Report } from './report.ts'

const strict = new TextDecoder('utf-8', { fatal: true })
const lenient = new TextDecoder('utf-8')

/** Text with `\n` line ends. Faults of the encoding are reported; what can be read is returned all the same. */
export function decode(bytes: Uint8Array, report: Report): string {
  return repairMojibake(normalise(utf8(bytes, report)), report)
}

function utf8(bytes: Uint8Array, report: Report): string {
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

function normalise(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
