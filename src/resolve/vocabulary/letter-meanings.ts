// How people speak of letters, as data: each meaning with the ways to say it. Read by letter-phrases.ts on words in lower
// case with single spaces between them (`don't` is `don t`). `…` stands for up to three words, `.` ends a letter that is
// spelt out.

import type { How, Phrase } from '../letter-phrases.ts'

/** What `<name>` stands for in a pattern. */
export const SHORTHANDS: Readonly<Record<string, string>> = {
  '…': '(?:\\w+ ){0,3}?',
  only: '(?:only|just|merely|simply|solely|purely|nothing but|nothing more than|no more than|at most)',
  told: '(?:informed|told|notified|gets? (?:an? )?(?:notification|notice)|in the loop|kept posted|kept up to date|receives? (?:information|news)|hears? about|gets? a heads up|fyi)',
  asked:
    '(?:consulted|consulting|gives? (?:\\w+ )?(?:advice|opinion|input)|advis(?:e|es|ed|ing)|asked (?:for )?(?:(?:our|their|your|his|an?|the|its) )?(?:opinion|advice|input|view|views)|(?:has|have|gets?|got) a say|asked (?:first|before|beforehand))',
  // a letter is one only where the sentence goes on in a way that no word "a" or "i" would allow
  '.': '(?=$| (?:on|in|for|and|at|only|alone|of|during|while|but|or|which|where)\\b)',
  but: '(?:but not?|and not?|yet not|while not|without|minus|but isn t|but aren t|but is not|but are not|but don t|but doesn t)',
  not: '(?:not|don t|doesn t|isn t|aren t|without|never)',
  lacking:
    '(?:(?:not|don t|doesn t|never) (?:have|has|name|names|state|states)(?: got)?(?: an?| any)?|no|without(?: an?| any)?|lack(?:s|ing)?(?: an?| any)?|miss(?:es|ing)(?: an?| any| their| its)?)(?: (?:named|clear|single|stated|formal))?',
  // a letter as a noun: "an accountable", "no responsible party", but no "accountable customer"
  held: '(?= (?:party|parties|person|people|side|one|owner|team|role|at|on|in|for|of)\\b|$)',
}

/** `A-R` is an A without an R. First match wins a stretch of text: narrow meanings stand before wide ones. */
export const MEANINGS: readonly (readonly [
  name: string,
  letters: string,
  how: How,
  binds: Phrase['binds'],
  ways: readonly string[],
])[] = [
  [
    'both letters',
    'RA',
    'all',
    'near',
    [
      'both (?:an? |the )?r and (?:an? |the )?a<.>',
      'both (?:responsible and accountable|accountable and responsible)',
      '(?:responsible and accountable|accountable and responsible|r and a|a and r|ra) (?:all )?(?:at once|at the same time|together|in one|alike|both)',
      'at once (?:responsible and accountable|accountable and responsible)',
    ],
  ],
  [
    'neither letter',
    'RA',
    'without',
    'near',
    [
      'neither (?:\\w+ )?(?:responsib\\w+ nor (?:\\w+ )?accountab\\w+|accountab\\w+ nor (?:\\w+ )?responsib\\w+)',
      'neither (?:an? )?(?:r nor (?:an? )?a|a nor (?:an? )?r)<.>',
    ],
  ],
  [
    'both accountable',
    'A',
    'all',
    'both',
    [
      'both .*\\b(?:the|an?) a<.>',
      'both .*\\baccountab\\w+',
      'accountab\\w+ (?:on|with|for|at|to) both',
      '(?:double|shared|joint|two) accountab\\w+',
    ],
  ],
  [
    'both do the work',
    'R',
    'all',
    'both',
    [
      'both(?! (?:of )?(?:sorts|kinds|types|products|services|documents)\\b)',
      'shared?(?! with me)(?= (?:with|between|by|$))',
      '(?:are|is) shared',
      'jointly',
    ],
  ],
  [
    'in different hands',
    'R-A',
    'all',
    'anyone',
    [
      '(?:r|responsib\\w+) (?:and|or) (?:the )?(?:a|accountab\\w+)(?: \\w+){0,4} (?:differ|different|differs|not the same|apart|two parties|separate)',
      '(?:r|responsib\\w+)(?: \\w+){0,2} (?:differs? from|is not|isn t|other than)(?: the same as)? (?:the )?(?:a|accountab\\w+)',
      'different (?:parties |party )?(?:for |as |are |is )?(?:the )?(?:r|responsib\\w+) and (?:the )?(?:a|accountab\\w+)',
    ],
  ],
  [
    'in one hand',
    'RA',
    'all',
    'anyone',
    ['(?:the )?same (?:party|side|one) (?:\\w+ ){0,3}?(?:r|responsib\\w+) and (?:the )?(?:a|accountab\\w+)<.>'],
  ],
  [
    'accountable without the work',
    'A-R',
    'all',
    'near',
    [
      'accountab\\w+ <but> (?:<not> )?(?:(?:being|also|the one|are|is) )?(?:responsib\\w+|doing (?:it|the work))',
      '(?:an? |the )?a <but> (?:an? |the |hold )?r<.>',
      'a(?: and)? no r<.>',
    ],
  ],
  [
    'the work without being accountable',
    'R-A',
    'all',
    'near',
    [
      'responsib\\w+ <but> (?:<not> )?(?:(?:being|also|the one|are|is) )?accountab\\w+',
      '(?:<only> )?(?:an? |the )?r <but> (?:an? |the |hold )?a<.>',
      '(?:<only> )?(?:carr(?:y|ies) (?:\\w+ )?out|execut(?:e|es)|perform(?:s)?|does|do|doing|responsib\\w+) (?:\\w+ ){0,4}?(?:while|but|and|where|with|when) (?:the )?(?:another|others?|somebody else|someone else|an other|a different)(?: \\w+){0,2} (?:is |are |being |stays? |remains? )?(?:accountab\\w+|answers?|answerable)',
      '<only> (?:an? )?r .*?(?:no|without|not) (?:an? )?a<.>',
      'r(?: and)? no a<.>',
    ],
  ],
  [
    'held by nobody at all',
    'RA',
    'without',
    'anyone',
    [
      '<lacking> (?:owners?|ownership|holders?)',
      '(?:nobody|no one) s(?= on| in| at| for|$)',
      '(?:ownerless|unowned|unassigned|orphaned|not owned(?: by (?:anyone|anybody))?)',
      '(?:nobody|no one) (?:owns|own|is in charge of|takes? care of|looks? after|handles?|covers?|takes? on)',
      '<lacking> (?:responsible (?:and|or|nor) (?:an? |any |no )?accountable|accountable (?:and|or|nor) (?:an? |any |no )?responsible)<held>',
    ],
  ],
  ['nobody is accountable', 'A', 'without', 'anyone', ['<lacking> (?:accountable|accountability)<held>']],
  [
    'nobody does the work',
    'R',
    'without',
    'anyone',
    [
      '<lacking> (?:responsible|responsibility|doer|executor)<held>',
      '(?:nobody|no one) (?:(?:actually|really) )?(?:does|do|carries out|executes|performs)(?: (?:them|it|the work))?(?! (?:anything|nothing|without)\\b)',
      '(?:not done|not carried out|undone)(?: by (?:anyone|anybody))?(?= on| in| at| for|$)',
    ],
  ],
  ['no R', 'R', 'without', 'near', ['(?:no|without|without an?|not the|not an?) r<.>']],
  ['no A', 'A', 'without', 'near', ['(?:no|without|without an|not the) a<.>']],
  [
    'no role',
    '',
    'none',
    'near',
    [
      '(?:no|any|without|without any|without an?|not an?|a single) (?:\\w+ )?(?:letters?|roles?|part|entry|involvement|say)',
      'none of (?:the )?\\w+ (?:s )?business',
      '(?:nothing|anything) (?:at all )?(?:is |are )?(?:noted|filled|stated|written|entered|marked|to do|for)',
      '(?:nothing|anything) (?:at all )?(?:in|under)',
      '<not> (?:\\w+ ){0,2}?(?:involved?|take (?:any )?part|taking (?:any )?part|concern|concerned|touch|affect|mentioned|appear|there at all)',
      '(?:stays?|left|leaves?|kept|keeps?) out',
      'uninvolved',
      'hands off',
      'blank',
      'empty',
      '(?:has|have) nothing',
      'with nothing',
    ],
  ],
  [
    'kept from them',
    'I',
    'without',
    'after',
    ['(?:<not>|nor) (?:informing|telling|notifying|inform|tell|notify|warn|warning)'],
  ],
  ['not informed', 'I', 'without', 'near', ['<not> (?:being |be |get |getting )?(?:informed|told|notified)']],
  ['not asked', 'C', 'without', 'after', ['(?:<not>|nor) (?:consulting|asking|consult|ask)']],
  ['not consulted', 'C', 'without', 'near', ['<not> (?:being |be |get |getting )?(?:consulted|asked)']],
  [
    'does not do the work',
    'R',
    'without',
    'near',
    ['<not> (?:doing|do|carrying out|carry out|executing|execute|performing|perform) (?:the work|it|them|anything)'],
  ],
  [
    'alone with the work',
    'R',
    'sole',
    'near',
    [
      '(?:alone|solely|exclusively|entirely|fully|only one|only party|only side)(?: who)?(?: is| s)? (?:responsible|in charge)',
    ],
  ],
  [
    'alone accountable',
    'A',
    'sole',
    'near',
    [
      '(?:alone|solely|exclusively|entirely|fully|only one|only party|only side)(?: who)?(?: is| s)? (?:accountab\\w+|answerable)',
    ],
  ],
  [
    'only informed',
    'I',
    'only',
    'near',
    [
      '<only> (?:\\w+ ){0,4}?<told>',
      '<only> <…>(?:an )?i<.>',
      '(?:informed|told|notified|fyi) (?:only|alone)',
      'i only',
    ],
  ],
  [
    'only consulted',
    'C',
    'only',
    'near',
    ['<only> <…><asked>', '<only> <…>(?:a )?c<.>', '<asked> (?:only|alone)', 'c only'],
  ],
  [
    'only accountable',
    'A',
    'only',
    'near',
    ['<only> <…>accountab\\w+', '<only> <…>(?:an? |the )?a<.>', 'a only', 'accountab\\w+ (?:only|alone)'],
  ],
  [
    'only responsible',
    'R',
    'only',
    'near',
    ['<only> (?:an? |the )?r<.>', 'r (?:only|alone)', 'responsible (?:only|alone)'],
  ],
  [
    'any role',
    'RASCI',
    'any',
    'near',
    ['(?:has|have|holds?|plays?|got) (?:a |an |some )?(?:roles?|letters?|part|say)', 'involved'],
  ],
  ['consulted', 'C', 'all', 'near', ['<asked>', '(?:an?|the|as|with|letter|all|every|is|are) c<.>']],
  [
    'to consult',
    'C',
    'all',
    'after',
    ['consults?', 'asks?(?= (?:\\w+ ){1,3}?(?:for (?:advice|input|an? opinion)|first|before)\\b)'],
  ],
  ['to inform', 'I', 'all', 'after', ['informs?', 'tells?', 'notify', 'notifies']],
  ['informed', 'I', 'all', 'near', ['<told>', '(?:an|the|as|with|letter|all|every) i<.>']],
  ['responsible or accountable', 'RA', 'any', 'near', ['r ?a', 'r (?:and|or) a', 'responsible (?:and|or) accountable']],
  [
    'accountable',
    'A',
    'all',
    'near',
    [
      'accountab\\w*',
      'answerable',
      'answers? for',
      '(?:an|the|as|with|letter|holds?|all|every|has|have|carry|carries|are) a<.>',
    ],
  ],
  [
    'does the work',
    'R',
    'all',
    'near',
    [
      'carr(?:y|ies|ied) out',
      '(?:does|do|has|have|doing) (?:all |still )?(?:the )?(?:work|doing|executing)',
      'work to do',
      'execut\\w+',
      'perform(?:s|ed|ing)?',
      'hands on',
      'responsible',
      '(?:an?|the|as|with|letter|holds?|all|every|has|have|carry|carries|is|are) r<.>',
    ],
  ],
  ['supports', 'S', 'all', 'near', ['(?:an|the|as|with|letter) s<.>', 'supporting role']],
  [
    'alone',
    'RA',
    'alone',
    'near',
    ['(?:nobody|no one) (?:else|but|other than)', 'alone', 'solely', 'purely', 'exclusively', 'entirely', 'only'],
  ],
]
