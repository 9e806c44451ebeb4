// Who and where of a setting, as the stores want them.

import type { Channel, Person } from '../ports/place.ts'
import type { Setting } from './incoming.ts'

/** Who speaks; undefined where nobody is known. */
export function personOf({ platform, tenant = '', user }: Setting): Person | undefined {
  return user === undefined ? undefined : { platform, tenant, user }
}

/** The channel or direct message; undefined outside of one. */
export function channelOf({ platform, tenant = '', channel }: Setting): Channel | undefined {
  return channel === undefined ? undefined : { platform, tenant, channel }
}
