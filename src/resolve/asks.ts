// Whether a message asks anything: "who", a question mark, a verb before its subject, "us or them", a word that speaks
// of responsibility. What only tells ("backups ran fine last night, thanks all") may say every word of a row.

const WORDS =
  "what|whats|which (?:party|side|team|one|of|company|department)|responsib\\w*|accountab\\w*|answerable|consulted|informed|owners?|owns?|owned|ours|theirs|yours|(?:my|our|your|their|\\w+'s) (?:job|task|duty|turn|problem|business)|duties|in charge|part(?:y|ies)|raci|matrix|rows|topics|activities|everything (?:on|about|in|for)|from a to z|(?:is|are|am|was|were|we|i) (?:supposed|meant|expected|obliged|required)|belongs? to|handled by|wants? to know|(?:asks|wonders?|wondering) (?:if|whether|for)|auditor|insurer|audit|rfp|tender|overview|compare|explain"
const SIDES =
  "(?:us|we|you|ours?|yours?|them|they|their|theirs|(?:the |our |their )?(?:customer|client|tenant|provider|vendor|supplier|hoster|host|ovh\\w*)(?:'?s)?)"
const BEGIN = '(?:^|[.,:;!()–-] *|\\b(?:and|so|but|or|ok|okay|then|please|pls) )'

const ASKS = [
  `\\b(?:${WORDS})\\b`,
  // "is the backup on your side", "how early is it announced", "list all rows"
  `${BEGIN}(?:is|are|isn'?t|aren'?t|was|were|do|does|did|don'?t|doesn'?t|has|have|can|could|will|would|should|shall|must|may|any(?:one|body)?|when|where|why|how|which|list|show|give|tell|name|print)\\b`,
  // "on friday do we patch it"
  `\\b(?:do|does|did|can|could|will|would|should|shall|must|may|need|have) (?:we|i|they|ovh\\w*|the (?:customer|client|provider|vendor|supplier|host\\w*))\\b`,
  // "us or them", "on our plate", "up to us"
  `\\b${SIDES} or\\b|\\bor ${SIDES}\\b|\\bup to ${SIDES}\\b`,
  `\\b(?:on|by|for|with) ${SIDES}(?: (?:side|plate|end|part|desk|hands))?(?:$|[.,;:!)])`,
].join('|')

/** Most questions say so in a way that is quick to see; the rest is made when a first message needs it. */
const PLAINLY = /\?|\bwho/
let others: RegExp | undefined

/** @param text Lower case. */
export function asks(text: string): boolean {
  if (PLAINLY.test(text)) return true
  others ??= new RegExp(ASKS)
  return others.test(text)
}
