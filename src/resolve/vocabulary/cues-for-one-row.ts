// What speaks for a question that wants one row although it sounds like a list, as data: read by set-cues.ts.

import type { CueRow } from '../set-cues.ts'

export const CUES_FOR_ONE_ROW: readonly CueRow[] = [
  [
    'one holder',
    -4,
    "(?<!\\b(by|with|for) )\\bwho(?:'s|'ll|'d|m)?\\b(?!<many>| (?:moves|acts)[.?! ]*$)|(?<!\\band )\\bwhose\\b",
  ],
  [
    'yes or no',
    -4,
    "(^|[,.;:!?)–-]+ ?|\\b(?:and|so|or|but|please|hi|hello|hey) )(?:is|are|do|does|did|must|should|shall|will|would|can|could|has|have)(?:n't)? (?:it|they|we|i(?! (?:have|get|see)\\b)|this|that|ovh\\w*|the (?:customer|client|provider|vendor|hoster|host|supplier|partner)|(?:some|any)(?:body|one) (?!tell|list|show|give|send)|there a way|\\w{3,}ing (?:the|our|your|a|an|of)\\b|you (?!please|pls|list|show|give|tell|print|run|walk|summ|enum))\\b",
  ],
  [
    'one or the other',
    -4,
    '\\b(us|we|you|ours|yours|mine|me|our (?:side|team)|customer|client) or (?:is it )?(them|they|theirs|their|you|yours|your|us|ours|ovh\\w*|(?:the )?(?:provider|vendor|host\\w*|our))\\b|\\bor (theirs|yours|ours)\\b|(?<!by )\\bwhich (side|party|team|one|colleague|of us|of the two)\\b',
  ],
  [
    'an inventory',
    -3,
    "\\b(list|overview|inventory|register|record|dump|catalogue|summary) (?:of|with) (?!<gap><rows>|who does what|what(?:'s| gets| must| has)|what <party> (?:must|have to|has to|need|do|should))",
  ],
  [
    'is it whose',
    -3,
    '(?<!\\bwhat )\\b(is|are|was|be) <far>(our|your|their|whose) (homework|job|duty|duties|task|to-?do|problem)\\b(?! (is|are))|\\bpart of (our|your|their) \\w+ ?(duties|homework|tasks)',
  ],
  ['somebody', -4, '\\b(somebody|someone|anybody|which person) (must|has to|needs|should|to|shall)\\b'],
  [
    'a mailing list',
    -4,
    '\\b(mailing|distribution|price|order|contact|waiting|allow|block|black|white|visitor|open-xchange|asset) ?-?lists?\\b|\\blist (address|addresses|price)\\b',
  ],
]
