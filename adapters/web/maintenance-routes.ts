// The addresses on maintenance: the calendar, its feed for other programs, and how everything is doing.

import { type Response, Router } from 'express'
import type { Inside } from '../../src/conversation/inside.ts'
import { maintenanceRows } from '../../src/conversation/maintenance-rows.ts'
import type { MaintenanceWindow } from '../../src/domain/maintenance.ts'
import type { Activity } from '../../src/domain/raci.ts'
import type { DigestSubscription } from '../../src/ports/digest-subscription-store.ts'
import type { Board } from './board.ts'
import { writeCalendar } from './calendar-feed.ts'
import { productsOf, renderMaintenancePage } from './maintenance-page.ts'
import { queryOf, sendPage } from './send-page.ts'
import { renderStatusPage, type StatusPage } from './status-page.ts'
import { readView } from './view.ts'

/** What is over, or was called off, is shown this long, and stays in calendars this long (ms). */
const SHOWN_AFTER = 7 * 86_400_000
const FEED_AFTER = 31 * 86_400_000

export function maintenanceRoutes(board: Board, inside: Inside): Router {
  const router = Router()
  const rowsOf = remembered((product, title) => maintenanceRows(product, inside, title))

  router.get('/maintenance', async (request, response) => {
    const now = board.clock.now()
    const [windows, standings] = await Promise.all([
      windowsEndingAfter(now.getTime() - SHOWN_AFTER, board),
      board.maintenance.standings(),
    ])
    const view = readView(new URLSearchParams(queryOf(request)), productsOf(windows))
    permitScript(response)
    const { sources, digests, publicUrl } = board
    const hasFeeds = digests !== undefined && publicUrl !== undefined
    const page = { windows, standings, sources, view, now: now.toISOString(), rowsOf, hasFeeds }
    sendPage(response, renderMaintenancePage(page))
  })

  router.get('/status', async (_request, response) => {
    sendPage(response, renderStatusPage(await statusOf(board, inside)))
  })

  router.get('/calendar/:name', async (request, response, next) => {
    const found = await feedOf(request.params.name, board)
    if (!found) return next()
    const windows = await windowsEndingAfter(board.clock.now().getTime() - FEED_AFTER, board)
    const { publicUrl } = board
    const text = writeCalendar({ windows, products: found.products, rowsOf, ...(publicUrl ? { publicUrl } : {}) })
    // Whoever has the address may keep it for a while; search engines and proxies may not.
    response.setHeader('Cache-Control', 'private, max-age=300')
    response.setHeader('X-Robots-Tag', 'noindex')
    response.setHeader('Content-Disposition', 'inline; filename="maintenance.ics"')
    response.type('text/calendar; charset=utf-8').send(text)
  })

  return router
}

/** What can be told: with the store down, that it is, and what this process knows. */
async function statusOf({ maintenance, sources, digests, clock }: Board, { knowledge }: Inside): Promise<StatusPage> {
  const today = clock.now().toISOString().slice(0, 10)
  const documents = knowledge.documents.length
  if (!digests) return { documents, today, sources, standings: await maintenance.standings() }
  const { status, store, platforms } = digests
  const run = status.run()
  const known = { platforms, ...(run ? { run } : {}) }
  if (!(await store.ready())) return { documents, today, sources, digests: { isStoreUp: false, ...known } }
  const [standings, days, gone] = await Promise.all([maintenance.standings(), status.days(), status.gone()])
  return { documents, today, sources, standings, digests: { isStoreUp: true, told: { days, gone }, ...known } }
}

/** A page tells of its 50 latest, so that a calendar that was just filled has changed in windows of last year. */
async function windowsEndingAfter(time: number, { maintenance }: Board): Promise<readonly MaintenanceWindow[]> {
  const from = new Date(time).toISOString()
  return (await maintenance.since(from)).filter(({ end }) => end > from)
}

/** The subscription whose secret the name holds; what is no secret is treated as a wrong one. */
async function feedOf(name: string, { digests }: Board): Promise<DigestSubscription | undefined> {
  const secret = /^(.+)\.ics$/u.exec(name)?.[1]
  if (!digests || secret === undefined) return undefined
  const channel = await digests.channelOf(secret)
  return channel && digests.subscriptions.find(channel)
}

/** The page's own script, on this page alone. */
function permitScript(response: Response): void {
  const policy = String(response.getHeader('Content-Security-Policy') ?? "default-src 'none'")
  response.setHeader('Content-Security-Policy', `${policy};script-src 'self'`)
}

/** Bounds the memory that many titles can claim. */
const REMEMBERED = 5_000

/** The documents do not change while the console is served, and looking a row up takes a search. */
function remembered(rowsOf: (product: string, title: string) => readonly Activity[]): typeof rowsOf {
  const known = new Map<string, readonly Activity[]>()
  return (product, title) => {
    const key = `${product}\n${title}`
    const rows = known.get(key) ?? rowsOf(product, title)
    if (known.size < REMEMBERED) known.set(key, rows)
    return rows
  }
}
