// What the stores know of a place, asked for before it is needed: while something else is waited for, and in one go.

import { boundProduct } from './bind.ts'
import type { Setting } from './incoming.ts'
import type { Inside } from './inside.ts'
import { recallingAhead } from './memory.ts'

/** For the one `converse` that it was begun for. */
export interface Ahead {
  /** The product that the channel was bound to. */
  readonly product: Promise<string | undefined>
  /** What the use cases work with, the last exchange on its way. */
  readonly inside: Inside
}

/** Begins to read. Nothing is kept, and nobody need use it. */
export function lookAhead(setting: Setting, inside: Inside): Ahead {
  const product = boundProduct(setting, inside)
  // Whoever uses it hears of a bug.
  product.catch(() => undefined)
  return { product, inside: recallingAhead(setting, inside) }
}
