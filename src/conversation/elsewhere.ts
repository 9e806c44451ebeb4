// "Other products": what the other documents say about the same activity, each to be chosen.

import type { Answer } from '../answer/answer.ts'
import { composeOptions } from '../answer/compose-options.ts'
import { gone } from './gone.ts'
import type { Inside } from './inside.ts'

/** Options shown at once; many products have several rows each. */
const OPTIONS = 12

/** The nearest row of each other product, and its neighbours that somebody else holds or that a condition limits. */
export function elsewhere(id: string, { resolver }: Inside): Answer {
  const entry = resolver.entry(id)
  if (!entry) return gone()
  const found = resolver.elsewhere(entry)
  const others = found.slice(0, OPTIONS)
  if (!others.length) {
    const text = 'No other loaded product has a row like this one.'
    return { kind: 'unknown', blocks: [{ type: 'sentence', text }], actions: [], items: [] }
  }
  return {
    kind: 'choices',
    blocks: [
      { type: 'sentence', text: 'The nearest rows on other products:' },
      { type: 'options', options: composeOptions(others, 'product') },
    ],
    actions: [],
    items: others,
  }
}
