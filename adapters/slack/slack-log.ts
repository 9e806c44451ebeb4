// What Bolt and its clients say, in our log. Their debug lines hold whole requests, questions included: left out.

import { type Logger, LogLevel } from '@slack/bolt'

/** The part of a structured log that this adapter writes to; pino's Logger is one. */
export interface SlackLog {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

/** Bolt's logger on ours. */
export function boltLogger(log: SlackLog): Logger {
  const said = (parts: readonly unknown[]) => parts.map(String).join(' ')
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts) => log.warn({ from: 'slack' }, said(parts)),
    error: (...parts) => log.error({ from: 'slack' }, said(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  }
}
