// What sort of answer a question wants: one row, a set of rows, a comparison; and which fact about the row leads.

import type { Aspect } from '../domain/resolution.ts'
import { createNeeds, mayMatch } from './needed-words.ts'
import { lately } from './once.ts'
import { type Cue, SET_CUES, SET_POINTS } from './set-cues.ts'

export interface QuestionKind {
  /** `set` when the person wants every row of a scope. */
  readonly wants: 'row' | 'set'
  /** Whether the words compare products. */
  readonly compares: boolean
  readonly aspect: Aspect
}

const COMPARE =
  /\b(compar(e|ed|es|ing|ison)|versus|vs|differences? (between|in|of)|(?<!\b(?:[ra]|accountable|responsible) )differs?|side by side)\b/

/** Of two products that are named these words ask for a comparison; else they may be about anything. */
const ALIKE =
  /\b(?:(?:the )?same|alike|identical(?:ly)?|equal(?:ly)?|similar(?:ly)?|different(?:ly)?|otherwise|(?:more|less|better|worse|other) than)\b/

/** Whether a text in which several products are named asks whether they are alike. */
export const asksWhetherAlike = (text: string): boolean => ALIKE.test(text)

const ASPECTS: ReadonlyArray<readonly [Aspect, RegExp]> = [
  [
    'accountable',
    /\b(accountable|accountability|answers? for|answerable|holds? the a\b|carr(y|ies) the a\b|where does the a\b|blame|head on the block|liable|neck on the line)\b/,
  ],
  ['consulted', /\b(consulted|consult|asked (first|for)|ask(ed)? our opinion|opinion|say in)\b/],
  [
    'informed',
    /\b(informed|told|notified of|get told|hear about|let us know|drop us a line|heads?-?up|be aware|kept in the loop|in the loop|keep us posted|warned)\b/,
  ],
  [
    'is-it-us',
    /^(is|are|do|does|did|must|should|shall|will|would|can|could|have|has|isn'?t|aren'?t|don'?t|am) (it |that |this )?(us|we|i|you|ovh\w*|they|the (customer|client|provider|vendor|hoster)|our|your)\b|\b(us or (you|them|ovh\w*)|(you|them|ovh\w*) or us|ours or|yours or|our (job|problem|side|responsibility)|on us\b|up to us|is (it|that|this) (us|ours|on us|our|you|yours|them|ovh\w*)|do we have to|are we (expected|supposed|responsible))/,
  ],
  [
    'responsible',
    /\b(carries out|carry out|executes|performs|does the work|hands[- ]on|who (actually |really |physically )?(does|runs|performs))\b/,
  ],
]

const needsOf = createNeeds({})
const SHOWN = ASPECTS.map(([aspect, pattern]) => ({ aspect, pattern, needs: needsOf(pattern.source) }))

/** Reads the kind off a plain question (lower case, noise removed). */
export function questionKind(question: string): QuestionKind {
  const aspect =
    SHOWN.find(({ pattern, needs }) => mayMatch(question, needs) && pattern.test(question))?.aspect ?? 'who'
  const wants = wantsSet(question) ? 'set' : 'row'
  return { wants, compares: COMPARE.test(question), aspect }
}

const FOR = SET_CUES.filter(({ points }) => points > 0)
const AGAINST = SET_CUES.filter(({ points }) => points < 0)

/**
 * Whether a plain question asks for every row of a scope. What speaks against it is read only where enough speaks for
 * it: most questions ask for one row.
 */
export const wantsSet = lately((question: string): boolean => {
  const given = pointsOf(FOR, question)
  return given >= SET_POINTS && given + pointsOf(AGAINST, question) >= SET_POINTS
})

function pointsOf(cues: readonly Cue[], question: string): number {
  return cues.reduce(
    (sum, { points, needs, pattern }) => (mayMatch(question, needs) && pattern.test(question) ? sum + points : sum),
    0,
  )
}

/** The cues that speak for a set or against it; for tests and for a look at why a question was taken for one. */
export function setCues(question: string): readonly Cue[] {
  return SET_CUES.filter(({ pattern }) => pattern.test(question))
}
