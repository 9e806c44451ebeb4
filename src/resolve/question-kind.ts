// What sort of answer a question wants: one row, a set of rows, a comparison; and which fact about the row leads.

import type { Aspect } from '../domain/resolution.ts'

export interface QuestionKind {
  /** `set` when the person wants every row of a scope. */
  readonly wants: 'row' | 'set'
  /** Whether the words compare products. */
  readonly compares: boolean
  readonly aspect: Aspect
}

/** Ways to ask for a whole set; read on the plain question. */
const SET = [
  /\b(list|enumerate|itemi[sz]e|overview of|run me through|walk me through|recap|summari[sz]e|give me|show( me)?|print)\b.*\b(all|every|everything|each|full|whole|complete|list|rows?|lines?|items?|tasks?|activities|duties|to-?dos?|chores|responsibilities|parts?|things|stuff|homework)\b/,
  /\blist\b.*\b(of|the|what|which|where)\b/,
  /^(list|enumerate)\b/,
  /\b(everything|every (line|row|task|activity|item|duty|thing|single)|all (the |of the |our |your |their |customer |provider |ovh\w* )?(\S+ )?(rows|lines|items|tasks|activities|duties|chores|jobs|things|responsibilities|to-?dos?|stuff|points|steps|parts|bits))\b/,
  /\b(which|what) (\S+ ){0,5}?(rows|lines|items|tasks|activities|duties|chores|things|responsibilities|to-?dos?|points|steps|parts|ones|licences|licenses|logs|jobs)\b/,
  /\bwhat (all )?(is|are|'s|s)? ?(left|ours|theirs|yours|our|on us|on our|on your|on their|up to (us|you|them)|the customer'?s|ovh\w*)\b.*\b(to do|side|part|homework|plate|for us|for the (customer|client|provider))\b/,
  /\bwhat (do|does|must|should|will|is|has|have) (\S+ ){1,5}?(carry out|have to do|need to do|take care of|do|handle|cover|wipe|destroy|run|manage|to do|look after|deliver|provide)\b(?!.*\bif\b)/,
  /\bwhich (of (them|these|those)|ones)\b/,
  /\b(full|complete|whole|entire) (list|to-?do|set|matrix|picture|scope)\b/,
  /\b(to-?do list|to-?dos?|checklist|homework|chores|duties)\b/,
  /\ball (of )?(our|your|their|customer|client|provider|ovh\w*)( r\b| a\b| ra\b| r\/a|'s| duties| tasks)?/,
  /\bin one go\b/,
  /\beverything\b/,
  /\bwho does what\b/,
  /\bsplit (of|between)\b/,
]

const COMPARE =
  /\b(compare|compared|comparison|versus|vs\.?|difference between|differ|same (for|on|with|in)|as opposed to|both)\b/

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

/** Reads the kind off a plain question (lower case, noise removed). */
export function questionKind(question: string): QuestionKind {
  const aspect = ASPECTS.find(([, pattern]) => pattern.test(question))?.[0] ?? 'who'
  const wants =
    SET.some((pattern) => pattern.test(question)) && !/^who\b(?!.*\b(does what|each|everything|every)\b)/.test(question)
      ? 'set'
      : 'row'
  return { wants, compares: COMPARE.test(question), aspect }
}
