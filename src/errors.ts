// The two things every room may throw: an operational failure with a text for the log and one for the
// person, and the complaint of a union that was not closed.

/** An expected operational failure (a store is down, a file is missing): never a bug, never an outcome. */
export class AppError extends Error {
  /** What the person may read: plain, short, says what to do. */
  readonly forPerson: string

  constructor(forLog: string, forPerson: string, options?: ErrorOptions) {
    super(forLog, options)
    this.name = 'AppError'
    this.forPerson = forPerson
  }
}

/** Marks the end of a union; reached only when a case was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
