// Notes of deliveries at rest: who asked what where, for the minutes until it is answered. Encrypted under the
// installation's own key, so that the database alone tells nobody, whether or not keys for credentials are set.

import { hkdfSync } from 'node:crypto'
import { AppError } from '../../src/errors.ts'
import { SecretBox } from './secret-box.ts'

export class NoteBox {
  readonly #box: SecretBox

  /** `hashKey` is that of the keyed hashes; replicas that share it read each other's notes. */
  constructor(hashKey: Uint8Array) {
    const key = new Uint8Array(hkdfSync('sha256', hashKey, '', 'raci delivery notes', 32))
    this.#box = new SecretBox([{ id: 'note', key }])
  }

  seal(note: string, row: string): string {
    return this.#box.seal(note, row)
  }

  /** Undefined for a note under another key, and for one of a time before notes were sealed. */
  open(sealed: string, row: string): string | undefined {
    try {
      return this.#box.open(sealed, row)
    } catch (error) {
      if (error instanceof AppError) return undefined
      throw error
    }
  }
}
