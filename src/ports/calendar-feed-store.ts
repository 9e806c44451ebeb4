// The secret address of each channel's calendar, for programs that cannot sign in.

import type { Channel } from './place.ts'

/** Every member rejects with AppError when the store is down. */
export interface CalendarFeedStore {
  /** The channel's secret, 43 characters of base64url that stand for 32 bytes; made on first asking. */
  secretOf(channel: Channel): Promise<string>
  /** Another secret in place of the earlier one, which opens nothing from then on. */
  renew(channel: Channel): Promise<string>
  /** Whose secret it is; undefined for nobody's, whatever it looks like. */
  find(secret: string): Promise<Channel | undefined>
}
