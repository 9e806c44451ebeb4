// The app was removed from a workspace, or its bot token was revoked: what we keep for it is deleted.

import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { AppError } from '../../../src/errors.ts'
import { isRefused } from '../one-workspace.ts'
import type { SlackLog } from '../slack-log.ts'
import { type SlackInstallations, tenantsOf } from './slack-installations.ts'

/** Pauses before a store that is down is asked again, in seconds: the delivery is acknowledged and does not come back. */
const PAUSES_S = [1, 5, 30, 120, 600, 1_800, 3_600]

export interface RemovalOptions {
  readonly installations: SlackInstallations
  readonly client: WebClient
  readonly forget: (tenant: string) => void
  readonly wait: (ms: number) => Promise<void>
  readonly log: SlackLog
}

interface Removed {
  readonly isEnterpriseInstall: boolean
  readonly teamId: string | undefined
  readonly enterpriseId: string | undefined
  /** When it happened, in seconds. */
  readonly at: number
}

export function onRemoval(app: App, options: RemovalOptions): void {
  const remove = async (context: Omit<Removed, 'at'>, at: number) => {
    const { isEnterpriseInstall, teamId, enterpriseId } = context
    await patiently(() => removeOne({ isEnterpriseInstall, teamId, enterpriseId, at }, options), options)
  }
  app.event('app_uninstalled', async ({ context, body }) => {
    const { isEnterpriseInstall, teamId, enterpriseId } = context
    await remove({ isEnterpriseInstall, teamId, enterpriseId }, body.event_time)
  })
  app.event('tokens_revoked', async ({ event, context, body }) => {
    const { isEnterpriseInstall, teamId, enterpriseId } = context
    // A person's own token is none of ours; the bot's is the installation.
    if (event.tokens.bot?.length) await remove({ isEnterpriseInstall, teamId, enterpriseId }, body.event_time)
  })
}

/**
 * The first place that the event names is removed outright. Slack is asked first whether the token is dead when the
 * app was installed anew since (a late redelivery), or when only the organisation's installation is left.
 */
async function removeOne(removed: Removed, { installations, client, forget, log }: RemovalOptions): Promise<void> {
  const tenants = tenantsOf(removed)
  for (const tenant of tenants) {
    const kept = await installations.find(tenant)
    if (!kept) continue
    const isNewer = Date.parse(kept.installedAt ?? '') >= (removed.at + 1) * 1_000
    const isCertain = tenant === tenants[0] && !isNewer
    if (!isCertain && !(await isRefused(client, kept.bot?.token ?? ''))) return
    await installations.remove(tenant)
    forget(tenant)
    log.info({ tenant }, 'slack: installation removed')
    return
  }
}

async function patiently(run: () => Promise<void>, { wait, log }: RemovalOptions): Promise<void> {
  for (const pause of [...PAUSES_S, undefined]) {
    try {
      return await run()
    } catch (error) {
      if (!(error instanceof AppError) || pause === undefined) throw error
      log.warn({ err: error, pause }, 'slack: removal waits for the store')
      await wait(pause * 1_000)
    }
  }
}
