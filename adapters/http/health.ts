// For whoever keeps the process running: is it alive, and can it answer?

import { Router } from 'express'

export interface Readiness {
  /** True once the knowledge is loaded and questions can be answered. */
  readonly ready: boolean
  /** How many documents are loaded. */
  readonly documents: number
}

/** `/healthz` says that the process is alive; `/readyz` says 200 or 503 with the readiness as JSON. */
export function healthRoutes(readiness: () => Readiness): Router {
  const router = Router()
  router.use(['/healthz', '/readyz'], (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    next()
  })
  router.get('/healthz', (_request, response) => {
    response.json({ alive: true })
  })
  router.get('/readyz', (_request, response) => {
    const { ready, documents } = readiness()
    response.status(ready ? 200 : 503).json({ ready, documents })
  })
  return router
}
