// Where the app is installed and with which credentials, for platforms that install into many tenants.

import type { Platform, Tenant } from './place.ts'

export interface Installation extends Tenant {
  /** The Enterprise Grid organisation (`E…`) of the workspace; absent outside Grid. */
  readonly enterprise?: string
  /** The platform library's own record, tokens included, as text. Encrypted where it rests. */
  readonly credentials: string
  readonly installedAt: Date
}

/** Every member rejects with AppError when the store is down. */
export interface InstallationStore {
  /** Keeps the installation in place of an earlier one of this tenant. Also rejects with AppError when no encryption key was configured. */
  save(installation: Installation): Promise<void>
  /** The tenant's installation; undefined when there is none. Also rejects with AppError when no configured key opens it. */
  find(tenant: Tenant): Promise<Installation | undefined>
  /** All tenants of a platform, oldest installation first; no credentials. */
  list(platform: Platform): Promise<readonly Tenant[]>
  /** Forgets the installation (uninstalled, tokens revoked); false when there was none. */
  remove(tenant: Tenant): Promise<boolean>
}
