// Many callers, one statement: what is asked for in one turn of the event loop, or while the database is still at
// the last and a moment after, is asked for together. A caller alone waits for nobody.

import { AppError } from '../../src/errors.ts'

interface Waiting<Item, Result> {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

/** Items of one statement: its parameter stays below a megabyte. */
const MOST = 500
/** Between two statements (ms): under load more goes together, and nobody can tell it from none. */
const GATHERED_FOR = 3

export interface BatchOptions {
  /** For what no answer waits for: milliseconds between two statements once so many went together. Default as little as for others. */
  readonly underLoad?: { readonly from: number; readonly gatheredFor: number }
}

export class Batch<Item, Result> {
  readonly #run: (items: readonly Item[]) => Promise<readonly Result[]>
  readonly #options: BatchOptions
  #waiting: Waiting<Item, Result>[] = []
  #isBusy = false

  /** `run` is given one item or more and resolves to a result for each, in their order. */
  constructor(run: (items: readonly Item[]) => Promise<readonly Result[]>, options: BatchOptions = {}) {
    this.#run = run
    this.#options = options
  }

  /** The item's own result. Rejects as `run` does; a bug over one item (no AppError) is no other's. */
  ask(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      if (this.#isBusy) return
      this.#isBusy = true
      setImmediate(() => this.#serveAll())
    })
  }

  async #serveAll(): Promise<void> {
    while (this.#waiting.length) {
      const batch = this.#waiting.splice(0, MOST)
      await this.#serve(batch)
      const { underLoad } = this.#options
      const pause = underLoad && batch.length >= underLoad.from ? underLoad.gatheredFor : GATHERED_FOR
      await new Promise((resolve) => {
        setTimeout(resolve, pause)
      })
    }
    this.#isBusy = false
  }

  /** Never rejects. */
  async #serve(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#run(batch.map(({ item }) => item))
      if (results.length !== batch.length) throw new Error(`${results.length} results for ${batch.length} items`)
      for (const [at, result] of results.entries()) batch[at]?.resolve(result)
    } catch (error) {
      if (error instanceof AppError || batch.length === 1) for (const { reject } of batch) reject(error)
      else for (const one of batch) await this.#serve([one])
    }
  }
}
