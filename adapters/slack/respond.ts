// Answers through a response_url: five times within half an hour, where the bot need not be a member.

import type { FetchFunction } from '@slack/web-api'
import type { Respond } from './place.ts'

/** The sender for one address. Rejects with the status when Slack refuses. */
export function respondTo(url: string, fetch: FetchFunction): Respond {
  return async (message) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
    })
    if (!response.ok) throw new Error(`response_url refused: ${response.status} ${response.statusText}`)
  }
}
