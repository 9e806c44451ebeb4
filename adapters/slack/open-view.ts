// Opens a modal.

import { type View, WebAPIPlatformError, type WebClient } from '@slack/web-api'

/** Opens the view. A trigger that was used already means that an earlier try had arrived. */
export async function openView(client: WebClient, trigger: string, view: View): Promise<void> {
  try {
    await client.views.open({ trigger_id: trigger, view })
  } catch (error) {
    if (slackError(error) !== 'exchanged_trigger_id') throw error
  }
}

/** Slack's own word for what went wrong (`invalid_auth`, `missing_scope`); undefined for any other failure. */
export function slackError(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined
}
