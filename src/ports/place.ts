// Who and where on a platform, as its own ids say it; every store that keeps something about a channel, a
// person or a tenant is asked with these.

export type Platform = 'slack' | 'teams' | 'web' | 'cli'

/** One customer's space on a platform. */
export interface Tenant {
  readonly platform: Platform
  /**
   * The platform's id: a Slack workspace (`T…`), or the organisation (`E…`) where the app was installed for a
   * whole Enterprise Grid; a Microsoft tenant id; empty where the platform has no tenants (web, cli).
   */
  readonly tenant: string
}

/** A channel, group chat or direct message. */
export interface Channel extends Tenant {
  /** The platform's id of it: `C…` on Slack, `19:…@thread.tacv2` on Teams. */
  readonly channel: string
}

/** Somebody, as the platform names them. Stores keep a keyed hash of it, never the id. */
export interface Person extends Tenant {
  /** The platform's id of the person: `U…` or `W…` on Slack, the Entra object id on Teams. */
  readonly user: string
}
