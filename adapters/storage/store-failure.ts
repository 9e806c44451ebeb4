// Which failures mean that the database cannot be reached or cannot serve, and what is then said about it.

import { AppError } from '../../src/errors.ts'

/**
 * SQLSTATE classes that blame the statement: a bug of ours, to be thrown as such.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const STATEMENT_CLASSES = new Set(['0A', '21', '22', '23', '42'])
/** We went on after a failed statement of the same transaction. */
const STATEMENT_CODES = new Set(['25P01', '25P02'])
/** No right, no table, no schema: somebody changed the database under us; an operator mends it. */
const OPERATOR_CODES = new Set(['42501', '42P01', '3F000'])

/** True when the database, not the statement or our code, is at fault: unreachable, too slow, full, stopping, refusing. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof AppError || isProgrammingError(error)) return false
  const state = sqlState(error)
  if (state === undefined) return true
  if (OPERATOR_CODES.has(state)) return true
  return !STATEMENT_CLASSES.has(state.slice(0, 2)) && !STATEMENT_CODES.has(state)
}

/** The one failure that a caller of a store has to expect. */
export function storeUnavailable(cause: unknown): AppError {
  if (cause instanceof AppError) return cause
  const reason = cause instanceof Error ? `: ${cause.message || cause.name}` : ''
  return new AppError(
    `store unavailable${reason}`,
    'The store cannot be reached at the moment: nothing can be kept or looked up. Questions are still answered; please try this again later.',
    { cause },
  )
}

/** The five characters that PostgreSQL puts on an error; no state begins with E, as the codes of the network do (EPIPE). */
function sqlState(error: Error): string | undefined {
  const code = 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^(?!E)[0-9A-Z]{5}$/u.test(code) ? code : undefined
}

function isProgrammingError(error: Error): boolean {
  return [TypeError, RangeError, ReferenceError, SyntaxError].some((kind) => error instanceof kind)
}
