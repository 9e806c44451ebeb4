// One short question back.

import { conditionOf } from '../domain/condition.ts'
import type { Entry } from '../domain/knowledge.ts'
import { holders } from '../domain/raci.ts'
import type { Claim, Difference, Reading, Resolution } from '../domain/resolution.ts'
import type { Answer } from './answer.ts'
import { verdictOf } from './claim-sentence.ts'
import { composeOptions } from './compose-options.ts'
import { missAction } from './next-actions.ts'
import { productNote } from './product-note.ts'
import { isPlural } from './roles.ts'

type Found = Extract<Resolution, { kind: 'choices' }>

const SEVERAL = 'Which of these do you mean'
const QUESTIONS: Readonly<Record<Difference, string>> = {
  product: 'Which product',
  condition: 'It depends. Which of these applies',
  holder: SEVERAL,
  activity: SEVERAL,
}
/** Two rows whose words are the same to this part are one activity, with and without its condition. */
const SAME_WORDS = 0.5

/** The question back with its options right below it; how the product became known comes after them. */
export function composeChoices({ reading, options, difference: found }: Found): Answer {
  const difference = found === 'condition' && !isByCondition(options) ? 'activity' : found
  return {
    kind: 'choices',
    blocks: [
      { type: 'sentence', text: questionBack(options, difference, reading) },
      { type: 'options', options: composeOptions(options, difference) },
      ...productNote(reading),
    ],
    actions: missAction(reading.question),
    items: options,
  }
}

/** Names the product where all options are of one that nobody named; two rows of one product are no question of products. */
function questionBack(
  options: readonly Entry[],
  difference: Difference,
  { products: named, claim, without }: Reading,
): string {
  const products = [...new Set(options.map((option) => option.product))]
  const [only] = products
  const on = products.length === 1 && only !== undefined && !named.includes(only) ? ` on ${only}` : ''
  const asked = difference === 'product' && products.length < options.length ? SEVERAL : QUESTIONS[difference]
  const doer = without ? undefined : soleDoer(options)
  const verdict = verdictOn(options, claim)
  const back = asked === SEVERAL ? 'Which do you mean' : asked.replace(/^It depends\. /u, '')
  if (doer)
    return `${verdict ? `${verdict}: ` : ''}${doer} ${isPlural(doer) ? 'do' : 'does'} each of these${on}. ${back}?`
  return verdict ? `${verdict}, in each of these cases${on}. ${back}?` : `${asked}${on}?`
}

/** What the letters of every option say alike. */
function verdictOn(options: readonly Entry[], claim: Claim | undefined): string | undefined {
  const verdicts = options.map((option) => (option.type === 'activity' ? verdictOf(option, claim) : undefined))
  return verdicts.every((verdict) => verdict === verdicts[0]) ? verdicts[0] : undefined
}

/** Who does all of it, alone and accountable. */
function soleDoer(options: readonly Entry[]): string | undefined {
  const owners = options.map((option) =>
    option.type === 'activity' ? [holders(option, 'R'), holders(option, 'A')].map((names) => names.join('\n')) : [],
  )
  const [[doer, owner] = []] = owners
  if (!doer || doer !== owner || doer.includes('\n')) return undefined
  return owners.every(([does, answers]) => does === doer && answers === doer) ? doer : undefined
}

/** Whether the condition alone tells them apart: each row that has one says nearly what another says. */
function isByCondition(options: readonly Entry[]): boolean {
  const bags = options.map((option) => ({ option, words: contentWords(option) }))
  return bags.every(({ option, words }) => {
    if (option.type === 'rule') return false
    if (conditionOf(option.text) === undefined) return true
    return bags.some(
      (other) =>
        other.option !== option &&
        words.intersection(other.words).size >= Math.min(words.size, other.words.size) * SAME_WORDS,
    )
  })
}

/** Words of a row besides its condition; short ones say little. */
function contentWords(entry: Entry): Set<string> {
  const text = entry.type === 'activity' ? entry.text.replace(conditionOf(entry.text) ?? '', '') : entry.quote
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])
}
