// Installations in SQL, their credentials sealed for their own row.

import type { Installation, InstallationStore } from '../../src/ports/installation-store.ts'
import type { Platform, Tenant } from '../../src/ports/place.ts'
import type { GuardedDatabase } from './guarded-database.ts'
import type { SecretBox } from './secret-box.ts'

export class SqlInstallationStore implements InstallationStore {
  readonly #database: GuardedDatabase
  readonly #box: SecretBox

  constructor(database: GuardedDatabase, box: SecretBox) {
    this.#database = database
    this.#box = box
  }

  async save({ platform, tenant, enterprise, credentials, installedAt }: Installation): Promise<void> {
    const sealed = this.#box.seal(credentials, rowOf({ platform, tenant }))
    const changed = { enterprise: enterprise ?? null, sealed, installed_at: installedAt }
    await this.#database.run((db) =>
      db
        .insertInto('installation')
        .values({ platform, tenant, ...changed })
        .onConflict((conflict) => conflict.columns(['platform', 'tenant']).doUpdateSet(changed))
        .execute(),
    )
  }

  async find({ platform, tenant }: Tenant): Promise<Installation | undefined> {
    const row = await this.#database.run((db) =>
      db
        .selectFrom('installation')
        .select(['enterprise', 'sealed', 'installed_at'])
        .where('platform', '=', platform)
        .where('tenant', '=', tenant)
        .executeTakeFirst(),
    )
    if (!row) return undefined
    return {
      platform,
      tenant,
      ...(row.enterprise === null ? {} : { enterprise: row.enterprise }),
      credentials: this.#box.open(row.sealed, rowOf({ platform, tenant })),
      installedAt: row.installed_at,
    }
  }

  async list(platform: Platform): Promise<readonly Tenant[]> {
    return this.#database.run((db) =>
      db
        .selectFrom('installation')
        .select(['platform', 'tenant'])
        .where('platform', '=', platform)
        .orderBy('installed_at')
        .orderBy('tenant')
        .execute(),
    )
  }

  async remove({ platform, tenant }: Tenant): Promise<boolean> {
    const { numDeletedRows } = await this.#database.run((db) =>
      db
        .deleteFrom('installation')
        .where('platform', '=', platform)
        .where('tenant', '=', tenant)
        .executeTakeFirstOrThrow(),
    )
    return numDeletedRows > 0n
  }

  /**
   * Seals everything that rests under an older key anew, so that the key can be dropped; what no key opens is left
   * as it is. Resolves to how many there were. Rejects with AppError when the store is down.
   */
  async sealAnew(): Promise<number> {
    const rows = await this.#database.run((db) =>
      db.selectFrom('installation').select(['platform', 'tenant', 'sealed']).execute(),
    )
    const old = rows.filter(({ sealed }) => this.#box.isOld(sealed))
    for (const { platform, tenant, sealed } of old) {
      const row = rowOf({ platform, tenant })
      const anew = this.#box.seal(this.#box.open(sealed, row), row)
      // Another replica may have saved a newer installation in between: that one stays.
      await this.#database.run((db) =>
        db
          .updateTable('installation')
          .set({ sealed: anew })
          .where('platform', '=', platform)
          .where('tenant', '=', tenant)
          .where('sealed', '=', sealed)
          .execute(),
      )
    }
    return old.length
  }
}

/** What the credentials are bound to. */
function rowOf({ platform, tenant }: Tenant): string {
  return JSON.stringify(['installation', platform, tenant])
}
