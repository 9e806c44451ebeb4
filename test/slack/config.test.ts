import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { AppError } from '../../src/errors.ts'

const bot = { SLACK_BOT_TOKEN: 'xoxb-1' }
const app = { SLACK_APP_TOKEN: 'xapp-1' }
const secret = { SLACK_SIGNING_SECRET: 'abc' }

describe('Slack in the environment', () => {
  it('is off without credentials', () => {
    expect(readConfig({}).slack).toBeUndefined()
    expect(readConfig({ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: ' ', SLACK_SIGNING_SECRET: '' }).slack).toBeUndefined()
  })

  it('is Socket Mode with an app token, HTTP with a signing secret', () => {
    expect(readConfig({ ...bot, ...app }).slack).toEqual({
      botToken: 'xoxb-1',
      intake: { mode: 'socket', appToken: 'xapp-1' },
    })
    expect(readConfig({ ...bot, ...secret }).slack).toEqual({
      botToken: 'xoxb-1',
      intake: { mode: 'http', signingSecret: 'abc' },
    })
    expect(readConfig({ ...bot, ...app, ...secret }).slack?.intake.mode).toBe('socket')
  })

  it.each([
    ['the bot token', app, ['SLACK_BOT_TOKEN is missing', 'OAuth & Permissions > Bot User OAuth Token']],
    ['the bot token', secret, ['SLACK_BOT_TOKEN is missing', 'https://api.slack.com/apps']],
    [
      'either way in',
      bot,
      ['SLACK_APP_TOKEN', 'App-Level Tokens', 'SLACK_SIGNING_SECRET', 'App Credentials > Signing Secret'],
    ],
    ['an empty signing secret', { ...bot, SLACK_SIGNING_SECRET: '' }, ['SLACK_SIGNING_SECRET', 'missing or empty']],
    [
      'tokens that were swapped',
      { SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' },
      ['SLACK_BOT_TOKEN must begin with xoxb-', 'SLACK_APP_TOKEN must begin with xapp-'],
    ],
    ['a pattern that is none', { INCIDENT_CHANNELS: '(' }, ['INCIDENT_CHANNELS must be a regular expression']],
  ])('stops the start for %s', (_what, environment, parts) => {
    const complaint = complaintOf(environment)
    for (const part of parts) expect(complaint).toContain(part)
  })

  it('never says a secret back', () => {
    expect(complaintOf({ SLACK_BOT_TOKEN: 'very-secret' })).not.toContain('very-secret')
  })
})

function complaintOf(environment: Readonly<Record<string, string>>): string {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof AppError) return error.forPerson
    throw error
  }
  return 'no complaint'
}
