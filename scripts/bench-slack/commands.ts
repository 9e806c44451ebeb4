// Slash commands as Slack posts and signs them; every one is new, and one of many people asks it.

import { createHmac } from 'node:crypto'
import { SIGNING_SECRET } from './servers.ts'

export interface Command {
  /** Last part of its response_url. */
  readonly name: string
  readonly body: string
  readonly headers: Readonly<Record<string, string | number>>
}

const PEOPLE = 500
const QUESTIONS = [
  'who restores backups on Email Pro',
  'who handles network incidents on Public Cloud Instances',
  'who renews the SSL certificate on Trusted Exchange',
  'who is informed about maintenance on OX Cloud',
  'who restores the bakcups',
  'show email pro incidents',
  'products',
  'who patches Nutanix',
]

let made = 0

/** A command signed now: Slack's signatures live five minutes. */
export function newCommand(slackUrl: string): Command {
  made += 1
  const name = `c${made}`
  const body = new URLSearchParams({
    token: 'verification',
    team_id: 'TBENCH',
    team_domain: 'example',
    channel_id: 'CBENCH',
    channel_name: 'operations',
    user_id: `U${made % PEOPLE}`,
    user_name: 'somebody',
    command: '/raci',
    text: QUESTIONS[made % QUESTIONS.length] ?? '',
    api_app_id: 'ABENCH',
    is_enterprise_install: 'false',
    response_url: `${slackUrl}/response/${name}`,
    trigger_id: `${made}.bench`,
  }).toString()
  const at = Math.floor(Date.now() / 1_000)
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${at}:${body}`).digest('hex')
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': Buffer.byteLength(body),
    'X-Slack-Request-Timestamp': at,
    'X-Slack-Signature': `v0=${signature}`,
  }
  return { name, body, headers }
}
