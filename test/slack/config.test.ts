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

  describe('for many workspaces', () => {
    const many = {
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'client-secret',
      SLACK_STATE_SECRET: 's'.repeat(32),
      ENCRYPTION_KEYS: 'first:key',
      PUBLIC_URL: 'https://raci.example.com/',
      ...secret,
    }

    it.each([
      ['HTTP', {}, 'http'],
      ['Socket Mode', app, 'socket'],
    ])('needs the app’s own credentials, over %s', (_mode, more, mode) => {
      const read = readConfig({ ...many, ...more })
      expect(read.slack?.intake.mode).toBe(mode)
      expect(read.encryptionKeys).toBe('first:key')
      expect(read.slack).toMatchObject({
        installing: {
          clientId: '1.2',
          clientSecret: 'client-secret',
          stateSecret: 's'.repeat(32),
          publicUrl: 'https://raci.example.com',
        },
      })
    })

    it.each([
      ['SLACK_CLIENT_ID', 'App Credentials > Client ID'],
      ['SLACK_CLIENT_SECRET', 'App Credentials > Client Secret'],
      ['SLACK_STATE_SECRET', 'openssl rand -base64 32'],
      ['ENCRYPTION_KEYS', 'openssl rand -base64 32'],
      ['PUBLIC_URL', 'OAuth & Permissions > Redirect URLs'],
      ['SLACK_SIGNING_SECRET', 'App Credentials > Signing Secret'],
    ])('does not start without %s', (name, place) => {
      const complaint = complaintOf({ ...many, [name]: '' })
      expect(complaint).toContain(`${name} `)
      expect(complaint).toContain(place)
    })

    it('is not mixed with one workspace’s token', () => {
      expect(complaintOf({ ...many, ...bot })).toContain('leave one of the two ways out')
    })
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
