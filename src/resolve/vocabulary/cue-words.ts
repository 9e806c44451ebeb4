// Groups of words that the cues of set-cues.ts refer to as `<name>`; each is one group of a regular expression.

export const CUE_WORDS: Readonly<Record<string, string>> = {
  // words that mean rows of a matrix and little else
  rows: '(?:rows?|(?<!(?:text|phone|access|leased|power|telephone|data|network|log|code) )lines|entries|items|tasks?|activities|(?<!segregation of |separation of )duties|chores|homework|to-?dos?|responsi?b\\w+ities|responsabilities|obligations|deliverables|steps|topics|statements|(?<!(?:firewall|network|filter\\w*|access|mail|transport|security|alert|forwarding|routing) )rules|severities)',
  // words that may mean rows, and as often the thing itself ("the jobs refuse to start")
  things: '(?:things?|stuff|jobs|parts|points?|bits|matters|ones|positions|aspects|cells)',
  party:
    "(?:we|us|our|ours|i|you|your|yours|they|them|their|theirs|(?:the |an? )?(?:customer|client|tenant|provider|vendor|supplier|hoster|partner|ovh)\\w*(?:'?s)?)",
  // the same without those that stand before a thing: "our" may be "our mail"
  whom: "(?:we|us|ours|i|you|yours|they|them|theirs|(?:the |an? )?(?:customer|client|tenant|provider|vendor|supplier|hoster|partner|ovh)\\w*(?:'?s)?)",
  // what may follow "who" in a question about many rows: "who does what", "who stores each kind", "with who does them"
  many: '(?: actually| really)? (?:(?:does|do|has|have|owns|is|holds|takes|handles|makes|keeps|runs|stores) (?:what|which|it|them|they|those)\\b(?! \\w+s\\b)|\\S+ each(?:$| (?:of|one|kind|type|sort|step|task|row|activity|part)\\b)|(?!is |are |was |were )\\S+ \\S+ for what\\b(?!\\W?s\\b)|(?:takes care|looks after|is (?:responsible|accountable|in charge)) ?(?:for |of )?what\\b(?= (?:in|on|at|during|after|before|when)\\b| *[.?!]*$))',
  gap: '(?:[^\\s,.;:?!]+ ){0,4}?',
  far: '(?:[^\\s.;:?!]+ ){0,9}?',
  near: '(?:[^\\s,.;:?!]+ ){0,1}?',
  may: '(?:do|does|did|must|should|shall|will|is|are|has|have|can|need|needs)',
  does: '(?:carry out|answer for|have to|has to|need to|needs to|take care|takes? on|do|handle|cover|wipe|destroy|erase|delete|run|manage|look after|deliver|provide|sort out|stay out|deal with|own|bring|contribute|perform|execute|owe|promise|expected to|supposed to|on the hook)',
  state:
    '(?:accountab\\w+|answerable|consult(?:ed|s)?|informed|told|notified|(?:be|get|gets|is|are) (?:just |only )?asked|asked (?:first|before|beforehand)|(?:ha(?:ve|s)|gets?) a say|gets? (?:just |only )?(?:an? )?(?:notification|notice|message)|in the loop|responsible|gives? (?:only )?(?:advice|opinion|input)|advises?|receives? information|hears?|gets? a (?:mail|heads))',
  letter: '(?:r/a|ra|[raci])',
}
