// Opens the port, and closes it so that nobody is cut off in the middle of an answer.

import { createServer, type Server } from 'node:http'
import type { Express } from 'express'
import { AppError } from '../../src/errors.ts'

/** A question of 10,000 characters travels in the address, at up to nine bytes a character; Node's default is 16 KB. */
const LONGEST_REQUEST_HEAD = 128 * 1024

/** How long running requests may take to finish on closing, in milliseconds. */
const GRACE = 5_000

/** How often idle connections are let go meanwhile, in milliseconds. */
const SWEEP = 50

export interface Address {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
}

export interface Listening {
  /** Where it can be reached, e.g. `http://127.0.0.1:8080`. */
  readonly url: string
  /** Takes no new requests, finishes the running ones within five seconds, then cuts. */
  close(): Promise<void>
}

/** Starts serving. Throws AppError when the address is taken, forbidden or not ours. */
export function listen(app: Express, address: Address): Promise<Listening> {
  const server = createServer({ maxHeaderSize: LONGEST_REQUEST_HEAD }, app)
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(refused(error, address)))
    server.listen(address.port, address.host, () => {
      resolve({ url: urlOf(server, address.host), close: () => close(server) })
    })
  })
}

function urlOf(server: Server, host: string): string {
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function close(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), GRACE)
  // A connection that falls idle after its last answer would otherwise be kept for the client's next request.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP)
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(cut)
      clearInterval(sweep)
      resolve()
    })
  })
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there already; choose another port',
  EACCES: 'this user may not listen there; choose a port above 1023',
  EADDRNOTAVAIL: 'this machine has no such address; choose another host',
  ENOTFOUND: 'no such host name is known; choose another host',
}

function refused(error: NodeJS.ErrnoException, { host, port }: Address): AppError {
  const reason = REASONS[error.code ?? ''] ?? error.message
  const cause = { cause: error }
  return new AppError(
    `cannot listen on ${host} port ${port}: ${error.message}`,
    `Cannot listen on ${host} port ${port}: ${reason}.`,
    cause,
  )
}
