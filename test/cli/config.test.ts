import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { CONFIG_VARIABLES, readConfig } from '../../src/config.ts'
import { AppError } from '../../src/errors.ts'

const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      knowledgeDir: './knowledge',
      host: '127.0.0.1',
      port: 3000,
      logLevel: 'info',
      colour: true,
      dataDir: './data',
      retentionDays: 90,
      defaultZone: 'Europe/Paris',
      incidentChannels: /^inc(ident)?-/u,
    })
  })

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', KNOWLEDGE_DIR: ' ', NO_COLOR: '' })).toEqual(readConfig({}))
  })

  it('reads what is set', () => {
    const read = readConfig({ PORT: '0', PUBLIC_URL: 'https://raci.example.com/', NO_COLOR: '1', LOG_LEVEL: 'debug' })
    expect(read).toMatchObject({ port: 0, publicUrl: 'https://raci.example.com', colour: false, logLevel: 'debug' })
  })

  it('reads who may change maintenance', () => {
    expect(readConfig({ MAINTENANCE_EDITORS: 'U1, C2\n 19:x@thread.tacv2' }).maintenanceEditors).toEqual([
      ...['U1', 'C2', '19:x@thread.tacv2'],
    ])
  })

  it.each([
    ['DEFAULT_ZONE', '+02:00', 'DEFAULT_ZONE must be an IANA time zone such as Europe/Paris (see .env.example).'],
    ['DEFAULT_ZONE', 'Paris', 'DEFAULT_ZONE must be an IANA time zone such as Europe/Paris (see .env.example).'],
    ['PORT', 'http', 'PORT must be a number (see .env.example).'],
    ['PORT', '1.5', 'PORT must be a whole number (see .env.example).'],
    ['PORT', '70000', 'PORT must be 0 to 65535 (see .env.example).'],
    ['PUBLIC_URL', 'raci.example.com', 'PUBLIC_URL must be an http or https address (see .env.example).'],
    ['PUBLIC_URL', 'file:///etc', 'PUBLIC_URL must be an http or https address (see .env.example).'],
    [
      'LOG_LEVEL',
      'loud',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent (see .env.example).',
    ],
  ])('names %s when it is %j', (name, value, text) => {
    expect(complaint({ [name]: value })).toBe(text)
  })

  it('names every wrong variable at once', () => {
    expect(complaint({ PORT: 'x', LOG_LEVEL: 'x' }).split('\n')).toHaveLength(2)
  })
})

describe('.env.example', () => {
  const written = parseEnv(example.replaceAll(/^#(?=[A-Z_]+=)/gmu, ''))

  it('names every variable that is read, and no other', () => {
    expect(Object.keys(written).toSorted()).toEqual([...CONFIG_VARIABLES].toSorted())
  })

  it('holds the defaults', () => {
    expect(readConfig(parseEnv(example))).toEqual(readConfig({}))
  })
})

function complaint(environment: Record<string, string>): string {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof AppError) return error.forPerson
    throw error
  }
  return 'no complaint'
}
