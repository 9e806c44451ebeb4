// The name of one digest, which goes along with it unseen, so that it is recognised in the channel.

import type { DayClaim } from '../ports/digest-day-store.ts'

/** `digest/slack/T0/C0/2026-11-18` */
export function digestKey({ channel: { platform, tenant, channel }, day }: Pick<DayClaim, 'channel' | 'day'>): string {
  return `digest/${platform}/${tenant}/${channel}/${day}`
}
