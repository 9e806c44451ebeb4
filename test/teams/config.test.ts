import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { AppError } from '../../src/errors.ts'

const id = { TEAMS_APP_ID: '11111111-1111-4111-8111-111111111111' }
const tenant = { TEAMS_TENANT_ID: '22222222-2222-4222-8222-222222222222' }
const password = { TEAMS_APP_PASSWORD: 'secret' }

describe('Teams in the environment', () => {
  it('is off without anything', () => {
    expect(readConfig({}).teams).toBeUndefined()
    expect(readConfig({ TEAMS_APP_ID: '', TEAMS_DEVELOPMENT: '0' }).teams).toBeUndefined()
  })

  it('is a single-tenant bot with all of its registration', () => {
    expect(readConfig({ ...id, ...tenant, ...password }).teams).toEqual({
      appId: id.TEAMS_APP_ID,
      tenant: tenant.TEAMS_TENANT_ID,
      password: 'secret',
    })
  })

  it('is open to this machine where that was switched on', () => {
    expect(readConfig({ TEAMS_DEVELOPMENT: '1' }).teams).toBe('development')
  })

  it.each([
    ['no password', { ...id, ...tenant }, ['TEAMS_APP_PASSWORD is missing', 'Certificates & secrets']],
    ['an empty password', { ...id, ...tenant, TEAMS_APP_PASSWORD: ' ' }, ['TEAMS_APP_PASSWORD is missing']],
    ['no tenant', { ...id, ...password }, ['TEAMS_TENANT_ID is missing', 'Directory (tenant) ID']],
    ['no app id', { ...tenant, ...password }, ['TEAMS_APP_ID is missing', 'Application (client) ID']],
    ['two things missing', tenant, ['TEAMS_APP_ID is missing', 'TEAMS_APP_PASSWORD is missing']],
    ['an id that is none', { ...id, ...password, TEAMS_TENANT_ID: 'common' }, ['TEAMS_TENANT_ID must be']],
    ['the switch beside a registration', { ...id, TEAMS_DEVELOPMENT: '1' }, ['remove it, or TEAMS_APP_ID']],
    ['another switch', { TEAMS_DEVELOPMENT: 'yes' }, ['TEAMS_DEVELOPMENT must be 0 or 1']],
  ])('stops the start for %s', (_what, environment, parts) => {
    const complaint = complaintOf(environment)
    for (const part of parts) expect(complaint).toContain(part)
    expect(complaint).not.toContain('secret\n')
  })
})

function complaintOf(environment: Readonly<Record<string, string>>): string {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof AppError) return error.forPerson
  }
  return ''
}
