// What a browser may do with our pages: nothing but our own style sheet, icon and forms. The calendar alone adds a
// script of ours (adapters/web/maintenance-routes.ts).

import type { RequestHandler } from 'express'
import helmet from 'helmet'

/**
 * Helmet's headers with a policy of our own. `upgrade-insecure-requests` and HSTS are left out:
 * the console is served over plain http on loopback, and behind a proxy TLS is the proxy's to promise.
 */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'style-src': ["'self'"],
        'img-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  })
}
