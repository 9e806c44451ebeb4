// The condition that a row's own words put on it: who holds what may be another without it.

const CONDITIONS: readonly RegExp[] = [
  // "following Customer request (optionnal)", "following subscription to Automated backups option"
  /\bfollowing\b[^();,]*\b(?:request|subscription)\b.*$/iu,
  // "in case of subscription to an option managed by OVHcloud"
  /\bin case of\b.*$/iu,
  /\b(?:up)?on request\b/iu,
  // "Perform (as an option) a backup of mailboxes"
  /\bas an option\b/iu,
  /\boption+al+y?\b/iu,
  // "If subscribed: implement …", "(or in CA if the client uses CA website)"
  /\b(?:if|unless|provided that|only when)\b[^:;]*/iu,
]

/** What every one of them has: most rows state none, which one look shows. */
const MAY_STATE_ONE =
  /\b(?:following|in case of|(?:up)?on request|as an option|option+al+y?|if|unless|provided that|only when)\b/iu

/** The words of the condition as the row has them; undefined when the row states none. */
export function conditionOf(text: string): string | undefined {
  if (!MAY_STATE_ONE.test(text)) return undefined
  const found = CONDITIONS.map((condition) => condition.exec(text)).filter((match) => match !== null)
  const first = found.toSorted((a, b) => a.index - b.index)[0]
  if (!first) return undefined
  const words = first[0].trim()
  return closesMore(words) ? words.replace(/\)[^)]*$/u, '').trim() : words
}

/** What a row waits for: somebody asks for it, or an option, a plan or a module was taken. */
export type Occasion = 'request' | 'option'

const OCCASIONS: Readonly<Record<Occasion, RegExp>> = {
  // "on customer request", "at the merchant's request", "in case the Occupier requests them"
  request:
    /\b(?:(?:up)?on|at|following) (?:[^\s,;()]+ ){0,3}?requests?\b(?! (?:id|identifier|rate|for)\b)|\b(?:if|when|in case) [^,;()]*\b(?:requests?|asks?|asked)\b/iu,
  option:
    /\bin case of\b[^;]*\b(?:subscription|option|order|purchase|co-?funding|contract)\b|\b(?:if|when|with|following|as an)\b[^;]*\b(?:option|subscri(?:bed|ption)|add-?on|(?:module|package|pack|plan|tier|offer) (?:is|was|has)|purchased|bought|taken)\b|\boption+al+y?\b/iu,
}

/** The occasions that the row's words speak of; empty when it is done anyway. */
export function occasionsOf(text: string): readonly Occasion[] {
  return (['request', 'option'] as const).filter((occasion) => OCCASIONS[occasion].test(text))
}

/** True when the words were cut out of a parenthesis: "upon …)". */
function closesMore(words: string): boolean {
  return words.split(')').length > words.split('(').length
}
