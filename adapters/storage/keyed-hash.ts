// Ids of people and conversations rest as HMAC-SHA256 under the installation's key: the same id is found again,
// and nobody who reads the database can tell whose it is or try out the few ids that there are.

import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import type { Channel, Person } from '../../src/ports/place.ts'

/** 43 characters of base64url that stand for the person in every table. */
export function personHash(key: Uint8Array, { platform, tenant, user }: Person): string {
  return keyedHash(key, ['person', platform, tenant, user])
}

/** 43 characters of base64url that stand for the conversation. */
export function conversationHash(key: Uint8Array, conversation: string): string {
  return keyedHash(key, ['conversation', conversation])
}

/** 32 bytes as 43 characters of base64url: the secret of the channel's calendar, another for every nonce. */
export function calendarSecret(key: Uint8Array, { platform, tenant, channel }: Channel, nonce: string): string {
  return keyedHash(key, ['calendar', platform, tenant, channel, nonce])
}

/** What a calendar's secret is looked up by. */
export function calendarHash(key: Uint8Array, secret: string): string {
  return keyedHash(key, ['calendar-secret', secret])
}

/** A key made ready, which takes longer than hashing with it, and what was hashed with it lately. */
interface Ready {
  readonly key: KeyObject
  readonly recent: Map<string, string>
}

const readied = new WeakMap<Uint8Array, Ready>()
/** One answer hashes the same person and the same conversation several times; longer nobody is remembered. */
const RECENT = 100

function readyKey(key: Uint8Array): Ready {
  const ready = readied.get(key) ?? { key: createSecretKey(key), recent: new Map() }
  readied.set(key, ready)
  return ready
}

/** Written as JSON, so that no two lists of parts run into the same text. */
function keyedHash(key: Uint8Array, parts: readonly string[]): string {
  const ready = readyKey(key)
  const text = JSON.stringify(parts)
  const known = ready.recent.get(text)
  if (known !== undefined) return known
  const hash = createHmac('sha256', ready.key).update(text).digest('base64url')
  const oldest = ready.recent.keys().next()
  if (ready.recent.size >= RECENT && !oldest.done) ready.recent.delete(oldest.value)
  ready.recent.set(text, hash)
  return hash
}
