// What shows that a person wants every row of a scope rather than one holder: a table of cues, each with a weight and
// its reason. Read on the plain question (lower case, punctuation kept); knows no document.

import { CUE_WORDS } from './vocabulary/cue-words.ts'

/** Points from which a question asks for a set: one plain cue, or two faint ones, and nothing against them. */
export const SET_POINTS = 2

export interface Cue {
  readonly name: string
  /** 2: enough alone. 1: half a sign. Negative: speaks for one row. */
  readonly points: number
  readonly pattern: RegExp
}

const CUES: readonly (readonly [name: string, points: number, pattern: string])[] = [
  [
    'every row',
    2,
    "\\b(all|every|each|any|which|what|whole|full|entire|complete|list|show|both|those|only)(?:'s)? <gap><rows>\\b",
  ],
  ['every one', 2, '\\b(every|each) (single )?(<near>)(activity|row|line|entry|task|duty|item|rule|statement)\\b'],
  [
    'how many',
    2,
    '\\bhow many (?:<gap><rows>|things\\b)|\\b(number|count) of <gap><rows>|\\bcount (all |the )*<gap><rows>',
  ],
  [
    'rows with a condition',
    2,
    '\\b(rows|lines|entries|activities|tasks|duties|items)\\b <far>(where|in which|for which)\\b',
  ],
  [
    'a numbered section',
    2,
    '\\b(section|chapter|phase|paragraph)s? \\d+(\\.\\d+)*\\b|(^|[,:] ?|\\b(in|of|under|at|from) )\\d\\.\\d{1,2}(\\.\\d{1,2})?(?= *([.?!,:]|$|and|on|of|for|in) ?)|(?<!\\b(version|release|v|to) )\\b\\d\\.\\d{1,2}\\.\\d{1,2} *[.?!]*$',
  ],
  ['everything in a part', 2, '(^|[,.;:!?–-] ?|\\b(list|show|me|need|print) )everything (in|under|within|from)\\b'],
  [
    'on which products',
    2,
    '\\b(on|for|in|of|with) (which|what) (of (the|our|your|these) )?(products|services|documents|solutions|offers)\\b',
  ],
  [
    'letters of a row',
    2,
    '\\b(where|what|which|whereabouts|rows?|lines|all|every)\\b <far>(<letter> (only|alone)|only (an? )?<letter>(?= (on|in|for)\\b| *$)|(r|a) (but not?|without|and no|and not|no) (an? )?<letter>)\\b',
  ],
  ['every thing', 2, '\\b(all|every|each) (the |of the |of our |our |their |your )?<near><things>\\b'],
  ['all such things', 1, '\\b(all|every|any|which|what|those) <gap><things>\\b'],
  ['row nouns', 1, '\\b<rows>\\b'],
  [
    'rows that',
    2,
    '\\b(rows|lines|entries|activities|tasks|duties|items) (that|where|about|mentioning|in which|without)\\b',
  ],
  [
    'command',
    2,
    '(^|[,.;:!?–-] ?|\\b(please|pls|can you|could you|to|and) )(list(?= )|enumerate|itemi[sz]e|recap|summari[sz]e|run me through|walk me through|break down)\\b(?! of)',
  ],
  ['show me', 1, '\\b(give me|gimme|show( me| us)?|print|get me|i need|need the|tell me)\\b'],
  [
    'whole scope',
    2,
    '\\b(full|complete|whole|entire) <near><near>(list|overview|set|section|chapter|phase|part|picture|scope|matrix|to-?do|breakdown|rundown|split)\\b',
  ],
  ['place in the document', 1, '\\b(section|chapter|phase|matrix|raci|column|the part)\\b'],
  [
    'about',
    2,
    '\\b(everything|anything|whatever|all)( there is| you have)? (about|on|around|concerning|regarding|touching|where|related|relating|to do with|that has to do)\\b|\\beverything with\\b',
  ],
  ['related', 2, '\\b(everything|all|anything) <gap>related\\b'],
  ['everything a party does', 2, '\\beverything <party> (<may>|<does>|takes?|handles?|covers?|runs?)\\b'],
  ['everything', 1, '\\b(everything|anything)\\b'],
  [
    'everything that happens',
    2,
    '\\beverything to (be|do)\\b|\\beverything (that|which) (gets?|is|are|has|needs|must|falls?)\\b',
  ],
  ['all of them', 1, '\\ball of (it|them)(?= *[.?!]?$)'],
  ['all of it', 1, '\\b(in one go|a to z|all of (it|them)|the lot|end to end)(?= *[.?!,]| *$| (please|pls|from)\\b)'],
  ['everything, at the end', 2, '[,:;–-] ?everything( please| pls)? *[.?!]*$|\\beverything to [a-z]+'],
  ['split of duties', 2, '\\b(split|breakdown|division|distribution) of (the )?(<rows>|work|labour)\\b'],
  ['a section', 2, '(?<!which |what |in a )\\b(section|chapter)( (of|in|for|on)\\b|[,:]| *[.?!]*$)'],
  ['overview', 2, '\\boverview( please| pls)?[ .?!]*$|\\boverview (for|on)\\b'],
  [
    'what a party does',
    2,
    '\\bwhat (all |exactly |else |still |precisely |then )*(do|does|must|should|shall|will|has|have|can)(?! i\\b) <gap><party> <gap><does>\\b|\\bwhat (do|does|must|should|will|has|have)(?! i\\b) (\\S+ ){1,4}?(do|have to do|need to do|carry out|handle|take care of|look after|stay out of)\\b|\\bwhat (is|are) <party> (expected|supposed|meant|to)\\b',
  ],
  [
    'what is to do',
    2,
    "\\bwhat(?: all)?(?: is|'s| are)? ?(?:left|remains|stays|falls|lies|lands|sits)\\b.*\\b(to|for|on|with) <party>",
  ],
  [
    'what is whose',
    2,
    "\\bwhat(?:'s| is| are| all is)? <near>(ours|theirs|yours|on us|up to us|on (?:our|your|their|the \\S+|\\S+) (side|plate|part|list|desk))\\b",
  ],
  [
    'falls to',
    1,
    '\\b(falls?|left|remains?|stays?|belongs?|lies|lands|on the side|on the part) (to|on|for|with|of) <party>',
  ],
  [
    'duties of',
    2,
    '\\b(homework|duties|chores|to-?dos?|to-do list|responsibilities) (of|for) <party>|\\btasks of <party>|<party> <near>(homework|duties|tasks|chores|to-?dos?|responsibilities)\\b',
  ],
  [
    'open letter',
    2,
    "\\b(where|what|which|in what|whereabouts)\\b(?:'s)? <far><state>\\b|<state> (about|of|on|for) (which|what)\\b",
  ],
  [
    'held letter',
    2,
    '\\b(where|what|which)\\b <far>(hold|holds|carry|carries|have|has|with|=) (just |only |both )?(the |an? )?(?:<letter>)(?= only\\b| *[.?!,;]| *$| (in|on|for|and|alone)\\b)',
  ],
  ['letter', 1, '\\b(r/a|an? (r|a|c|i)|the (r|a|c|i)|letters?)(?= *[.?!,;)]| *$| (in|on|for|and|alone|at)\\b)'],
  ['all with a letter', 2, '\\b(all|every|only|everything) <gap>(r/a|ra|as (r|a|c|i)|with (an? )?(r|a|c|i))\\b'],
  [
    'no letter',
    2,
    '\\b(no|any|without|without any|a single) <near>(letter|role)s?\\b|\\b(column|cell) (is |are )?(blank|empty)\\b|\\bonly-informed\\b|\\bblank (for|on)\\b',
  ],
  [
    'nothing',
    1,
    '\\b(nothing|none of|not involved|no part|without (any )?<near>part|blank|empty|alone|solely|purely|stays? out)\\b|-only\\b',
  ],
  ['shared', 1, '\\b(both (sides|parties|of them|hold|carry)|on both sides|(is|are) shared|double|jointly)\\b'],
  [
    'is there a row',
    2,
    '\\b(is|are) there (any |some )?<gap>(<rows>|<things>|anything where)\\b|\\banything where\\b|\\bany rows?\\b',
  ],
  ['who has which', 2, '\\bwho<many>(?<! (it|them|they|those))'],
  ['by whom', 1, '\\bby (whom?|which (side|party))\\b'],
  ['what is done', 1, "\\b(what|which)(?:'s| gets?| is| are| will be) (?:\\w+ed|\\w+en|done)\\b"],
  [
    'several kinds',
    1,
    '\\b(what|which) <near>\\w{3,}[^su\\W]s (do|does|are|exist|have|must|has|should|before|in|on|of)\\b',
  ],
  [
    'which of them',
    2,
    '\\bwhich of (them|these|those)\\b|\\bwhich ones\\b|\\bwhere is (that|this) (the case|so)\\b|\\bwhere (else|all)\\b',
  ],
  [
    'what they have to',
    2,
    '\\b(what|which) <near>\\w{3,}s <may> <party> (have to|has to|need to|needs to|must|<does>)\\b',
  ],
  [
    'one holder',
    -4,
    "(?<!\\b(by|with) )\\bwho(?:'s|'ll|'d|m)?\\b(?!<many>| (?:moves|acts)[.?! ]*$)|(?<!\\band )\\bwhose\\b",
  ],
  [
    'yes or no',
    -4,
    "(^|[,.;:!?)–-]+ ?|\\b(?:and|so|or|but|please|hi|hello|hey) )(?:is|are|do|does|did|must|should|shall|will|would|can|could|has|have)(?:n't)? (?:it|they|we|i|this|that|ovh\\w*|the (?:customer|client|provider|vendor|hoster|host|supplier|partner)|(?:some|any)(?:body|one) (?!tell|list|show|give|send)|there a way|you (?!please|pls|list|show|give|tell|print|run|walk|summ|enum))\\b",
  ],
  [
    'one or the other',
    -4,
    '\\b(us|we|you|ours|yours|mine|me|our (?:side|team)|customer|client) or (?:is it )?(them|they|theirs|their|you|yours|your|us|ours|ovh\\w*|(?:the )?(?:provider|vendor|host\\w*|our))\\b|\\bor (theirs|yours|ours)\\b|(?<!by )\\bwhich (side|party|team|one|colleague|of us|of the two)\\b',
  ],
  [
    'an inventory',
    -3,
    "\\b(list|overview|inventory|register|record|dump|catalogue|summary) (?:of|with) (?!<gap><rows>|what(?:'s| gets| must| has)|what <party> (?:must|have to|has to|need|do|should))",
  ],
  [
    'is it whose',
    -3,
    '\\b(is|are|was|be) <far>(our|your|their|whose) (homework|job|duty|duties|task|to-?do|problem)\\b(?! (is|are))|\\bpart of (our|your|their) \\w+ ?(duties|homework|tasks)',
  ],
  ['somebody', -4, '\\b(somebody|someone|anybody|which person) (must|has to|needs|should|to|shall)\\b'],
  [
    'a mailing list',
    -4,
    '\\b(mailing|distribution|price|order|contact|waiting|allow|block|black|white|visitor|open-xchange|asset) ?-?lists?\\b|\\blist (address|addresses|price)\\b',
  ],
]

/** The table with its groups filled in. */
export const SET_CUES: readonly Cue[] = CUES.map(([name, points, source]) => ({
  name,
  points,
  pattern: new RegExp(filled(filled(source))),
}))

function filled(source: string): string {
  return source.replace(/<([a-z]+)>/g, (whole, name: string) => CUE_WORDS[name] ?? whole)
}
