import { beforeEach, describe, expect, it } from 'vitest'
import { tendDeliveries } from '../../src/conversation/tend-deliveries.ts'
import { AppError } from '../../src/errors.ts'
import type { Accepted } from '../../src/ports/delivery-store.ts'
import { MemoryDeliveries } from '../slack/memory-stores.ts'

describe('what a journal has left', () => {
  const ONE = { id: 'slack/T1/command/1', note: 'one' }
  const TWO = { id: 'slack/T1/command/2', note: 'two' }
  let left: Accepted[]
  let deliveries: MemoryDeliveries
  let resumed: string[]
  let failed: string[]

  beforeEach(() => {
    left = [ONE, TWO]
    deliveries = new MemoryDeliveries()
    resumed = []
    failed = []
  })
  const tend = () =>
    tendDeliveries({
      deliveries,
      journal: {
        write: () => undefined,
        strike: (id) => {
          left = left.filter((one) => one.id !== id)
        },
        left: async () => left,
      },
      platforms: {
        slack: {
          apologise: async () => undefined,
          resume: async ({ note }) => {
            resumed.push(note)
          },
        },
      },
      failed: (_, id) => failed.push(id),
    })

  it('goes to the store and is resumed from there', async () => {
    await tend()
    expect([left, resumed, failed]).toEqual([[], ['one', 'two'], []])
  })

  it('is not done again where the store knows it as done', async () => {
    const claim = await deliveries.claim(ONE.id)
    if (typeof claim === 'object') await deliveries.finish(claim)
    await tend()
    expect([left, resumed, failed]).toEqual([[], ['two'], []])
  })

  it('stays while the store is down', async () => {
    deliveries.down = true
    await tend()
    expect([left, resumed, failed]).toEqual([[ONE, TWO], [], [ONE.id, TWO.id]])
    deliveries.down = false
    await tend()
    expect([left, resumed]).toEqual([[], ['one', 'two']])
  })

  it('goes on without the one that cannot be stored', async () => {
    const accept = deliveries.accept.bind(deliveries)
    deliveries.accept = async (batch) => {
      if (batch.includes(ONE)) throw new AppError('odd', 'odd')
      await accept(batch)
    }
    await tend()
    expect([left, resumed, failed]).toEqual([[ONE], ['two'], [ONE.id]])
  })
})
