// The part of a structured log that this adapter writes to; pino's Logger is one. Questions are never written.

export interface TeamsLog {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}
