// A platform without a network: what it has taken, and how it fails, is set by the test.

import type { Answer } from '../../src/answer/answer.ts'
import { renderText } from '../../src/answer/render-text.ts'
import type { Notifier, Sent, Sought } from '../../src/ports/notifier.ts'

export interface Arrived {
  readonly channel: string
  readonly key: string
  readonly text: string
  readonly thread?: string
}

export interface StubPlatform extends Notifier {
  /** Every message that arrived, by its key. */
  readonly arrived: readonly Arrived[]
  /** Who was told what, alone. */
  readonly told: { readonly user: string; readonly text: string }[]
  /** False: nobody can be told. */
  canTell: boolean
  /** What the next posts say instead of `posted`; `lost` arrives and its answer is lost. */
  readonly script: (Sent['kind'] | 'lost')[]
  /** Whether the channel can be looked into: yes, not just now, never. */
  canLook: true | 'later' | false
}

export function stubPlatform(): StubPlatform {
  const arrived: Arrived[] = []
  const platform: StubPlatform = {
    arrived,
    script: [],
    canLook: true,
    told: [],
    canTell: true,
    turn: async () => {},
    async post({ channel }, answer: Answer, { key, thread }): Promise<Sent> {
      const kind = platform.script.shift() ?? 'posted'
      if (kind === 'posted' || kind === 'lost')
        arrived.push({ channel, key, text: renderText(answer), ...(thread === undefined ? {} : { thread }) })
      if (kind === 'posted') return { kind, message: String(arrived.length) }
      return { kind: kind === 'lost' ? 'unsure' : kind, reason: `scripted ${kind}` }
    },
    nameOf: async ({ channel }) => `#${channel}`,
    async tell({ user }, answer): Promise<boolean> {
      if (platform.canTell) platform.told.push({ user, text: renderText(answer) })
      return platform.canTell
    },
    async find(_channel, { key }): Promise<Sought> {
      if (platform.canLook === 'later') return { kind: 'later', reason: 'answered 503' }
      if (!platform.canLook) return { kind: 'unknown' }
      const at = arrived.findIndex((message) => message.key === key)
      return at < 0 ? { kind: 'absent' } : { kind: 'found', message: String(at + 1) }
    },
  }
  return platform
}
