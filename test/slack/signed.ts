// A delivery as Slack signs it.

import { createHmac } from 'node:crypto'
import { SECRETS } from './local-slack.ts'

export interface Signing {
  readonly retry?: number | undefined
  /** Seconds; now by default. */
  readonly at?: number
  readonly secret?: string
}

export interface Delivered {
  readonly status: number
  /** How long the acknowledgement took. */
  readonly ms: number
}

/** Posts the body to `/slack/events` of a replica. */
export async function deliverSigned(
  replica: string,
  body: string,
  type: string,
  { retry, at = Math.floor(Date.now() / 1000), secret = SECRETS.signing }: Signing = {},
): Promise<Delivered> {
  const begun = performance.now()
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`
  const response = await fetch(`${replica}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': type,
      'X-Slack-Signature': signature,
      'X-Slack-Request-Timestamp': String(at),
      ...(retry ? { 'X-Slack-Retry-Num': String(retry), 'X-Slack-Retry-Reason': 'http_timeout' } : {}),
    },
  })
  await response.text()
  return { status: response.status, ms: performance.now() - begun }
}
