// Writes that no answer has to wait for: gathered for some milliseconds and written together, behind the answer.
// What is not written yet can be asked for here, so that this process reads what it wrote.

import { AppError } from '../../src/errors.ts'

/** How long a write may wait for others (ms): an answer is not typed back in that time. */
const GATHERED_FOR = 20
/** Items of one statement. */
const MOST = 500

export interface BehindOptions<Item> {
  /** Writes them all, or rejects. */
  readonly write: (items: readonly Item[]) => Promise<void>
  /** Told of an item that a bug kept from being written. A database that is down is not told: what is written here is a courtesy. */
  readonly lost: (error: unknown) => void
}

export class Behind<Item> {
  readonly #options: BehindOptions<Item>
  #waiting = new Map<unknown, Item>()
  #underWay: ReadonlyMap<unknown, Item> = new Map()
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> | undefined

  constructor(options: BehindOptions<Item>) {
    this.#options = options
  }

  /** Takes the item, in place of one of the same name that waits; without a name it replaces none. */
  add(item: Item, name: unknown = Symbol('unnamed')): void {
    this.#waiting.delete(name)
    this.#waiting.set(name, item)
    this.#schedule()
  }

  /** The item of that name, while it is not written. */
  pending(name: unknown): Item | undefined {
    return this.#waiting.get(name) ?? this.#underWay.get(name)
  }

  /** Resolves when everything that was taken before is written or lost. Never rejects. */
  async settled(): Promise<void> {
    while (this.#waiting.size || this.#writing) await this.#begin()
  }

  #schedule(): void {
    if (this.#waiting.size && !this.#writing) this.#timer ??= setTimeout(() => this.#begin(), GATHERED_FOR)
  }

  #begin(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#writing ??= this.#writePortion().then(() => {
      this.#writing = undefined
      this.#schedule()
    })
    return this.#writing
  }

  async #writePortion(): Promise<void> {
    const portion = new Map([...this.#waiting].slice(0, MOST))
    for (const name of portion.keys()) this.#waiting.delete(name)
    this.#underWay = portion
    await this.#write([...portion.values()])
    this.#underWay = new Map()
  }

  async #write(items: readonly Item[]): Promise<void> {
    try {
      await this.#options.write(items)
    } catch (error) {
      if (error instanceof AppError) return
      if (items.length === 1) this.#options.lost(error)
      else for (const item of items) await this.#write([item])
    }
  }
}
