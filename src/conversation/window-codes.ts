// Short ids of maintenance windows, for people to type: the same for a window as long as no other comes too near.

import { createHash } from 'node:crypto'
import type { MaintenanceWindow } from '../domain/maintenance.ts'

const SHORTEST = 4
/** Without letters that look like digits (Crockford's base 32). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Code by window id; longer where two of the windows would share one. */
export function codesOf(windows: readonly Pick<MaintenanceWindow, 'id'>[]): ReadonlyMap<string, string> {
  const whole = windows.map(({ id }) => ({ id, code: wholeCode(id) }))
  return new Map(
    whole.map(({ id, code }) => {
      const others = whole.filter((one) => one.id !== id)
      let length = SHORTEST
      while (length < code.length && others.some((one) => one.code.startsWith(code.slice(0, length)))) length += 1
      return [id, code.slice(0, length)]
    }),
  )
}

/** The windows that a typed code may stand for; `o` is read as 0, `i` and `l` as 1. */
export function windowsCalled(code: string, windows: readonly MaintenanceWindow[]): readonly MaintenanceWindow[] {
  const typed = code.toLowerCase().replaceAll('o', '0').replaceAll(/[il]/gu, '1')
  return typed.length < SHORTEST ? [] : windows.filter(({ id }) => wholeCode(id).startsWith(typed))
}

function wholeCode(id: string): string {
  return [...createHash('sha256').update(id).digest().subarray(0, 12)]
    .map((byte) => ALPHABET[byte % ALPHABET.length] ?? '')
    .join('')
}
