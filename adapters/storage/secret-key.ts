// Keys as text: from the environment, or from a file that is made on first use.

import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../../src/errors.ts'
import type { SecretKey } from './secret-box.ts'

const KEY_BYTES = 32

/**
 * Reads `id:base64, id:base64`, newest first; white space does not matter, empty text is no key.
 * Throws AppError when it is not of that form; it never repeats the text.
 */
export function readSecretKeys(text: string): readonly SecretKey[] {
  return text
    .split(/[\s,]+/u)
    .filter(Boolean)
    .map((part) => {
      const [, id, base64] = /^([\w-]{1,32}):([\w+/-]{43}=?)$/u.exec(part) ?? []
      if (id === undefined || base64 === undefined) throw malformed()
      return { id, key: Buffer.from(base64, 'base64') }
    })
}

function malformed(): AppError {
  const text =
    'Encryption keys are written NAME:KEY, newest first, with commas between; KEY is 32 random bytes in base64 (openssl rand -base64 32).'
  return new AppError(`configuration: ${text}`, text)
}

/**
 * The 32 bytes in the file, made at random when there is none, readable by its owner alone: for a program that
 * nobody configured. Replicas do not share it. Throws AppError when it can neither be read nor made.
 */
export async function readOrCreateKey(file: string): Promise<Uint8Array> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    await writeFile(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { flag: 'wx', mode: 0o600, flush: true })
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'))
      throw unusable(file, String(cause), cause)
  }
  const key = await readFile(file, 'utf8').then(
    (text) => Buffer.from(text.trim(), 'base64'),
    (cause: unknown) => {
      throw unusable(file, String(cause), cause)
    },
  )
  if (key.length !== KEY_BYTES) throw unusable(file, 'it does not hold 32 bytes in base64')
  return key
}

function unusable(file: string, reason: string, cause?: unknown): AppError {
  return new AppError(
    `store: the key file ${file} cannot be used: ${reason}`,
    `The key file ${file} cannot be used. Make it readable for this program; deleting it makes a new key, under which earlier records of persons are no longer found.`,
    { cause },
  )
}
