// The log of the server: one JSON object a line on standard error. Questions of people are never written here.

import { type Logger, pino } from 'pino'

/** A log that writes from `level` on; `silent` writes nothing. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
}
