// Slack's installer keeps its installations in our store: one record a workspace, or one an organisation.

import type { Installation, InstallationQuery, InstallationStore } from '@slack/oauth'
import { AppError } from '../../../src/errors.ts'
import type { Clock } from '../../../src/ports/clock.ts'
import type { InstallationStore as Port } from '../../../src/ports/installation-store.ts'
import type { SlackLog } from '../slack-log.ts'
import type { Rotation } from './rotation.ts'

/** The installer's record with the time it was made, so that a rotated token does not look like a new installation. */
export type Kept = Installation & { readonly installedAt?: string }

/** Nobody installed the app there, or somebody removed it: an answer of the store, not a failure of it. */
export class NotInstalled extends AppError {}

export interface SlackInstallationsOptions {
  readonly port: Port
  readonly rotation: Rotation
  readonly clock: Clock
  readonly log: SlackLog
  /** Where the app is installed anew. */
  readonly installUrl: string
}

export class SlackInstallations implements InstallationStore {
  readonly #options: SlackInstallationsOptions
  /** Rotated tokens that the store could not take: the old ones no longer rotate, so these must not be lost. */
  readonly #unsaved = new Map<string, Kept>()

  constructor(options: SlackInstallationsOptions) {
    this.#options = options
  }

  /** Keeps an installation. Rejects with AppError when the store is down, except for rotated tokens, which wait here. */
  async storeInstallation(installation: Kept): Promise<void> {
    const tenant = tenantOfInstallation(installation)
    if (installation.installedAt === undefined) {
      this.#unsaved.delete(tenant)
      return this.#save(tenant, { ...installation, installedAt: this.#options.clock.now().toISOString() })
    }
    this.#unsaved.set(tenant, installation)
    await this.#saveWaiting(tenant, installation)
  }

  /** The installation to answer with. Rejects with NotInstalled, or with AppError when the store is down. */
  async fetchInstallation(query: InstallationQuery<boolean>): Promise<Installation> {
    for (const tenant of tenantsOf(query)) {
      const found = await this.find(tenant)
      if (found) return this.#options.rotation.guard(tenant, found, () => this.find(tenant))
    }
    throw this.#notInstalled(query)
  }

  /** Whose installation answers there: the workspace's own, else its organisation's. Rejects as `fetchInstallation` does. */
  async locate(query: InstallationQuery<boolean>): Promise<string> {
    for (const tenant of tenantsOf(query)) if (await this.find(tenant)) return tenant
    throw this.#notInstalled(query)
  }

  async deleteInstallation(query: InstallationQuery<boolean>): Promise<void> {
    const [tenant] = tenantsOf(query)
    if (tenant !== undefined) await this.remove(tenant)
  }

  /** What is kept for the workspace or organisation; undefined when nothing is. */
  async find(tenant: string): Promise<Kept | undefined> {
    const waiting = this.#unsaved.get(tenant)
    if (waiting) {
      await this.#saveWaiting(tenant, waiting)
      return waiting
    }
    const found = await this.#options.port.find({ platform: 'slack', tenant })
    if (!found) return undefined
    const kept: Kept = JSON.parse(found.credentials)
    return { ...kept, installedAt: found.installedAt.toISOString() }
  }

  /** Forgets the tokens; false when there were none. */
  async remove(tenant: string): Promise<boolean> {
    this.#unsaved.delete(tenant)
    return this.#options.port.remove({ platform: 'slack', tenant })
  }

  #notInstalled(query: InstallationQuery<boolean>): NotInstalled {
    return new NotInstalled(
      `slack: not installed in ${tenantsOf(query).join(' or ')}`,
      `I am not installed in this workspace any more. An administrator can install me at ${this.#options.installUrl}.`,
    )
  }

  async #save(tenant: string, { installedAt = '', ...installation }: Kept): Promise<void> {
    const { enterprise } = installation
    await this.#options.port.save({
      platform: 'slack',
      tenant,
      ...(enterprise ? { enterprise: enterprise.id } : {}),
      credentials: JSON.stringify(installation),
      installedAt: new Date(installedAt),
    })
  }

  async #saveWaiting(tenant: string, installation: Kept): Promise<void> {
    try {
      await this.#save(tenant, installation)
      if (this.#unsaved.get(tenant) === installation) this.#unsaved.delete(tenant)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      this.#options.log.warn({ err: error, tenant }, 'slack: rotated tokens wait for the store')
    }
  }
}

/** The organisation of an installation for a whole Enterprise Grid, else the workspace. */
export function tenantOfInstallation({ isEnterpriseInstall, team, enterprise }: Installation): string {
  const tenant = isEnterpriseInstall ? enterprise?.id : team?.id
  if (tenant === undefined) throw new Error('slack: an installation of neither a workspace nor an organisation')
  return tenant
}

/** Where to look, in order: payloads of a workspace do not always say that the organisation has installed the app. */
export function tenantsOf({
  isEnterpriseInstall,
  teamId,
  enterpriseId,
}: Pick<InstallationQuery<boolean>, 'isEnterpriseInstall' | 'teamId' | 'enterpriseId'>): readonly string[] {
  const tenants = isEnterpriseInstall ? [enterpriseId] : [teamId, enterpriseId]
  return [...new Set(tenants.filter((tenant) => tenant !== undefined && tenant !== null))]
}
