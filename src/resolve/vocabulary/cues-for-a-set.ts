// What speaks for a question that wants every row of a scope, as data: read by set-cues.ts.

import type { CueRow } from '../set-cues.ts'

export const CUES_FOR_A_SET: readonly CueRow[] = [
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
    '\\b(section|sec|chapter|phase|paragraph)s? \\d+(\\.\\d+)*\\b|(^|[,:] ?|\\b(in|of|under|at|from) )\\d\\.\\d{1,2}(\\.\\d{1,2})?(?= *([.?!,:]|$|and|on|of|for|in) ?)|(?<!\\b(version|release|v|to) )\\b\\d\\.\\d{1,2}\\.\\d{1,2} *[.?!]*$',
  ],
  ['what work', 2, '\\bwhat work\\b'],
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
  ['row nouns', 1, '\\b(?!rules|steps)<rows>\\b'],
  [
    'rows that',
    2,
    '\\b(rows|lines|entries|activities|tasks|duties|items) (that|which|where|about|mentioning|related|concerning|around|in which|without|with|outside|except|besides|excluding|other than|apart from|not)\\b',
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
    '\\b(full|complete|whole|entire) <near><near>(list|overview|set|section|chapter|phase|part|picture|scope|matrix|raci|to-?do|breakdown|rundown|split)\\b',
  ],
  ['place in the document', 1, '\\b(section|chapter|phase|matrix|raci|column|the part)\\b'],
  [
    'about',
    2,
    '\\b(everything|anything|whatever|all)( there is| you have)? (about|on|around|(?:that |which )?concern(?:s|ing)|regarding|touching|where|related|relating|to do with|that has to do)\\b|\\beverything with\\b',
  ],
  ['related', 2, '\\b(everything|all|anything|things|stuff) <gap>related\\b'],
  [
    'everything a party does',
    2,
    '\\b(everything|all|anything|whatever)( that| which)? <party> (only |just |also |still |alone |merely |itself )*(<may>|<does>|gets?|takes?|handles?|covers?|runs?|carries|answers?|holds?|owns?|keeps?|stays?|delivers?|provides?)\\b',
  ],
  [
    'under a condition',
    2,
    "\\b(what|which|whatever|everything|anything|all|where|rows?|lines|entries|tasks|activities|items)\\b <far>(depends? (up)?on|hinges? on|only (on|upon|at|with|if|when|in case of|under|after)|subject to|(is|are) tied to) <near><near>(options?|requests?|subscriptions?|add-?ons?|extras?|conditions?|asks?)\\b|\\bwhat(?:'s| is| else is| all is| gets?)( done| only)* (optional|conditional)\\b",
  ],
  [
    'which are whose',
    2,
    "\\b(which|what) <near><near>\\w{3,}[^su\\W]s are (all )?(ours|yours|theirs|<party>'s|(for|on|up to|left to|with|down to) <party>)(?! to (?:blame|ask))",
  ],
  ['everything', 1, '\\b(everything|anything)\\b'],
  [
    'everything that happens',
    2,
    '\\beverything to (be|do)\\b|\\beverything (that|which) (gets?|is|are|has|needs|must|falls?)\\b',
  ],
  [
    'all of a part',
    1,
    '(^|[,:;] ?|\\b(list|show|need|give me|print) )all (of )?(the |our )?(?=[^.,;:?!]*\\b(raci|matrix|section|chapter|phase|management|operations|part)\\b)',
  ],
  ['all of them', 1, '\\ball of (it|them)(?= *[.?!]?$)'],
  ['all of it', 1, '\\b(in one go|a to z|all of (it|them)|the lot|end to end)(?= *[.?!,]| *$| (please|pls|from)\\b)'],
  ['everything, at the end', 2, '[,:;–-] ?everything( please| pls)? *[.?!]*$|\\beverything to [a-z]+'],
  [
    'what there is to do in a part',
    2,
    '\\b(?:things|stuff|work|all there is) (?:left )?to (?:do|prepare|arrange|take care of) <far>(?:before|during|after|at|when|once|in|until|while)\\b',
  ],
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
    "\\b(?:what|all|everything|whatever)(?: all| that)?(?: is|'s| are)? ?(?:left|remains|stays|falls|lies|lands|sits|comes|belongs|goes)\\b.*\\b(to|for|on|with) <party>",
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
  ['what is done', 1, "\\b(what|which)(?: \\w+){0,1}?(?:'s| gets?| is| are| will be) (?:\\w+ed|\\w+en|done)\\b"],
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
    'in charge of',
    2,
    '\\bwhat (all |else |exactly )?(is|are) <party> <near>(in charge|on the hook|answerable|liable)\\b',
  ],
  [
    'a part of the work, as a heading',
    2,
    "(^|[,:;] ?|\\b(list|show|print|give me|need|summary of|overview of) )(our|your|their|(the )?<party>(?:'s?)?) (own )?(part|side|share|half|duties|tasks|obligations|responsibilities|chores|homework|to-?dos?|part of the work) (in|of|for|at|on|during|before|after|when|while|once|around)\\b",
  ],
  [
    'rows of a scope, as a heading',
    1,
    '(^|[,:;] ?)(?!who|whose|is|are|do|does|can|must|how|why)([^\\s,;:?!]+ ){0,4}(rows|activities|tasks|(?<!of )duties|obligations|responsibilities)( (of|on|in|for|at|about|around|containing|with|carried|done|from|that|which) [^?!]*)?[.?! ]*$',
  ],
  [
    'rows that hold a word',
    2,
    '\\b(rows|lines|entries|activities|tasks) (containing|that (contain|mention|say)|carried out by|done by|shared by)\\b',
  ],
  [
    'what the document says',
    2,
    '\\b(?:what )?(do|does) (the|our|your|this) (matrix|raci|documents?|table) (say|state|tell|hold|have|mention|cover|speak)\\b|\\bwhat( else| all)? is there (on|about|for|in)\\b|\\bwhere (do|does) <gap>(come up|appear|show up|occur)\\b',
  ],
  [
    'where a party does so',
    2,
    '\\bwhere (do|does|is|are|must|has|have) <party>(?: and <party>)? <far>(but|while|and|only|alone|share|together|jointly|without)\\b|\\bwhere (do|does) <party> and <party>\\b',
  ],
  [
    'what they ask and tell',
    2,
    '\\b(on|about|for|of) what (do|does|must|should|has|have|are|is) <party>\\b|\\bwhat (do|does|must|should|will) <party> <near>(inform|tell|notify|consult|ask) <party>\\b|\\b(what|which) <near><near>(needs?|requires?) (our|your|their|<party>) (input|opinion|advice|view)\\b',
  ],
  ['list for somebody', 2, '\\b(to-?do|to do|check)-?(?: ?list)? (for|of) <party>\\b'],
  [
    'shown as a part',
    2,
    '\\b(show|list|print|give)( me| us)? <gap>(part|section|chapter|phase|matrix|raci)\\b|\\b(part|section) of the (matrix|raci|document|table)\\b|\\b(section|chapter) (please|pls)\\b',
  ],
  [
    'how it is split',
    2,
    '\\bhow (is|are) <gap>(split|shared|divided|distributed)\\b|(^|[,:] ?)([^\\s,;:?!]+ ){0,2}split (for|in|of|on|at|between)\\b',
  ],
  [
    'what a party must have ready',
    2,
    '\\bwhat (must|should|shall|do|does|has|have) <party> (have to |has to |need to |needs to |to )?(have ready|prepare|provide|deliver|bring|supply|arrange|plan|contribute)\\b <far>(before|once|after|during|at|in|until|when)\\b',
  ],
  [
    'what a party has no part in',
    2,
    "\\bwhat (is|are|do|does|must|should|need|can|will|would) <party> (not|never|no longer|have no|has no)\\b|\\bwhat (?:is|are|do|does|must|should|need|ca|wo|would)(?:n'?t| not) <whom>(?![\\w'])",
  ],
  [
    'what is not whose',
    2,
    "\\bwhat(?:'s| is| are| isn'?t| aren'?t)?(?: \\w+)?(?: not|(?<=n'?t))(?: \\w+)? (?:<whom>(?![\\w'])|(?:our|your|their|<party>'s?) (?:job|jobs|duty|duties|tasks?|problem|responsib\\w+|concern|business|part|side|call))",
  ],
  [
    'outside of what a party does',
    2,
    '\\b(?:what|everything|all|anything|whatever|which)(?: \\w+){0,3} (?:outside|beyond|out of scope|excluded)(?: (?:of|for|from|the|scope))* <party>',
  ],
  [
    'all but a party',
    2,
    '\\b(?:everything|all|anything|whatever)(?: \\w+){0,4} (?:but|except|apart from|aside from|other than|besides|excluding|minus)(?: (?:for|what|that|those|the|tasks|rows|things|of|by|is|are))* <party>',
  ],
  // outweighs the question for one holder
  [
    'who has a letter in everything',
    6,
    "\\bwho(?:'s| is| are| gets?| must be| has to be| needs to be| should be)?(?: to be)? <state>(?: \\w+)? (?:about|of|on|for|in|at|to|with) (?:(?:absolutely |simply )?everything|(?:every|each) (?:single )?<near><rows>|all (?:of )?(?:the |these |those |our )?<near><rows>|(?:every|each) (?:row|activity|task|line|item|entry)\\b)",
  ],
  ['letters apart', 2, '\\bwhere (do|does|is|are|the) <far>(differs?|different|not the same|the same|apart)\\b'],
  ['what happens and by whom', 1, '\\bwhat (all |else )?(happens|comes|goes on|takes place)\\b'],
  ['and who', 1, '\\band who\\b[^,.;:?!]{0,20}[.?! ]*$'],
  [
    'what must be done in a phase',
    2,
    '\\bwhat (all )?(has to|have to|must|needs? to|should) (be|get) (done|arranged|in place|prepared|ready) (before|once|during|at|in|after)\\b',
  ],
  ['kinds of things', 1, '\\b(what|which) (kinds?|types?|sorts?) of\\b'],
  ['things only one does', 2, '\\b(things|activities|tasks|rows|duties) (that )?(only|just) <party>'],
  [
    'only for money or on asking',
    2,
    '\\b(what|which|anything|everything|all|rows|tasks|activities)\\b <far>(only|just) (if|when|once|after) <party> <near>(asks?|pays?|orders?|requests?|subscribes?|buys?|takes?)\\b|\\b(anything|everything|all|what|which)\\b <far>(needs?|requires?) (an? |the )?<near>(option|subscription|add-?on|request)\\b',
  ],
]
