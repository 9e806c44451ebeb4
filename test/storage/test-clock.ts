// A clock that stands still until the test moves it.

import type { Clock } from '../../src/ports/clock.ts'

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const DAY = 24 * 60 * MINUTE

export class TestClock implements Clock {
  #now = Date.parse('2026-11-16T08:30:00.123Z')

  now(): Date {
    return new Date(this.#now)
  }

  advance(ms: number): void {
    this.#now += ms
  }
}
