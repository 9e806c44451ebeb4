// What is looked after between questions: what was acknowledged and never begun is answered, and whoever was being
// answered when a replica died is told.

import type { AckJournal } from '../ports/ack-journal.ts'
import type { Abandoned, Accepted, DeliveryStore } from '../ports/delivery-store.ts'
import type { Platform } from '../ports/place.ts'

/** A platform's part in it. */
export interface Tended {
  /** Tells somebody that their answer died with a replica. */
  apologise(abandoned: Abandoned): Promise<void>
  /** Does what was acknowledged and never begun; absent where nothing is accepted before it is begun. */
  resume?(accepted: Accepted): Promise<void>
}

export interface Tending {
  readonly deliveries: DeliveryStore
  /** Where a process that was killed has noted what the store does not have; absent where there is none. */
  readonly journal?: AckJournal | undefined
  readonly platforms: Readonly<Partial<Record<Platform, Tended | undefined>>>
  /** Told what went wrong with one delivery; the others go on. */
  readonly failed: (error: unknown, id: string) => void
}

/** One round, to be made every few seconds. Rejects with AppError when the store is down. */
export async function tendDeliveries({ deliveries, journal, platforms, failed }: Tending): Promise<void> {
  const kept: Readonly<Record<string, Tended | undefined>> = platforms
  // Ids begin with their platform.
  const tended = ({ id }: Accepted | Abandoned) => kept[id.split('/', 1)[0] ?? '']
  // What the store knows by now, even as done, stays there as it is.
  for (const one of (await journal?.left()) ?? []) {
    await deliveries.accept([one]).then(
      () => journal?.strike(one.id),
      (error: unknown) => failed(error, one.id),
    )
  }
  for (const one of await deliveries.takeWaiting()) {
    await tended(one)
      ?.resume?.(one)
      .catch((error: unknown) => failed(error, one.id))
  }
  for (const one of await deliveries.takeAbandoned()) {
    await tended(one)
      ?.apologise(one)
      .catch((error: unknown) => failed(error, one.id))
  }
}
