// Many channels at the same time, without one platform or one busy tenant holding up the others.

import type { DigestSubscription } from '../ports/digest-subscription-store.ts'

/** Channels of one platform served at the same time; the platform's own pace is the notifier's business. */
const AT_ONCE = 8

interface Item {
  readonly subscription: Pick<DigestSubscription, 'platform' | 'tenant'>
}

/** Works on every item; `work` must not reject. Each platform has a lane of its own, its tenants take turns in it. */
export async function inLanes<T extends Item>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const lanes = Map.groupBy(items, ({ subscription }) => subscription.platform)
  await Promise.all([...lanes.values()].map((lane) => runLane(inTurns(lane), work)))
}

async function runLane<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values()
  const serve = async (): Promise<void> => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, serve))
}

/** The first of each tenant, then the second of each, and so on. */
function inTurns<T extends Item>(items: readonly T[]): readonly T[] {
  const tenants = [...Map.groupBy(items, ({ subscription }) => subscription.tenant).values()]
  const longest = Math.max(0, ...tenants.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => tenants.flatMap((of) => of.slice(at, at + 1))).flat()
}
