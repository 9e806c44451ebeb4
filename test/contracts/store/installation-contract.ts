import { describe, expect, test } from 'vitest'
import type { Installation } from '../../../src/ports/installation-store.ts'
import { newTenant, type TestStore } from './test-store.ts'

const installedAt = new Date('2026-11-02T09:15:00.250Z')

export function installationContract(store: () => TestStore): void {
  describe('installations', () => {
    test('finds what was saved, to the letter', async () => {
      const plain: Installation = { ...newTenant(), credentials: '{"token":"xoxb-é"}', installedAt }
      const grid: Installation = { ...newTenant(), enterprise: 'E0123', credentials: '{}', installedAt }
      await store().installations.save(plain)
      await store().installations.save(grid)
      expect(await store().installations.find(plain)).toEqual(plain)
      expect(await store().installations.find(grid)).toEqual(grid)
    })

    test('replaces an earlier installation of the tenant', async () => {
      const first: Installation = { ...newTenant(), enterprise: 'E1', credentials: 'old', installedAt }
      const { enterprise: _, ...rest } = first
      const second: Installation = { ...rest, credentials: 'new', installedAt: new Date('2026-11-03T00:00:00Z') }
      await store().installations.save(first)
      await store().installations.save(second)
      expect(await store().installations.find(first)).toEqual(second)
    })

    test('keeps platforms apart that use the same id', async () => {
      const { tenant } = newTenant()
      await store().installations.save({ platform: 'slack', tenant, credentials: 's', installedAt })
      expect(await store().installations.find({ platform: 'teams', tenant })).toBeUndefined()
    })

    test('removes an installation once', async () => {
      const tenant = newTenant()
      await store().installations.save({ ...tenant, credentials: 'c', installedAt })
      expect(await store().installations.remove(tenant)).toBe(true)
      expect(await store().installations.remove(tenant)).toBe(false)
      expect(await store().installations.find(tenant)).toBeUndefined()
    })

    test('lists the tenants of one platform, oldest first, without credentials', async () => {
      const late = { platform: 'teams', tenant: 'late' } as const
      const early = { platform: 'teams', tenant: 'early' } as const
      await store().installations.save({ ...late, credentials: 'c', installedAt: new Date('2026-02-01') })
      await store().installations.save({ ...early, credentials: 'c', installedAt: new Date('2026-01-01') })
      expect(await store().installations.list('teams')).toEqual([early, late])
    })
  })
}
