// Which words mark a question that no responsibility document answers: logistic regression over words and pairs.

import { BIAS, soundNorm, unanswerableKeys, type Weights } from '../../src/resolve/unanswerable.ts'
import { createRandom, shuffle } from './random.ts'

/**
 * How much rarer such a question is in the practice set than in a channel; a trap is rarer there. What a document lacks
 * is asked for in the words of what it has.
 */
const TIMES = { answered: 1, unanswerable: 4, trap: 1, lacking: 0.25 } as const
const EPOCHS = 8
const RATE = 0.5
const DECAY = 0.004
const SMALLEST = 0.2

export interface Sample {
  /** Words without product names. */
  readonly words: readonly string[]
  readonly kind: keyof typeof TIMES
}

export function learnUnanswerable(samples: readonly Sample[]): Weights {
  const weights = new Map<string, number>()
  const random = createRandom(3)
  const prepared = samples.map(({ words, kind }) => ({
    keys: unanswerableKeys(words),
    kind,
  }))
  let bias = -1
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const rate = RATE / (1 + epoch / 2)
    shuffle(prepared, random)
    for (const { keys, kind } of prepared) {
      const norm = soundNorm(keys.length)
      const score = bias + norm * keys.reduce((sum, key) => sum + (weights.get(key) ?? 0), 0)
      const miss = (kind === 'answered' ? 0 : 1) - 1 / (1 + Math.exp(-score))
      const pull = miss * TIMES[kind] * rate
      if (Math.abs(pull) < 1e-3) continue
      bias += pull * 0.02
      for (const key of keys) weights.set(key, (weights.get(key) ?? 0) * (1 - rate * DECAY) + pull * norm)
    }
  }
  const kept = [...weights].filter(([, weight]) => Math.abs(weight) >= SMALLEST)
  return Object.fromEntries([[BIAS, bias], ...kept])
}
