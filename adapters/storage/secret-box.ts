// Credentials at rest: AES-256-GCM, bound to the row they belong to, with keys that can be replaced.
// To replace a key put the new one first, restart (everything is sealed anew), and drop the old one after that.

import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto'
import { AppError } from '../../src/errors.ts'
import { RandomSupply } from './random-supply.ts'

export interface SecretKey {
  /** Short name, kept beside what it seals: letters, digits, `-` and `_`. */
  readonly id: string
  /** 32 random bytes. */
  readonly key: Uint8Array
}

const VERSION = 'v1'
const KEY_BYTES = 32
/** What GCM is made for: https://nvlpubs.nist.gov/nistpubs/Legacy/SP/nistspecialpublication800-38d.pdf, 5.2.1.1 and 5.2.1.2 */
const NONCE_BYTES = 12
const TAG_BYTES = 16

export class SecretBox {
  readonly #nonces = new RandomSupply(NONCE_BYTES)
  /** Made ready once: that takes longer than sealing a note. */
  readonly #keys: ReadonlyMap<string, KeyObject>
  readonly #newest: { readonly id: string; readonly key: KeyObject } | undefined

  /** Newest key first: it seals, all of them open. No key: nothing can be sealed. Throws AppError when a key is malformed. */
  constructor(keys: readonly SecretKey[]) {
    for (const { id, key } of keys) {
      if (!/^[\w-]{1,32}$/u.test(id)) throw unusable(id, 'needs a short name of letters, digits, - and _')
      if (key.length !== KEY_BYTES) throw unusable(id, `must be ${KEY_BYTES} bytes, and is ${key.length}`)
    }
    const ready = keys.map(({ id, key }) => ({ id, key: createSecretKey(key) }))
    this.#keys = new Map(ready.map(({ id, key }) => [id, key]))
    if (this.#keys.size !== keys.length) throw unusable(keys.map(({ id }) => id).join(', '), 'is named twice')
    this.#newest = ready[0]
  }

  /** Seals the text for one row; it opens with the same `row` only. Throws AppError when there is no key. */
  seal(text: string, row: string): string {
    if (!this.#newest) {
      throw new AppError(
        'secret box: no encryption key is configured',
        'Credentials cannot be kept: no encryption key is configured.',
      )
    }
    const { id, key } = this.#newest
    const nonce = this.#nonces.next()
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
    cipher.setAAD(associated(id, row))
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    return [VERSION, id, sealed.toString('base64url')].join('.')
  }

  /** The sealed text. Throws AppError when its key is not configured, or it was changed or moved from another row. */
  open(sealed: string, row: string): string {
    const [version, id = '', body = ''] = sealed.split('.')
    const key = this.#keys.get(id)
    if (version !== VERSION || !key) throw unreadable(row, `no configured key opens it (it names ${version}.${id})`)
    const bytes = Buffer.from(body, 'base64url')
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(associated(id, row))
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
      const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES))
      return Buffer.concat([text, decipher.final()]).toString('utf8')
    } catch (cause) {
      throw unreadable(row, 'it was changed, moved, or sealed with another key of that name', cause)
    }
  }

  /** True when an older key of ours sealed it, so that it should be sealed anew. */
  isOld(sealed: string): boolean {
    const [version, id = ''] = sealed.split('.')
    return version === VERSION && id !== this.#newest?.id && this.#keys.has(id)
  }
}

function associated(id: string, row: string): Buffer {
  return Buffer.from(JSON.stringify([VERSION, id, row]), 'utf8')
}

function unusable(id: string, reason: string): AppError {
  const text = `Encryption key "${id}" ${reason}.`
  return new AppError(`configuration: ${text}`, text)
}

function unreadable(row: string, reason: string, cause?: unknown): AppError {
  return new AppError(
    `secret box: the credentials of ${row} cannot be opened: ${reason}`,
    'The credentials kept for this workspace cannot be opened. Ask an administrator to check the encryption key, or to install the app again.',
    { cause },
  )
}
