// The door of this room: one express app from first header to last error page, on one port.

import type { Express } from 'express'
import { type ClosingOptions, closeApp } from './close-app.ts'
import { createApp } from './create-app.ts'
import type { Readiness } from './health.ts'
import { type Address, type Listening, listen } from './listen.ts'

export interface HttpOptions extends ClosingOptions {
  readonly address: Address
  /** Asked at every `/readyz`. */
  readonly readiness: () => Readiness
  /** Adds the routes of the platforms. */
  readonly mount: (app: Express) => void
}

/** Builds the app and listens. Throws AppError when the address cannot be had. */
export function serveHttp(options: HttpOptions): Promise<Listening> {
  const app = createApp(options.readiness)
  options.mount(app)
  closeApp(app, options)
  return listen(app, options.address)
}
