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

/** The words of the condition as the row has them; undefined when the row states none. */
export function conditionOf(text: string): string | undefined {
  const found = CONDITIONS.map((condition) => condition.exec(text)).filter((match) => match !== null)
  const first = found.toSorted((a, b) => a.index - b.index)[0]
  if (!first) return undefined
  const words = first[0].trim()
  return closesMore(words) ? words.replace(/\)[^)]*$/u, '').trim() : words
}

/** True when the words were cut out of a parenthesis: "upon …)". */
function closesMore(words: string): boolean {
  return words.split(')').length > words.split('(').length
}
