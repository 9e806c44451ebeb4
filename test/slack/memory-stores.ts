// The stores in memory, with the words of the ports: shared by two replicas where a test starts two.

import { AppError } from '../../src/errors.ts'
import type { BindingStore } from '../../src/ports/binding-store.ts'
import type { Abandoned, Accepted, Claim, DeliveryStore } from '../../src/ports/delivery-store.ts'
import type { FeedbackStore, Miss } from '../../src/ports/feedback-store.ts'
import type { Installation, InstallationStore } from '../../src/ports/installation-store.ts'
import type { PersonStore } from '../../src/ports/person-store.ts'
import type { Channel, Person, Platform, Tenant } from '../../src/ports/place.ts'
import type { AskedQuestion, QuestionStore } from '../../src/ports/question-store.ts'

type State = 'accepted' | 'working' | 'done' | 'released'

export class MemoryDeliveries implements DeliveryStore {
  readonly kept = new Map<string, { state: State; attempt: number; note?: string }>()
  /** The store is down while this is true. */
  down = false

  async remember(id: string): Promise<'new' | 'seen'> {
    const claim = await this.claim(id)
    return typeof claim === 'object' ? 'new' : 'seen'
  }

  async claim(id: string, { note }: { readonly note?: string } = {}): Promise<Claim | 'working' | 'done'> {
    this.#check()
    const known = this.kept.get(id)
    if (known?.state === 'working' || known?.state === 'done') return known.state
    const attempt = (known?.attempt ?? 0) + 1
    this.kept.set(id, { state: 'working', attempt, ...(note === undefined ? {} : { note }) })
    return { id, attempt }
  }

  async accept(deliveries: readonly Accepted[]): Promise<void> {
    this.#check()
    for (const { id, note } of deliveries)
      if (!this.kept.has(id)) this.kept.set(id, { state: 'accepted', attempt: 0, note })
  }

  async settle(id: string): Promise<void> {
    this.#check()
    if (this.kept.get(id)?.state === 'accepted') this.kept.set(id, { state: 'done', attempt: 0 })
  }

  async takeWaiting(): Promise<readonly Accepted[]> {
    return [...this.kept].flatMap(([id, { state, note = '' }]) => (state === 'accepted' ? [{ id, note }] : []))
  }

  /** How often a lease was extended. */
  extended = 0

  async extend(): Promise<boolean> {
    this.extended += 1
    return true
  }

  async finish({ id, attempt }: Claim): Promise<boolean> {
    return this.#leave(id, attempt, 'done')
  }

  async release({ id, attempt }: Claim): Promise<boolean> {
    return this.#leave(id, attempt, 'released')
  }

  async takeAbandoned(): Promise<readonly Abandoned[]> {
    return [...this.kept].flatMap(([id, { state, attempt, note }]) =>
      state === 'working' ? [{ id, attempt, ...(note === undefined ? {} : { note }) }] : [],
    )
  }

  #leave(id: string, attempt: number, state: 'done' | 'released'): boolean {
    this.#check()
    const known = this.kept.get(id)
    if (known?.state !== 'working' || known.attempt !== attempt) return false
    known.state = state
    return true
  }

  #check(): void {
    if (this.down) throw new AppError('store down', 'The store cannot be reached at the moment.')
  }
}

export class MemoryBindings implements BindingStore {
  readonly #kept = new Map<string, string>()

  async bind(channel: Channel, product: string): Promise<void> {
    this.#kept.set(JSON.stringify(channel), product)
  }

  async find(channel: Channel): Promise<string | undefined> {
    return this.#kept.get(JSON.stringify(channel))
  }

  async unbind(channel: Channel): Promise<boolean> {
    return this.#kept.delete(JSON.stringify(channel))
  }

  async clear(): Promise<number> {
    const count = this.#kept.size
    this.#kept.clear()
    return count
  }
}

/** Questions, misses, and one person's share of them. */
export class MemoryRecords implements QuestionStore, FeedbackStore, PersonStore {
  questions: (AskedQuestion & { readonly askedAt: Date })[] = []
  misses: Miss[] = []

  async record(question: AskedQuestion): Promise<void> {
    this.questions.unshift({ ...question, askedAt: new Date('2026-11-03T10:00:00Z') })
  }

  async recent(person: Person, limit = 10) {
    return this.questions.filter((one) => one.person?.user === person.user).slice(0, limit)
  }

  async recordMiss(miss: Miss): Promise<void> {
    this.misses.push(miss)
  }

  async holdings({ user }: Person) {
    const questions = this.questions.filter((one) => one.person?.user === user)
    const misses = this.misses.filter((one) => one.person?.user === user).length
    const since = questions.at(-1)?.askedAt
    return { questions: questions.length, misses, conversations: 0, digests: 0, ...(since ? { since } : {}) }
  }

  async forget({ user }: Person): Promise<number> {
    const before = this.questions.length + this.misses.length
    this.questions = this.questions.filter((one) => one.person?.user !== user)
    this.misses = this.misses.filter((one) => one.person?.user !== user)
    return before - this.questions.length - this.misses.length
  }
}

export class MemoryInstallations implements InstallationStore {
  readonly kept = new Map<string, Installation>()
  /** The store is down while this is true. */
  down = false

  async save(installation: Installation): Promise<void> {
    this.#check()
    this.kept.set(installation.tenant, installation)
  }

  async find({ tenant }: Tenant): Promise<Installation | undefined> {
    this.#check()
    return this.kept.get(tenant)
  }

  async list(platform: Platform): Promise<readonly Tenant[]> {
    this.#check()
    return [...this.kept.keys()].map((tenant) => ({ platform, tenant }))
  }

  async remove({ tenant }: Tenant): Promise<boolean> {
    this.#check()
    return this.kept.delete(tenant)
  }

  #check(): void {
    if (this.down) throw new AppError('store down', 'The store cannot be reached at the moment.')
  }
}
