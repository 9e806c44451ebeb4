// What the contracts are handed: a store, opened before each file's first test, and names nobody else uses.

import { randomUUID } from 'node:crypto'
import type { Store } from '../../../adapters/storage/open-store.ts'
import type { Channel, Person, Tenant } from '../../../src/ports/place.ts'
import type { TestClock } from '../../storage/test-clock.ts'

export type TestStore = Store & { readonly clock: TestClock }

/** Text that PostgreSQL would refuse as it stands: a NUL, half a surrogate pair. */
export const HOSTILE = "who\0 does '; drop table question; -- \ud83d \\ 😀"

export function newTenant(): Tenant {
  return { platform: 'slack', tenant: `T${randomUUID()}` }
}

export function newChannel(tenant = newTenant()): Channel {
  return { ...tenant, channel: `C${randomUUID()}` }
}

export function newPerson(tenant = newTenant()): Person {
  return { ...tenant, user: `U${randomUUID()}` }
}
