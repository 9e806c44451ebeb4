// Tokens that expire are exchanged by one replica at a time: a refresh token works once
// (https://docs.slack.dev/authentication/using-token-rotation).

import { AppError } from '../../../src/errors.ts'
import type { Clock } from '../../../src/ports/clock.ts'
import type { DeliveryStore } from '../../../src/ports/delivery-store.ts'
import type { Kept } from './slack-installations.ts'

/** The installer exchanges tokens in their last two hours. */
const WINDOW_S = 2 * 3_600
/** One exchange is tried in this time, over all replicas. */
const TURN_MS = 60_000
/** How often another replica's exchange is looked for, and how long between. */
const LOOKS = 8
const LOOK_MS = 250

export interface Rotation {
  /** The installation as it may be handed to the installer: with its refresh token for one caller only. */
  guard(tenant: string, installation: Kept, again: () => Promise<Kept | undefined>): Promise<Kept>
}

export interface RotationOptions {
  readonly deliveries: DeliveryStore
  readonly clock: Clock
  readonly wait: (ms: number) => Promise<void>
}

export function createRotation({ deliveries, clock, wait }: RotationOptions): Rotation {
  const now = () => clock.now().getTime()
  const isOurTurn = async (tenant: string): Promise<boolean> => {
    try {
      return (await deliveries.remember(`slack/rotation/${tenant}/${Math.floor(now() / TURN_MS)}`)) === 'new'
    } catch (error) {
      // Nobody can say whose turn it is: the token in hand is tried as it is.
      if (error instanceof AppError) return false
      throw error
    }
  }
  return {
    async guard(tenant, installation, again) {
      if (!expiresWithin(installation, now(), WINDOW_S) || (await isOurTurn(tenant))) return installation
      let latest = installation
      for (let look = 0; look < LOOKS && expiresWithin(latest, now(), 0); look += 1) {
        await wait(LOOK_MS)
        latest = (await again()) ?? latest
      }
      return expiresWithin(latest, now(), WINDOW_S) ? withoutRefresh(latest) : latest
    },
  }
}

/** True when the bot's token has an end and it comes within so many seconds. */
export function expiresWithin({ bot }: Pick<Kept, 'bot'>, nowMs: number, seconds: number): boolean {
  return bot?.expiresAt !== undefined && bot.expiresAt - nowMs / 1_000 <= seconds
}

function withoutRefresh(installation: Kept): Kept {
  if (!installation.bot) return installation
  const { refreshToken: _another, ...bot } = installation.bot
  return { ...installation, bot }
}
