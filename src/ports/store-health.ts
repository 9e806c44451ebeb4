// Whether the store can be reached, for readiness checks and status pages.

export interface StoreHealth {
  /** Asks the database now, within a bounded time; false when it is down. Never rejects. */
  ready(): Promise<boolean>
}
