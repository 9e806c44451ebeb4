// What a list question denies: "not responsible", "isn't ours", "everything but the customer's". Read on words in lower
// case with single spaces between them (`isn't` is `isn t`); knows no party and no letter.

const SHORT =
  '(?:is|are|was|were|do|does|did|ha[sd]|have|must|should|would|could|need|wo|ca)n ?t|(?:isn|aren|don|doesn|wasn|weren|mustn|shouldn|wouldn|couldn|needn|won|can|didn|hasn|haven|hadn) t'
/** Somebody tells of themselves: no duty is denied. */
const TELLS =
  '(?! (?:\\w+ )?(?:know|knows|see|find|understand|remember|recall|think|like|want|forget|miss|skip|omit|leave|get|have a|yet|sure|clear|only|just|merely|simply|solely|purely|exactly|really know|subscribed|mean)\\b)'
const NOT = `(?:not|never|no longer|neither|nor|cannot|${SHORT})${TELLS}`
/** Leaves out what follows. */
const EXCEPT =
  '(?:except(?: for)?|excepting|excluding|excl|besides|apart from|aside from|other than|rather than|instead of|minus|outside(?: of)?|beyond|(?:everything|anything|all|every \\w+) but|without)'
/** Begins something else: a denial does not reach past it. */
const BARRIER =
  '(?:and|but|while|yet|though|although|whereas|what|which|who|whom|where|how|when|whether|if|because|so|then|only|just|that)'

const REACH = `(?: (?!${BARRIER}\\b)\\w+){0,4}? ?`
const DENIES_NEXT = new RegExp(`\\b(?:${NOT}|without|except(?: for)?|no(?= $))${REACH}$`)
const BEFORE_PARTY = new RegExp(
  `\\b(?:(?:not|never|no longer|neither|nor|(?:is|are)n ?t|(?:isn|aren) t)${TELLS}${REACH}|(?:${SHORT}|cannot)(?: the| our| your| an?)? ?|${EXCEPT}(?: (?:for )?(?:what|those|that|things?|tasks?|rows|the|which|of|by|is|are|ones|part|side|duties|of the)){0,4} ?)$`,
)
const STATE =
  'has|have|do|does|is|are|must|should|shall|will|would|can|could|itself|ourselves|themselves|alone|still|also|team|side|people|staff'
const AFTER_PARTY = new RegExp(
  `^(?: (?:${STATE}))*? (?:(?:not|never|no longer|cannot|(?:is|are|do|does|must|should|would|need|wo|ca)n ?t|(?:isn|aren|don|doesn|mustn|shouldn|wouldn|needn|won|can) t)${TELLS}|refuses?(?: to)?|declines?(?: to)?|avoids?)(?= |$)`,
)
const NOT_ONLY =
  /\b(?:not|never|(?:is|are)n ?t|(?:isn|aren) t)(?: \w+){0,2}? (?:only|just|merely|simply|solely|purely)\b/

/** Whether what begins at `from` is denied by the words before it: "is not at all RESPONSIBLE". */
export function isDenied(text: string, from: number): boolean {
  return DENIES_NEXT.test(text.slice(0, from))
}

const NOT_ABOUT = new RegExp(
  `\\b(?:except|excluding|excl|besides|other than|apart from|aside from|minus|everything but|nothing to do with|(?:not|nothing|without|${SHORT})(?: (?:that|is|are|anything|to|any))* (?:about|on|concern|concerning|concerned with|related to|relating to|to do with|mention|mentioning|regarding|touch|touching))(?: (?:for|the|our|any|those|rows|tasks|things|about|on|of|that|are|is))* $`,
)

/** Whether what begins at `from` is what a list is not about: "not about BACKUPS". */
export function isNotAbout(text: string, from: number): boolean {
  return NOT_ABOUT.test(text.slice(0, from))
}

/** Whether the stretch, or what leads up to it, says "not only". */
export function isNotOnly(text: string, from: number, to: number): boolean {
  const start = text.slice(0, from).split(' ').slice(-LEAD).join(' ')
  return NOT_ONLY.test(start + text.slice(from, to))
}

const LEAD = 4

/**
 * Whether a party that stands there is the one that is not meant, or does not do it: "not OURS", "what OVH never does".
 * @param next Where the next party stands: "ours, not the client's" denies that one.
 */
export function isDeniedParty(text: string, from: number, to: number, next = text.length): boolean {
  if (BEFORE_PARTY.test(text.slice(0, from))) return true
  const said = AFTER_PARTY.exec(text.slice(to))?.[0]
  return said !== undefined && (next === text.length || !/^ (?:the |an? )?$/.test(text.slice(to + said.length, next)))
}
