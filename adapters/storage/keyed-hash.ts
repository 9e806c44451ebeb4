// Ids of people and conversations rest as HMAC-SHA256 under the installation's key: the same id is found again,
// and nobody who reads the database can tell whose it is or try out the few ids that there are.

import { createHmac } from 'node:crypto'
import type { Person } from '../../src/ports/place.ts'

/** 43 characters of base64url that stand for the person in every table. */
export function personHash(key: Uint8Array, { platform, tenant, user }: Person): string {
  return keyedHash(key, ['person', platform, tenant, user])
}

/** 43 characters of base64url that stand for the conversation. */
export function conversationHash(key: Uint8Array, conversation: string): string {
  return keyedHash(key, ['conversation', conversation])
}

/** Written as JSON, so that no two lists of parts run into the same text. */
function keyedHash(key: Uint8Array, parts: readonly string[]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')
}
