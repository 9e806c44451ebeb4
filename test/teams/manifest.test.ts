import { readdirSync, readFileSync } from 'node:fs'
import { AppManifestUtils } from '@microsoft/app-manifest'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { COMMANDS, MESSAGE_COMMAND, MESSAGES_PATH, SCOPES, SEARCH_COMMAND } from '../../adapters/teams/names.ts'
import manifest from '../../manifest/teams/manifest.json' with { type: 'json' }
import { ICONS } from '../../scripts/teams/icons.ts'
import { manifestFor, packageApp } from '../../scripts/teams/package-app.ts'
import { readChannelCommand } from '../../src/conversation/channel-command.ts'
import { readDigestCommand } from '../../src/conversation/digest-command.ts'
import { readMaintenanceCommand } from '../../src/conversation/maintenance-command.ts'

const identity = { appId: '11111111-1111-4111-8111-111111111111', publicUrl: 'https://raci.example.org' }
const [bot] = manifest.bots
const [extension] = manifest.composeExtensions

describe('manifest/teams/manifest.json', () => {
  it('is valid by Microsoft’s schema, as it is kept and as it is packed', async () => {
    expect(await problemsOf(manifest)).toEqual([])
    expect(await problemsOf(manifestFor(identity))).toEqual([])
  })

  it.each([
    ['a scope that is none', { ...manifest, bots: [{ ...bot, scopes: ['channel'] }] }],
    ['an unknown property', { ...manifest, colour: 'red' }],
    ['no version', { ...manifest, version: undefined }],
  ])('fails that check with %s', async (_what, faulty) => {
    expect(await problemsOf(faulty)).not.toEqual([])
  })

  it('lists the commands that the code knows, in their order', () => {
    const listed = bot?.commandLists.flatMap(({ commands }) => commands) ?? []
    expect(listed).toEqual(Object.entries(COMMANDS).map(([title, description]) => ({ title, description })))
    expect(listed.length).toBeLessThanOrEqual(12)
    for (const title of ['bind', 'incident']) expect(readChannelCommand(title, () => false)).toBeDefined()
    expect(readMaintenanceCommand('maintenance')).toMatchObject({ name: 'list' })
    expect(readDigestCommand('digest')).toMatchObject({ name: 'form' })
  })

  it('may be installed where the code answers, and nowhere else', () => {
    expect(bot?.scopes).toEqual(SCOPES)
    expect(bot?.commandLists.map(({ scopes }) => scopes)).toEqual([[...SCOPES]])
  })

  it('has the commands of the message extension that are answered', () => {
    expect(extension?.commands.map(({ id, type, context }) => [id, type, ...context])).toEqual([
      [SEARCH_COMMAND, 'query', 'compose', 'commandBox'],
      [MESSAGE_COMMAND, 'action', 'message'],
    ])
  })

  it('asks to read nothing beyond what it is told, and opens no domain inside Teams', () => {
    expect(manifest.permissions).toEqual(['identity', 'messageTeamMembers'])
    expect(manifest).not.toHaveProperty('authorization')
    expect(manifest).not.toHaveProperty('webApplicationInfo')
    expect(manifest.validDomains).toEqual([])
    const code = readdirSync(new URL('../../adapters/teams', import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(new URL(`../../adapters/teams/${file}`, import.meta.url), 'utf8'))
    // Pages inside Teams are what would need a domain: dialogs hold cards, and links open in the browser.
    expect(code.filter((text) => /contentUrl|fallbackUrl|websiteUrl|tab\//u.test(text))).toEqual([])
  })

  it('has its endpoint where README and .env.example say', () => {
    expect(MESSAGES_PATH).toBe('/api/messages')
    expect(readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')).toContain(MESSAGES_PATH)
  })
})

describe('the icons', () => {
  const sizes = { 'color.png': 192, 'outline.png': 32 } as const

  it.each(['color.png', 'outline.png'] as const)(
    '%s has the size that Teams asks for and is what the script draws',
    (name) => {
      const file = readFileSync(new URL(`../../manifest/teams/${name}`, import.meta.url))
      expect(file.subarray(1, 4).toString('latin1')).toBe('PNG')
      expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([sizes[name], sizes[name]])
      expect(Buffer.compare(file, ICONS[name]())).toBe(0)
    },
  )
})

describe('the package', () => {
  const files = unzipSync(packageApp(identity))

  it('holds the manifest with the installation’s ids, and both icons', () => {
    expect(Object.keys(files)).toEqual(['manifest.json', 'color.png', 'outline.png'])
    const packed = JSON.parse(new TextDecoder().decode(files['manifest.json']))
    expect(packed).toEqual(manifestFor(identity))
    expect(JSON.stringify(packed)).not.toMatch(/00000000-0000|example\.com/u)
  })

  it('is the same for the same ids', () => {
    expect(Buffer.compare(packageApp(identity), packageApp(identity))).toBe(0)
  })
})

async function problemsOf(candidate: object): Promise<readonly string[]> {
  // The check takes any object: what is wrong with it is what it is for.
  return AppManifestUtils.validateAgainstSchema(
    candidate as Parameters<typeof AppManifestUtils.validateAgainstSchema>[0],
  )
}
