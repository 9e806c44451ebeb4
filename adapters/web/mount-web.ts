// The pages of the console on the one express app: ask, a document, all products, maintenance, assets.

import express, { type Express, type Request } from 'express'
import { examples } from '../../src/conversation/examples.ts'
import type { Inside } from '../../src/conversation/inside.ts'
import { renderAskPage } from './ask-page.ts'
import { assetRoutes } from './assets.ts'
import type { Board } from './board.ts'
import { readFilter } from './document-filter.ts'
import { renderDocumentPage } from './document-page.ts'
import { maintenanceRoutes } from './maintenance-routes.ts'
import { renderProductsPage } from './products-page.ts'
import { retrace } from './retrace.ts'
import { queryOf, sendPage } from './send-page.ts'
import { readTrail } from './trail.ts'

/** A form's body: a question of 10,000 characters at up to nine bytes each, and what it follows from. */
const LONGEST_FORM = '128kb'

/**
 * Adds the console's routes. `inside` is what every conversation works with; its store of conversations is not
 * used, because what an answer follows from stands in the address. `board` is what the pages on maintenance show.
 */
export function mountWeb(app: Express, inside: Inside, board: Board): void {
  const { feedback: _recorded, ...withoutFeedback } = inside
  app.use(assetRoutes())

  // Opening an address records nothing: it may be a reload, a shared link, or another site's.
  app.get('/', async (request, response) => {
    const trail = readTrail(new URLSearchParams(queryOf(request)))
    const retraced = trail && (await retrace(trail, withoutFeedback))
    sendPage(response, renderAskPage(inside.knowledge, examples(inside), trail, retraced))
  })

  // Recording a miss changes something, so it is sent, not linked; what it brings has an address of its own.
  app.post(
    '/miss',
    express.text({ type: 'application/x-www-form-urlencoded', limit: LONGEST_FORM }),
    async (request, response, next) => {
      if (isFromElsewhere(request)) return next()
      const fields = new URLSearchParams(typeof request.body === 'string' ? request.body : '')
      const trail = readTrail(fields)
      if (trail) await retrace(trail, inside)
      response.redirect(303, `/?${fields}`)
    },
  )
  app.get('/miss', (request, response) => response.redirect(`/?${queryOf(request)}`))

  app.get('/documents/:id', (request, response, next) => {
    const document = inside.knowledge.documents.find(({ id }) => id === request.params.id)
    if (!document) return next()
    sendPage(response, renderDocumentPage(document, readFilter(new URLSearchParams(queryOf(request)), document)))
  })

  app.get('/products', (_request, response) => sendPage(response, renderProductsPage(inside.knowledge)))
  app.use(maintenanceRoutes(board, inside))
  app.get('/documents', (_request, response) => response.redirect('/products'))
}

/** True when a browser says that another site's page sent this (https://w3c.github.io/webappsec-fetch-metadata/). */
function isFromElsewhere(request: Request): boolean {
  const site = request.get('Sec-Fetch-Site')
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}
