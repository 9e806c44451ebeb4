import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { CHAT_SOURCE } from '../../../src/domain/maintenance.ts'
import type { MaintenanceStore } from '../../../src/ports/maintenance-store.ts'
import { LEARNED, laterBy, report } from '../../digest/windows.ts'

export function maintenanceContract(store: () => MaintenanceStore): void {
  describe('the calendar', () => {
    const ANCIENT = '2000-01-01T00:00:00.000Z'

    test('takes a batch in once, and what changed as history', async () => {
      const source = randomUUID()
      const products = [source]
      const first = { source, reports: [report({ source, products }), report({ source, products, key: 'm2' })] }
      expect(await store().take(first, LEARNED)).toHaveLength(2)
      expect(await store().take(first, laterBy(1))).toEqual([])
      const second = { source, reports: [report({ source, products, state: 'cancelled' })] }
      expect(await store().take(second, laterBy(2))).toMatchObject([
        { id: `${source}/m1`, state: 'cancelled', history: [{ kind: 'added' }, { kind: 'cancelled', at: laterBy(2) }] },
      ])
      const known = await store().since(ANCIENT)
      expect(known.filter(({ id }) => id.startsWith(source)).map(({ id, state }) => [id, state])).toEqual([
        [`${source}/m1`, 'cancelled'],
        [`${source}/m2`, 'scheduled'],
      ])
    })

    test('takes two sources at once: one window', async () => {
      const products = [randomUUID()]
      await Promise.all(
        [randomUUID(), randomUUID(), randomUUID()].map((source) =>
          store().take({ source, reports: [report({ source, products })] }, LEARNED),
        ),
      )
      const known = (await store().since(ANCIENT)).filter((window) => window.products[0] === products[0])
      expect(known.map(({ links }) => links.length)).toEqual([3])
    })

    test('keeps what is told in chat, moved and called off, as one window with its history', async () => {
      const [key, products] = [randomUUID(), [randomUUID()]]
      const told = report({ source: CHAT_SOURCE, key, products, announcedAt: LEARNED })
      const moved = { ...told, start: '2026-11-20T21:00:00.000Z', end: '2026-11-20T22:30:00.000Z' }
      for (const [minute, one] of [told, told, moved, { ...moved, state: 'cancelled' as const }].entries())
        await store().take({ source: CHAT_SOURCE, reports: [one] }, laterBy(minute))
      const known = (await store().since(ANCIENT)).filter((window) => window.products[0] === products[0])
      expect(known).toMatchObject([
        {
          ...{ id: `chat/${key}`, state: 'cancelled', start: moved.start, announcedAt: LEARNED },
          history: [
            { kind: 'added', at: LEARNED },
            { kind: 'moved', at: laterBy(2), was: { start: told.start } },
            { kind: 'cancelled', at: laterBy(3), source: 'chat' },
          ],
        },
      ])
    })

    test('gives what ends or changed later than a time', async () => {
      const source = randomUUID()
      const old = { start: '2026-10-01T00:00:00.000Z', end: '2026-10-01T01:00:00.000Z', products: [source] }
      await store().take({ source, reports: [report({ source, ...old })] }, LEARNED)
      const ids = async (from: string) =>
        (await store().since(from)).filter(({ id }) => id.startsWith(source)).map(({ id }) => id)
      expect(await ids(laterBy(-1))).toEqual([`${source}/m1`])
      expect(await ids(laterBy(1))).toEqual([])
    })

    test('keeps text that a database refuses', async () => {
      const source = randomUUID()
      const hostile = report({ source, products: [source], key: `${'k'.repeat(5000)}\0\ud83d`, title: '\0 \ud83d \\' })
      await store().take({ source, reports: [hostile] }, LEARNED)
      expect(await store().take({ source, reports: [hostile] }, laterBy(1))).toEqual([])
    })

    test('remembers how its sources are doing', async () => {
      const source = randomUUID()
      const failed = {
        ...{ source, failures: 2, reason: 'answered 500', reachedAt: LEARNED },
        ...{ retryAt: laterBy(10), failedAt: laterBy(5) },
      }
      await store().stand(failed)
      expect((await store().standings()).filter((one) => one.source === source)).toEqual([failed])
      await store().stand({ source, failures: 0 })
      expect((await store().standings()).filter((one) => one.source === source)).toEqual([{ source, failures: 0 }])
    })
  })
}
