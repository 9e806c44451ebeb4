// The style sheet, the icon and the calendar's script: read once at start, addressed by their content so that browsers keep them for good.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Router } from 'express'

export interface Asset {
  /** Path and version, for links in pages. */
  readonly address: string
  readonly path: string
  readonly type: string
  readonly content: Buffer
}

/** In the order of the cascade; served as one file. */
const STYLES = [
  'base.css',
  'frame.css',
  'ask.css',
  'matrix.css',
  'documents.css',
  'maintenance.css',
  'small-and-print.css',
]

export const STYLE = readAsset('style.css', STYLES, 'text/css; charset=utf-8')
export const ICON = readAsset('icon.svg', ['icon.svg'], 'image/svg+xml; charset=utf-8')
export const ZONE_SCRIPT = readAsset('zone.js', ['zone.js'], 'text/javascript; charset=utf-8')

function readAsset(name: string, files: readonly string[], type: string): Asset {
  const content = Buffer.concat(files.map((file) => readFileSync(new URL(`assets/${file}`, import.meta.url))))
  const version = createHash('sha256').update(content).digest('hex').slice(0, 12)
  const path = `/assets/${name}`
  return { address: `${path}?v=${version}`, path, type, content }
}

/** Serves the assets; at the address with the version they never change. */
export function assetRoutes(): Router {
  const router = Router()
  for (const asset of [STYLE, ICON, ZONE_SCRIPT])
    router.get(asset.path, (request, response) => {
      const versioned = request.originalUrl === asset.address
      response.setHeader('Cache-Control', versioned ? 'public, max-age=31536000, immutable' : 'no-cache')
      response.type(asset.type).send(asset.content)
    })
  return router
}
