// Work that was acknowledged, begun a few milliseconds a turn of the event loop. Under a flood it is begun so slowly
// that acknowledging keeps nearly all of the time; what waits is answered when the flood is over.

/** Milliseconds of work begun in one turn: what a delivery that arrives meanwhile waits for its acknowledgement. */
const TURN_MS = 4
/** So many deliveries in one window of so many milliseconds are a flood: thousands a second, never people. */
const WINDOW_MS = 100
const FLOOD = 40
/** Milliseconds between two pieces of work under a flood; an answer takes some ten, most of them for the embedded database. */
const FLOODED_PAUSE_MS = 50

/** Pieces of work that go on side by side: with more the embedded database, which answers in this thread, lets nothing between. */
const SIDE_BY_SIDE = 2
/** A piece that takes longer than so many milliseconds waits for Slack (a 429, a slow call) and holds nobody up. */
const SLOW_MS = 250

export type Work = () => Promise<void>

export class WorkQueue {
  readonly #waiting: Work[] = []
  readonly #failed: (error: unknown) => void
  #running = 0
  /** Running, and not yet slow. */
  #brisk = 0
  #windowEnds = 0
  #inWindow = 0
  #inLastWindow = 0
  #isTurnDue = false

  /** `failed` is told what a piece of work rejected with. */
  constructor(failed: (error: unknown) => void) {
    this.#failed = failed
  }

  /** Waiting or running. */
  get size(): number {
    return this.#waiting.length + this.#running
  }

  /** Says that a delivery has arrived, whether or not it is work. */
  arrived(): void {
    this.#slide()
    this.#inWindow += 1
  }

  add(work: Work): void {
    this.#waiting.push(work)
    this.#schedule()
  }

  #schedule(): void {
    if (this.#isTurnDue || this.#waiting.length === 0 || this.#brisk >= SIDE_BY_SIDE) return
    this.#isTurnDue = true
    if (this.#isFlooded()) setTimeout(() => this.#turn(), FLOODED_PAUSE_MS)
    else setImmediate(() => this.#turn())
  }

  #turn(): void {
    this.#isTurnDue = false
    const begun = performance.now()
    while (this.#brisk < SIDE_BY_SIDE) {
      const work = this.#waiting.shift()
      if (!work) return
      this.#begin(work)
      if (performance.now() - begun > TURN_MS || this.#isFlooded()) break
    }
    this.#schedule()
  }

  #begin(work: Work): void {
    this.#running += 1
    this.#brisk += 1
    let isBrisk = true
    const slow = () => {
      if (isBrisk) this.#brisk -= 1
      isBrisk = false
      this.#schedule()
    }
    const timer = setTimeout(slow, SLOW_MS)
    work()
      .catch(this.#failed)
      .finally(() => {
        clearTimeout(timer)
        this.#running -= 1
        slow()
      })
  }

  #isFlooded(): boolean {
    this.#slide()
    return Math.max(this.#inWindow, this.#inLastWindow) >= FLOOD
  }

  #slide(): void {
    const now = performance.now()
    if (now < this.#windowEnds) return
    this.#inLastWindow = now - this.#windowEnds < WINDOW_MS ? this.#inWindow : 0
    this.#inWindow = 0
    this.#windowEnds = now + WINDOW_MS
  }
}
