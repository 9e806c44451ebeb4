// What a channel and its team are called: a message carries only their ids, so Teams is asked, at most every ten
// minutes each.

import type { Knowledge } from '../../src/domain/knowledge.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { TeamsActivity } from './activity.ts'
import type { Connector } from './connector.ts'
import { ConnectorFailure } from './connector-failure.ts'
import { objects, text } from './read-json.ts'
import type { TeamsLog } from './teams-log.ts'

const FRESH_MS = 10 * 60_000
const KEPT = 5_000

interface TeamNames {
  readonly team?: string
  readonly channels: ReadonlyMap<string, string>
}

export class PlaceNames {
  readonly #known = new Map<string, { readonly names: Promise<TeamNames>; readonly at: number }>()
  readonly #connector: Connector
  readonly #clock: Clock
  readonly #log: TeamsLog
  readonly #products: readonly string[]

  constructor(connector: Connector, { documents }: Knowledge, clock: Clock, log: TeamsLog) {
    this.#connector = connector
    this.#clock = clock
    this.#log = log
    this.#products = documents.flatMap((document) => [document.product, ...document.aliases]).map(folded)
  }

  /** The name that may say the product: the channel's where it does, else with the team's. Undefined when there is none. */
  async nameOf({ conversation, channel, team, serviceUrl }: TeamsActivity): Promise<string | undefined> {
    if (conversation.surface !== 'channel' || !team) return conversation.name
    const known = channel?.name && team.name ? undefined : await this.#namesOf(serviceUrl, team.id)
    const channelName = channel?.name ?? known?.channels.get(channel?.id ?? '')
    const teamName = team.name ?? known?.team
    const says = channelName && this.#products.some((product) => folded(channelName).includes(product))
    return (says ? channelName : [channelName, teamName].filter(Boolean).join(' ')) || undefined
  }

  async #namesOf(serviceUrl: string, team: string): Promise<TeamNames> {
    const now = this.#clock.now().getTime()
    const known = this.#known.get(team)
    if (known && now - known.at < FRESH_MS) return known.names
    const names = this.#ask(serviceUrl, team)
    this.#known.delete(team)
    this.#known.set(team, { names, at: now })
    const oldest = this.#known.keys().next()
    if (this.#known.size > KEPT && !oldest.done) this.#known.delete(oldest.value)
    return names
  }

  async #ask(serviceUrl: string, team: string): Promise<TeamNames> {
    const path = `v3/teams/${encodeURIComponent(team)}`
    try {
      const [details, list] = await Promise.all([
        this.#connector.read(serviceUrl, path),
        this.#connector.read(serviceUrl, `${path}/conversations`),
      ])
      const teamName = text(details, 'name')
      const channels = objects(list, 'conversations').flatMap((one): readonly [string, string][] => {
        const [id, name] = [text(one, 'id'), text(one, 'name')]
        return id && name ? [[id, name]] : []
      })
      return { channels: new Map(channels), ...(teamName ? { team: teamName } : {}) }
    } catch (error) {
      if (!(error instanceof ConnectorFailure)) throw error
      // The answer does not need the name.
      this.#log.warn({ err: error }, 'teams: names of a team unknown')
      return { channels: new Map() }
    }
  }
}

/** `inc-email-pro-0412` and `Email Pro` alike: words with a space round them. */
function folded(name: string): string {
  return ` ${name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
}
