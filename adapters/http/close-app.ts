// The end of the line: a page nobody serves, and a handler that failed. Nothing of the failure's inside is shown.

import type { ErrorRequestHandler, Express, Request, Response } from 'express'
import { AppError } from '../../src/errors.ts'
import { requestIdOf } from './request-id.ts'

/** What may be told to the person whose request failed. */
export interface Failure {
  readonly status: number
  /** A few words, e.g. `Page not found`. */
  readonly title: string
  /** One or two sentences: what happened and what to do. */
  readonly message: string
  readonly requestId: string
}

export interface ClosingOptions {
  /** The failure as a whole HTML page. */
  readonly renderFailure: (failure: Failure) => string
  /** Told of every failure that is ours (5xx), with the id that the person was shown. */
  readonly report: (error: unknown, requestId: string) => void
}

/** Adds the last two handlers; routes added afterwards are never reached. */
export function closeApp(app: Express, options: ClosingOptions): void {
  app.use((request, response) => {
    send(request, response, options, {
      status: 404,
      title: 'Page not found',
      message: 'There is nothing at this address. The document may have been renamed or removed.',
    })
  })
  const onError: ErrorRequestHandler = (error: unknown, request, response, next) => {
    const told = describe(error)
    if (told.status >= 500) options.report(error, requestIdOf(response))
    if (response.headersSent) next(error)
    else send(request, response, options, told)
  }
  app.use(onError)
}

type Told = Omit<Failure, 'requestId'>

function describe(error: unknown): Told {
  if (error instanceof AppError) return { status: 503, title: 'This did not work', message: error.forPerson }
  const status = clientStatus(error)
  if (status === 413) return { status, title: 'That is too long', message: 'Send a shorter text.' }
  if (status) return { status, title: 'That request made no sense', message: 'Check the address and try again.' }
  const message = 'Something went wrong on our side. Try again; if it happens again, report the number below.'
  return { status: 500, title: 'Something went wrong', message }
}

/** The 4xx that express and its parsers put on their errors; undefined for any other error. */
function clientStatus(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined
  const { status } = error
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined
}

function send(request: Request, response: Response, options: ClosingOptions, told: Told): void {
  const requestId = requestIdOf(response)
  response.status(told.status).setHeader('Cache-Control', 'no-store')
  if (request.accepts(['html', 'json']) === 'json') response.json({ error: told.message, requestId })
  else response.type('html').send(options.renderFailure({ ...told, requestId }))
}
