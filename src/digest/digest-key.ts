// Names of channels and of posts. A post's goes along with it unseen, so that it is recognised in the channel.

import type { DayPost } from '../ports/digest-day-store.ts'
import type { Channel } from '../ports/place.ts'

/** One text for one channel. */
export function channelName({ platform, tenant, channel }: Channel): string {
  return JSON.stringify([platform, tenant, channel])
}

/** `digest/slack/T0/C0/2026-11-18`, and with the notice's name behind it for a post on the day. */
export function digestKey({ channel: { platform, tenant, channel }, day, notice }: DayPost): string {
  const digest = `digest/${platform}/${tenant}/${channel}/${day}`
  return notice === undefined ? digest : `${digest}/${notice}`
}
