// How pages leave, and how addresses are read.

import type { Request, Response } from 'express'

/** Browsers may keep a page but ask each time whether it changed (ETag); proxies keep nothing that a person asked. */
export function sendPage(response: Response, page: string): void {
  response.setHeader('Cache-Control', 'private, no-cache')
  response.type('html').send(page)
}

/** The part of the address after `?`, undecoded. */
export function queryOf(request: Request): string {
  const at = request.originalUrl.indexOf('?')
  return at < 0 ? '' : request.originalUrl.slice(at + 1)
}
