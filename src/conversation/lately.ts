// A map of what was touched lately: at a limit the longest untouched goes. Deleting the first key of a `Map` and
// asking for its first again walks over every key deleted before; here a place is kept in it.

export class Lately<Value> {
  readonly #kept = new Map<string, Value>()
  readonly #limit: number
  /** Stands behind all that was forgotten. */
  #walk: Iterator<string> = this.#kept.keys()
  /** The longest untouched, where it was looked at and left. */
  #oldest: string | undefined

  /** Keeps up to `limit` keys. */
  constructor(limit: number) {
    this.#limit = limit
  }

  get size(): number {
    return this.#kept.size
  }

  has(key: string): boolean {
    return this.#kept.has(key)
  }

  get(key: string): Value | undefined {
    return this.#kept.get(key)
  }

  /** Touches the key; reading does not. */
  set(key: string, value: Value): void {
    this.delete(key)
    this.#kept.set(key, value)
    if (this.#kept.size > this.#limit) this.#forget()
  }

  delete(key: string): void {
    if (this.#oldest === key) this.#oldest = undefined
    this.#kept.delete(key)
  }

  clear(): void {
    this.#oldest = undefined
    this.#kept.clear()
  }

  /** Forgets the longest untouched, one after the other, as long as what is kept of it may go. */
  forgetWhile(mayGo: (value: Value) => boolean): void {
    for (let key = this.#find(); key !== undefined; key = this.#find()) {
      const value = this.#kept.get(key)
      if (value !== undefined && !mayGo(value)) return
      this.delete(key)
    }
  }

  #forget(): void {
    const key = this.#find()
    if (key !== undefined) this.delete(key)
  }

  #find(): string | undefined {
    if (this.#oldest !== undefined) return this.#oldest
    let next = this.#walk.next()
    if (next.done) {
      // It ended once, while nothing was kept.
      this.#walk = this.#kept.keys()
      next = this.#walk.next()
    }
    this.#oldest = next.done ? undefined : next.value
    return this.#oldest
  }
}
