// Where a workspace's administrator begins an installation, and where Slack sends them back to.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { type CallbackOptions, type CodedError, ErrorCode, type Installation, type InstallProvider } from '@slack/oauth'
import { AppError } from '../../../src/errors.ts'
import { INSTALL_PATH, REDIRECT_PATH, SCOPES } from '../names.ts'
import { causeOf } from '../refusal.ts'
import type { HttpApp } from '../slack-app.ts'
import type { SlackLog } from '../slack-log.ts'
import { plainPage, type RenderPage } from './plain-page.ts'

export interface InstallRoutesOptions {
  readonly provider: InstallProvider
  readonly install: { readonly scopes: string[]; readonly redirectUri: string }
  /** Told of every new installation. */
  readonly installed: (installation: Installation) => void
  readonly log: SlackLog
  readonly reference: () => string
  readonly renderPage?: RenderPage | undefined
}

interface Told {
  readonly status: number
  readonly title: string
  readonly message: string
}

export function installRoutes(http: HttpApp, options: InstallRoutesOptions): void {
  const { provider, install } = options
  const callback = callbackOptions(options)
  http.get(INSTALL_PATH, (request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    provider.handleInstallPath(request, response, undefined, install).catch(next)
  })
  http.get(REDIRECT_PATH, (request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    provider.handleCallback(request, response, callback).catch(next)
  })
}

function callbackOptions({ installed, log, reference, renderPage = plainPage }: InstallRoutesOptions): CallbackOptions {
  const show = (response: ServerResponse, { status, title, message }: Told) => {
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(renderPage(title, message))
  }
  return {
    afterInstallation: async (installation, _options, _request: IncomingMessage, response) => {
      const missing = missingScopes(installation)
      if (missing.length === 0) return true
      log.warn({ missing }, 'slack: installation refused, scopes are missing')
      const uses = missing.map((scope) => `${scope} (${SCOPES[scope]})`).join(', ')
      show(response, {
        status: 403,
        title: 'Not installed',
        message: `Slack did not grant what Raci cannot work without: ${uses}. Nothing was kept. Please install it again and allow these.`,
      })
      return false
    },
    success: (installation, _options, _request, response) => {
      installed(installation)
      const name = (installation.isEnterpriseInstall ? installation.enterprise?.name : installation.team?.name) ?? ''
      log.info({ team: installation.team?.id, enterprise: installation.enterprise?.id }, 'slack: installed')
      show(response, {
        status: 200,
        title: 'Raci is installed',
        message: `Raci is installed${name && ` in ${name}`}. Go back to Slack and type /raci help.`,
      })
    },
    failure: (error, _options, _request, response) => {
      const number = reference()
      const told = describe(error)
      log.warn({ err: error, reference: number }, 'slack: not installed')
      show(response, { ...told, message: `${told.message} Reference: ${number}` })
    },
  }
}

/** Scopes that nothing works without and that Slack did not grant. */
function missingScopes({ bot }: Installation): readonly string[] {
  const granted = new Set(bot?.scopes)
  return Object.keys(SCOPES).filter((scope) => !granted.has(scope))
}

function describe(error: CodedError): Told {
  const title = 'Not installed'
  const cause = causeOf(error)
  if (cause instanceof AppError) return { status: 503, title, message: `${cause.forPerson}` }
  switch (error.code) {
    case ErrorCode.AuthorizationError:
      return { status: 403, title, message: 'The installation was cancelled. Nothing was kept.' }
    case ErrorCode.InvalidStateError:
    case ErrorCode.MissingStateError:
    case ErrorCode.MissingCodeError:
      return {
        status: 400,
        title,
        message: `This installation was not begun in this browser within the last ten minutes, or was finished before. Begin again at ${INSTALL_PATH}.`,
      }
    default:
      return { status: 502, title, message: `Slack did not complete the installation. Begin again at ${INSTALL_PATH}.` }
  }
}
