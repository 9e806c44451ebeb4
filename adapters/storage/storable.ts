// What PostgreSQL's text can hold: no NUL, no half of a surrogate pair, and index keys below 2,704 bytes.

import { createHash } from 'node:crypto'

/** Questions are kept up to here (characters), as they are read. */
const QUESTION_LENGTH = 4_000
const KEY_LENGTH = 200

/** The text without what PostgreSQL refuses. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

/** A person's question as it is kept. */
export function storableQuestion(question: string): string {
  return storable(question.slice(0, QUESTION_LENGTH))
}

/** The id where it can be an index key, else its hash; different ids stay different. */
export function storableKey(id: string): string {
  if (id.length <= KEY_LENGTH && storable(id) === id) return id
  return `sha256:${createHash('sha256').update(JSON.stringify(id)).digest('base64url')}`
}
