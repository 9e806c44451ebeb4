// The current time, so that tests can hold it.

export interface Clock {
  /** Now, as the machine's wall clock has it. Never fails. */
  now(): Date
}
