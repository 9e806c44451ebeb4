// An administrator's browser on its way through an installation: follows no redirect by itself, keeps the cookie.

import type { EmulatedSlack } from './emulated-slack.ts'

export interface Visit {
  readonly status: number
  readonly text: string
}

export interface Consent {
  /** Where Slack sends the browser back to. */
  readonly back: string
  readonly cookie: string
}

/** From our install page through Slack's consent. */
export async function agree(url: string, slack: EmulatedSlack, grant?: (scope: string) => string): Promise<Consent> {
  const begun = await fetch(`${url}/slack/install`, { redirect: 'manual' })
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { back: await slack.consent(begun.headers.get('location') ?? '', grant), cookie }
}

export async function visit({ back, cookie }: Consent): Promise<Visit> {
  const response = await fetch(back, { headers: { cookie }, redirect: 'manual' })
  return { status: response.status, text: await response.text() }
}
