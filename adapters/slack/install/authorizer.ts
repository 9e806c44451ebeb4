// Whose token answers a delivery. What was looked up is remembered for a minute, and longer while the store is
// down: a store that is down does not stop answers.

import type { AuthorizeResult, AuthorizeSourceData } from '@slack/bolt'
import type { InstallationQuery, InstallProvider } from '@slack/oauth'
import { AppError } from '../../../src/errors.ts'
import type { Clock } from '../../../src/ports/clock.ts'
import { causeOf } from '../refusal.ts'
import type { SlackLog } from '../slack-log.ts'
import { NotInstalled, tenantsOf } from './slack-installations.ts'

const FRESH_MS = 60_000
const KEPT = 5_000

interface Known {
  readonly result: AuthorizeResult
  readonly at: number
}

export interface AuthorizerOptions {
  /** Whose installation answers there. */
  readonly locate: (source: InstallationQuery<boolean>) => Promise<string>
  /** The installer's own, which exchanges tokens that expire. */
  readonly authorize: InstallProvider['authorize']
  readonly clock: Clock
  readonly log: SlackLog
}

export class Authorizer {
  readonly #options: AuthorizerOptions
  readonly #known = new Map<string, Known>()
  readonly #asking = new Map<string, Promise<AuthorizeResult>>()

  constructor(options: AuthorizerOptions) {
    this.#options = options
  }

  /** Rejects with what the store said, somewhere in its causes: NotInstalled, or another AppError. */
  authorize = async (source: AuthorizeSourceData<boolean>): Promise<AuthorizeResult> => {
    const key = [source.isEnterpriseInstall, ...tenantsOf(source), source.teamId].join('/')
    const known = this.#known.get(key)
    const now = this.#options.clock.now().getTime()
    if (known && now - known.at < FRESH_MS && !isExpired(known, now)) return { ...known.result }
    let asking = this.#asking.get(key)
    if (!asking) {
      asking = this.#ask(key, source, known).finally(() => this.#asking.delete(key))
      this.#asking.set(key, asking)
    }
    return { ...(await asking) }
  }

  /** Forgets what was looked up for the workspace or organisation: it was installed anew, or removed. */
  forget(tenant: string): void {
    for (const [key, { result }] of this.#known)
      if (result.teamId === tenant || result.enterpriseId === tenant) this.#known.delete(key)
  }

  async #ask(key: string, source: AuthorizeSourceData<boolean>, known: Known | undefined): Promise<AuthorizeResult> {
    try {
      // Slack writes null for what there is none of.
      const asked = { ...source, teamId: source.teamId ?? undefined, enterpriseId: source.enterpriseId ?? undefined }
      const tenant = await this.#options.locate(asked)
      const isEnterpriseInstall = tenant === asked.enterpriseId
      const result = { ...(await this.#options.authorize({ ...asked, isEnterpriseInstall })), tenant }
      this.#remember(key, result)
      return result
    } catch (error) {
      const cause = causeOf(error)
      if (cause instanceof NotInstalled) this.#known.delete(key)
      else if (known && cause instanceof AppError && !isExpired(known, this.#options.clock.now().getTime())) {
        this.#options.log.warn({ err: cause }, 'slack: answering with the remembered installation')
        return known.result
      }
      throw error
    }
  }

  #remember(key: string, result: AuthorizeResult): void {
    this.#known.delete(key)
    this.#known.set(key, { result, at: this.#options.clock.now().getTime() })
    const oldest = this.#known.keys().next()
    if (this.#known.size > KEPT && !oldest.done) this.#known.delete(oldest.value)
  }
}

function isExpired({ result }: Known, now: number): boolean {
  const end: unknown = result.botTokenExpiresAt
  return typeof end === 'number' && end * 1_000 <= now
}
