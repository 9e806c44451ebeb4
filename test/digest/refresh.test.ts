import { describe, expect, it } from 'vitest'
import { MemoryMaintenanceStore } from '../../adapters/storage/memory-maintenance-store.ts'
import { outagesOf, refresh } from '../../src/digest/refresh.ts'
import type { MaintenanceSource, SourceReading } from '../../src/ports/maintenance-source.ts'
import { laterBy, report } from './windows.ts'

const FAILED: SourceReading = { kind: 'failed', reason: 'answered 500' }
const READ: SourceReading = { kind: 'read', problems: [], batch: { source: 'status', reports: [report()] } }

/** A source that answers one reading after the other, and counts how often it was asked. */
function scripted(...readings: readonly SourceReading[]): MaintenanceSource & { asked: number } {
  return {
    name: 'status',
    asked: 0,
    async read() {
      this.asked++
      return readings[this.asked - 1] ?? READ
    },
  }
}

async function refreshed(source: MaintenanceSource, minutes: readonly number[]) {
  const store = new MemoryMaintenanceStore()
  for (const minute of minutes) await refresh([source], store, laterBy(minute))
  return { windows: await store.since(laterBy(-1)), outages: outagesOf(await store.standings(), ['status']) }
}

describe('a source that fails', () => {
  it('keeps what was known, and is named with when it was reached last', async () => {
    const { windows, outages } = await refreshed(scripted(READ, FAILED), [0, 10])
    expect(windows).toMatchObject([{ id: 'status/m1' }])
    expect(outages).toEqual([{ source: 'status', reason: 'answered 500', reachedAt: laterBy(0) }])
  })

  it('that was never reached is named too', async () => {
    expect((await refreshed(scripted(FAILED), [0])).outages).toEqual([{ source: 'status', reason: 'answered 500' }])
  })

  it('is asked after 5, 10, 20, 40 minutes and then every hour', async () => {
    const source = scripted(...Array<SourceReading>(20).fill(FAILED))
    const minutes = Array.from({ length: 240 }, (_, minute) => minute)
    await refreshed(source, minutes)
    // 0, 5, 15, 35, 75, 135, 195
    expect(source.asked).toBe(7)
  })

  it('is left alone for as long as it asks', async () => {
    const source = scripted({ ...FAILED, retryAfterMs: 30 * 60_000 })
    await refreshed(source, [0, 10, 29])
    expect(source.asked).toBe(1)
  })

  it('is well again with the next reading', async () => {
    const source = scripted(FAILED, { kind: 'unchanged' }, FAILED)
    expect((await refreshed(source, [0, 5])).outages).toEqual([])
    expect(source.asked).toBe(2)
  })

  it('does not keep the others from being read', async () => {
    const store = new MemoryMaintenanceStore()
    await refresh([{ ...scripted(FAILED), name: 'other' }, scripted(READ)], store, laterBy(0))
    expect(await store.since(laterBy(-1))).toHaveLength(1)
  })
})

it('tells what could not be understood, by source', async () => {
  const source = scripted({ ...READ, problems: ['window 3: no time'] })
  const { problems } = await refresh([source], new MemoryMaintenanceStore(), laterBy(0))
  expect(problems).toEqual(['status: window 3: no time'])
})

it('names no source that nobody configures any more', () => {
  expect(outagesOf([{ source: 'gone', failures: 3 }], ['status'])).toEqual([])
})
