// One workspace, one token: who the bot is there, asked of Slack once.

import type { Authorize, AuthorizeResult } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { AppError } from '../../src/errors.ts'
import { slackError } from './open-view.ts'

/** Answers with the one token; a failure is not remembered, so that a Slack that was down is asked again. */
export function authorizeOne(client: WebClient, botToken: string): Authorize<boolean> {
  let known: Promise<AuthorizeResult> | undefined
  const ask = async (): Promise<AuthorizeResult> => {
    const { user_id, bot_id, team_id } = await client.auth.test({ token: botToken })
    return {
      botToken,
      ...(user_id ? { botUserId: user_id } : {}),
      ...(bot_id ? { botId: bot_id } : {}),
      ...(team_id ? { teamId: team_id } : {}),
    }
  }
  return async () => {
    known ??= ask()
    try {
      return { ...(await known) }
    } catch (error) {
      known = undefined
      if (REFUSALS.has(slackError(error) ?? '')) throw error
      // Who the bot is matters less than an answer: the call that posts it may get through.
      return { botToken }
    }
  }
}

/** True when Slack says that the token is dead; false when it works, and when nobody can say. */
export async function isRefused(client: WebClient, token: string): Promise<boolean> {
  try {
    await client.auth.test({ token })
    return false
  } catch (error) {
    return REFUSALS.has(slackError(error) ?? '')
  }
}

const REFUSALS = new Set(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired'])

/** Throws AppError when Slack refuses the token; a Slack that cannot be reached is no reason not to start. */
export async function checkToken(client: WebClient, botToken: string): Promise<'accepted' | 'unreachable'> {
  try {
    await client.auth.test({ token: botToken })
    return 'accepted'
  } catch (error) {
    const said = slackError(error)
    if (said === undefined || !REFUSALS.has(said)) return 'unreachable'
    throw new AppError(
      `slack refused the bot token: ${said}`,
      `Slack does not accept SLACK_BOT_TOKEN (${said}). Copy the Bot User OAuth Token anew from api.slack.com/apps > your app > OAuth & Permissions.`,
      { cause: error },
    )
  }
}
