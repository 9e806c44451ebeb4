// Maintenance in chat as a test tells it: what is typed, sent and pressed, and what is said and kept.

import { MemoryMaintenanceStore } from '../../adapters/storage/memory-maintenance-store.ts'
import { renderText } from '../../src/answer/render-text.ts'
import { createConversation } from '../../src/conversation/converse.ts'
import type { Filled, Form, FormOutcome } from '../../src/conversation/form.ts'
import type { ActionCall } from '../../src/conversation/incoming.ts'
import { withMaintenance } from '../../src/conversation/maintenance.ts'
import { AppError } from '../../src/errors.ts'
import type { DigestSubscription } from '../../src/ports/digest-subscription-store.ts'
import type { MaintenanceStore } from '../../src/ports/maintenance-store.ts'
import { createResolver } from '../../src/resolve/resolver.ts'
import { shipped } from '../digest/shipped.ts'

export const NOW = '2026-11-16T08:00:00.000Z'
export const ADA = { platform: 'slack', tenant: 'T0', conversation: 'c', channel: 'C0', user: 'UADA' } as const
export const BEN = { ...ADA, user: 'UBEN' }
type Speaker = typeof ADA | typeof BEN

/** A window as it is filled in. */
export const RIGHT = {
  ...{ products: ['Email Pro'], title: 'Storage upgrade', day: '2026-11-19', time: '22:00', until: '90 min' },
  ...{ zone: 'Europe/Paris', kind: 'planned', state: 'scheduled', impact: 'Slower mail.', url: '' },
}

const inside = { knowledge: shipped, resolver: createResolver(shipped) }

export class MaintenanceTalk {
  readonly store = new MemoryMaintenanceStore()
  /** As MAINTENANCE_EDITORS has them. */
  editors: readonly string[] | undefined = ['uada']
  /** The channel's digest. */
  digest: Pick<DigestSubscription, 'products' | 'zone'> | undefined
  /** The store is down while this is true. */
  isDown = false

  get conversation() {
    const { editors } = this
    const desk = {
      maintenance: {
        take: async (...given: Parameters<MaintenanceStore['take']>) => this.#reached().take(...given),
        since: async (from: string) => this.#reached().since(from),
        standings: async () => [],
        stand: async () => undefined,
      },
      ...(editors ? { editors } : {}),
      subscriptions: this.#subscriptions(),
      zone: 'Europe/Paris',
      clock: { now: () => new Date(NOW) },
    }
    return withMaintenance(createConversation(inside), desk, inside)
  }

  answer(text: string, speaker: Speaker = ADA) {
    return this.conversation.converse({ ...speaker, text })
  }

  async say(text: string, speaker: Speaker = ADA): Promise<string> {
    return renderText(await this.answer(text, speaker))
  }

  press(action: ActionCall | undefined, speaker: Speaker = ADA) {
    return this.conversation.converse({ ...speaker, action: action ?? { name: 'confirm', value: '' } })
  }

  open(text: string, speaker: Speaker = ADA): Promise<Form | undefined> {
    return this.conversation.form({ ...speaker, text })
  }

  send(filled: Filled, more: { subject?: string; copy?: string } = {}, speaker: Speaker = ADA): Promise<FormOutcome> {
    return this.conversation.submit({ ...speaker, form: 'maintenance', copy: 'v1', filled, ...more })
  }

  known() {
    return this.store.since('2000-01-01T00:00:00.000Z')
  }

  #reached(): MaintenanceStore {
    if (this.isDown) throw new AppError('store down', 'The store cannot be reached.')
    return this.store
  }

  #subscriptions() {
    const usual = { time: '08:30', weekdays: [1], quiet: false, announceStates: true, since: NOW }
    return {
      subscribe: async () => undefined,
      unsubscribe: async () => false,
      subscriber: async () => undefined,
      all: async () => [],
      find: async () => this.digest && { ...ADA, ...usual, ...this.digest },
    }
  }
}

/** What is said when the form was taken. */
export function replyOf(outcome: FormOutcome): string {
  return outcome.kind === 'done' ? renderText(outcome.answer) : 'again'
}

/** The form that came back. */
export function formOf(outcome: FormOutcome): Form {
  if (outcome.kind === 'done') throw new Error(renderText(outcome.answer))
  return outcome.form
}

export function errorsOf({ fields }: Form): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.flatMap(({ name, error }) => (error ? [[name, error]] : [])))
}

export function valuesOf(form: Form | undefined): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (form?.fields ?? []).map((field) => [field.name, 'values' in field ? field.values : field.value]),
  )
}

/** The short id in a reply. */
export function codeIn(text: string): string {
  return /cancel (\w+)/u.exec(text)?.[1] ?? ''
}
