import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  COMMAND,
  EVENTS,
  EVENTS_PATH,
  MESSAGE_SHORTCUT,
  OPTIONAL_SCOPES,
  REDIRECT_PATH,
  SCOPES,
} from '../../adapters/slack/names.ts'
import manifest from '../../manifest/slack.json' with { type: 'json' }
import many from '../../manifest/slack-many-workspaces.json' with { type: 'json' }
import { validatorOf } from './schemas.ts'

const code = readdirSync(new URL('../../adapters/slack', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(new URL(`../../adapters/slack/${file}`, import.meta.url), 'utf8'))
  .join('\n')

describe('manifest/slack.json', () => {
  it('is what Slack’s own types say a manifest is', () => {
    const isManifest = validatorOf('manifest')
    isManifest(manifest)
    expect(isManifest.errors ?? []).toEqual([])
  })

  it('fails that check when a scope or an event is misspelt', () => {
    const isManifest = validatorOf('manifest')
    expect(isManifest({ ...manifest, oauth_config: { scopes: { bot: ['chat:wirte'] } } })).toBe(false)
    expect(isManifest({ ...manifest, settings: { event_subscriptions: { bot_events: ['message.dm'] } } })).toBe(false)
  })

  it('asks for the scopes that the code names a use for, and no other', () => {
    expect(manifest.oauth_config.scopes.bot).toEqual(Object.keys({ ...SCOPES, ...OPTIONAL_SCOPES }).toSorted())
    expect(manifest.oauth_config.scopes.bot_optional).toEqual(Object.keys(OPTIONAL_SCOPES).toSorted())
    expect(Object.keys(SCOPES).toSorted()).toEqual(['app_mentions:read', 'chat:write', 'commands', 'im:history'])
  })

  it('subscribes to the events that are listened to, and no other', () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual([...EVENTS])
    const heard = [...code.matchAll(/app\.event\('(\w+)'/gu)].map(([, name]) => name)
    expect(heard.toSorted()).toEqual(EVENTS.map((event) => event.replace(/\..*/u, '')).toSorted())
  })

  it('has the command and the shortcut that are listened to', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([COMMAND])
    expect(manifest.features.shortcuts.map(({ callback_id, type }) => [callback_id, type])).toEqual([
      [MESSAGE_SHORTCUT, 'message'],
    ])
    expect([...code.matchAll(/app\.(?:command|shortcut)\(/gu)]).toHaveLength(2)
  })

  it('keeps to Slack’s lengths', () => {
    const { name, description, long_description } = manifest.display_information
    expect(name.length).toBeLessThanOrEqual(35)
    expect(description.length).toBeLessThanOrEqual(140)
    expect(long_description.length).toBeGreaterThanOrEqual(174)
    expect(long_description.length).toBeLessThanOrEqual(4_000)
    for (const shortcut of manifest.features.shortcuts) expect(shortcut.name.length).toBeLessThanOrEqual(24)
  })
})

describe('manifest/slack-many-workspaces.json', () => {
  const HOST = 'https://raci.example.com'

  it('is what Slack’s own types say a manifest is', () => {
    const isManifest = validatorOf('manifest')
    isManifest(many)
    expect(isManifest.errors ?? []).toEqual([])
  })

  it('is the same app, over HTTP, to be installed by anybody, with tokens that expire', () => {
    const url = `${HOST}${EVENTS_PATH}`
    expect(many).toEqual({
      ...manifest,
      features: {
        ...manifest.features,
        slash_commands: manifest.features.slash_commands.map((command) => ({ ...command, url })),
      },
      oauth_config: { ...manifest.oauth_config, redirect_urls: [`${HOST}${REDIRECT_PATH}`] },
      settings: {
        ...manifest.settings,
        event_subscriptions: { ...manifest.settings.event_subscriptions, request_url: url },
        interactivity: { is_enabled: true, request_url: url },
        org_deploy_enabled: true,
        socket_mode_enabled: false,
        token_rotation_enabled: true,
      },
    })
  })

  it('is not mixed up with the one for one workspace, whose token does not expire and which nobody redirects to', () => {
    expect(manifest.oauth_config).not.toHaveProperty('redirect_urls')
    expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, token_rotation_enabled: false })
  })
})
