// Why these rows: how the question was read and what met what, for `--explain`.

import type { Resolution } from '../domain/resolution.ts'
import type { Block } from './answer.ts'
import { plainReasons } from './plain-reasons.ts'
import { typedWords } from './typed-words.ts'
import { listed } from './wording.ts'

/** Candidates shown. */
const CANDIDATES = 5

/** Plain lines: the reading, then the candidates with their score and evidence. */
export function composeExplanation({ reading, evidence }: Resolution): Block {
  const product = reading.products.length
    ? `${listed(reading.products)}${reading.basis ? ` (${reading.basis})` : ''}`
    : 'none'
  const candidates = evidence.slice(0, CANDIDATES).map((candidate) => {
    const { entry, score } = candidate
    const because = plainReasons(candidate, reading.question)
    const words = entry.type === 'activity' ? entry.text : entry.quote.replaceAll('\n', ' ')
    return `${score.toFixed(2)}  ${entry.product}: ${words}${because.length ? ` [${because.join('; ')}]` : ''}`
  })
  return {
    type: 'lines',
    lines: [
      'Why:',
      `product: ${product}`,
      `asked about: ${reading.aspect}`,
      `understood: ${typedWords(reading.about ?? [], reading.question).join(', ') || 'nothing'}`,
      ...candidates,
    ],
  }
}
