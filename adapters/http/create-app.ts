// The one express app that every http adapter mounts its routes on: headers, request ids, health.

import express, { type Express } from 'express'
import { healthRoutes, type Readiness } from './health.ts'
import { numberRequest } from './request-id.ts'
import { securityHeaders } from './security-headers.ts'

/** The app before any routes of a platform. After the last of them call `closeApp`. */
export function createApp(readiness: () => Readiness): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(numberRequest, securityHeaders(), healthRoutes(readiness))
  return app
}
