// Every request gets a number that a person can read out and an operator can find in the log.

import { randomUUID } from 'node:crypto'
import type { RequestHandler, Response } from 'express'

const HEADER = 'X-Request-Id'

/** Gives the response its id; an id that a client sends is not trusted. */
export const numberRequest: RequestHandler = (_request, response, next) => {
  response.setHeader(HEADER, randomUUID())
  next()
}

/** The id of the request being answered; empty before `numberRequest` ran. */
export function requestIdOf(response: Response): string {
  return String(response.getHeader(HEADER) ?? '')
}
