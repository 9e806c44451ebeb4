// Two questions in one message, "who restores backups and who patches the system": both are answered, or the answer
// says which of them it is to.

import type { Entry } from '../domain/knowledge.ts'
import type { Resolution } from '../domain/resolution.ts'
import type { Context, Resolver } from '../resolve/resolver.ts'

const WHO = "(?:who(?:se|m|'s)?|which (?:party|side|team))"
/** Two clauses that each ask who: before the first stands at most where, or a greeting. */
const CLAUSE = `\\b${WHO}\\b(?:(?!\\b${WHO}\\b)[^.?!\\n])+?`
const TWO = new RegExp(
  `^(?<first>(?:[^.?!,;:\\n]{0,40}[,:] )?${CLAUSE})(?:[,;?]* (?:and|also|plus)(?: also| then)?|\\?) (?<second>${CLAUSE})[.?! ]*$`,
  'iu',
)
/** What is asked of the same row: its letters, in any words, and nothing besides. */
const SAME_ROW =
  /^(?:who(?:se|m|['’]s)?|which|party|side|team|is|are|does|do|did|gets?|has|have|must|should|needs?|to|be|just|only|then|also|it|that|this|them|so|the|a|an|of|for|about|on|in|first|before|after|afterwards|beforehand|actually|really|work|job|informed|told|notified|consulted|asked|accountable|responsible|answers|answerable|charge|carries|out|done|approves?|call|contact|pays?|blame|involved)$/iu

/** A message with two questions: each of them, where the second asks for something of its own. */
export function twoQuestions(text: string): readonly [first: string, second: string] | undefined {
  const { first, second } = TWO.exec(text.trim())?.groups ?? {}
  if (first === undefined || second === undefined) return undefined
  const words = second.match(/[\p{L}\p{N}'’-]+/gu) ?? []
  return words.every((word) => SAME_ROW.test(word)) ? undefined : [first, second]
}

/**
 * The resolution with the rows of both questions; with a word on what was left out where only one of them has a row;
 * undefined when the message asks one thing, or what was found for it shows rows for both.
 */
export function bothAnswered(
  text: string,
  whole: Resolution,
  context: Context,
  { resolve }: Pick<Resolver, 'resolve'>,
): Resolution | undefined {
  if (whole.kind === 'list') return undefined
  const parts = twoQuestions(text)
  if (!parts) return undefined
  const [product, ...others] = whole.reading.products
  const about = product !== undefined && !others.length ? { ...context, product } : context
  const [first, second] = parts.map((part) => resolve(part, about))
  if (!first || !second) return undefined
  const [ofFirst, ofSecond] = [rowsOf(first), rowsOf(second)]
  if (!ofSecond.length && isSaid(second, whole)) return undefined
  if (ofFirst.length && ofSecond.length) {
    const rows = [...new Set([...ofFirst, ...ofSecond])]
    const isMore = rows.length > Math.max(ofFirst.length, ofSecond.length)
    return isMore
      ? {
          kind: 'answer',
          reading: { ...whole.reading, aspect: aspectOf(first, second) },
          rows,
          evidence: whole.evidence,
        }
      : undefined
  }
  if (whole.kind === 'unknown') {
    const [part, answered, left] = ofFirst.length
      ? ([first, ...parts] as const)
      : ([second, parts[1], parts[0]] as const)
    return part.kind === 'answer' ? { ...part, reading: { ...part.reading, leftOut: { answered, left } } } : undefined
  }
  if (whole.kind === 'choices') return undefined
  const isFirst = shares(first, whole)
  const [answered, left] = isFirst ? parts : [parts[1], parts[0]]
  return { ...whole, reading: { ...whole.reading, leftOut: { answered, left } } }
}

const rowsOf = (found: Resolution) => (found.kind === 'answer' ? found.rows : [])

/** Whether what the message was answered with is what this part of it asks for. */
function shares(part: Resolution, whole: Resolution): boolean {
  const shown = new Set<Entry>(entriesOf(whole))
  return entriesOf(part).some((entry) => shown.has(entry))
}

/** Whether a part that no row answers shows nothing but what the message shows already. */
function isSaid(part: Resolution, whole: Resolution): boolean {
  const shown = new Set<Entry>(entriesOf(whole))
  const entries = entriesOf(part)
  return entries.length > 0 && entries.every((entry) => shown.has(entry))
}

function entriesOf(found: Resolution): readonly Entry[] {
  if (found.kind === 'answer') return found.rows
  if (found.kind === 'rule') return found.rules
  return found.kind === 'choices' ? found.options : []
}

const aspectOf = (first: Resolution, second: Resolution) =>
  first.reading.aspect === second.reading.aspect ? first.reading.aspect : 'who'
