// What platforms deliver twice must be done once: ids of deliveries, remembered across replicas and restarts.

/** The right to do a piece of work, held by one replica until its lease runs out. */
export interface Claim {
  readonly id: string
  /** From 1; counts the claims of this id, so that a holder who lost the lease cannot finish for the next. */
  readonly attempt: number
}

export interface ClaimOptions {
  /** Milliseconds after which another replica may take the work over. Default 60 s. */
  readonly leaseMs?: number
  /** Milliseconds for which the id is remembered. Default one hour; never below 15 minutes. */
  readonly keptMs?: number
  /** What another replica needs if this one dies (where to apologise), as text. */
  readonly note?: string
}

/** A delivery that the platform was told "ok" for. */
export interface Accepted {
  readonly id: string
  /** What any replica needs to do the work. */
  readonly note: string
}

/** Work whose holder has died: its lease ran out and it was not finished. */
export interface Abandoned extends Claim {
  readonly note?: string
}

/**
 * Ids are unique in the whole installation: start them with platform and tenant. Notes rest encrypted, and are
 * deleted when the work is done or given up.
 * Every member rejects with AppError when the store is down: nobody can then say whether a delivery is new, and
 * a repeated answer is better than none.
 */
export interface DeliveryStore {
  /** `new` for exactly one caller over all replicas, `seen` for all others within the hour (15 minutes at least). */
  remember(id: string): Promise<'new' | 'seen'>
  /** Keeps what was or is about to be acknowledged, until somebody claims it; an id that is known already stays as it is. */
  accept(deliveries: readonly Accepted[]): Promise<void>
  /** Nothing is left to do for the id: it turned out to be no work, or was done while the store was down. */
  settle(id: string): Promise<void>
  /** Accepted deliveries that nobody has claimed within five seconds, longest waiting first; each is handed to one caller, and after a minute to the next. Default limit 100. */
  takeWaiting(limit?: number): Promise<readonly Accepted[]>
  /** The claim for one caller; the others learn that it is being worked on, or was finished or given up. */
  claim(id: string, options?: ClaimOptions): Promise<Claim | 'working' | 'done'>
  /** The holder lives and needs longer: the lease runs anew. False as with `finish`. */
  extend(claim: Claim): Promise<boolean>
  /** The work is done. False when the lease ran out and another replica took over: what was done, was done twice. */
  finish(claim: Claim): Promise<boolean>
  /** The work failed and may be claimed again at once. False as with `finish`. */
  release(claim: Claim): Promise<boolean>
  /** Unfinished work of dead replicas, longest waiting first; each is handed to one caller only and is given up by that. Default limit 100. */
  takeAbandoned(limit?: number): Promise<readonly Abandoned[]>
}
