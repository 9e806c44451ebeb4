// What a message says it does not mean: "who wipes the mails, not the settings", "I do not mean the backups".

/** The negated part runs to the next mark; at most so many letters, so that no whole story goes. */
const REST = String.raw`[^,.;:!?()\n]{2,60}(?=[,.;:!?()\n]|$)`
/** Words after "not" that describe a state or carry on a sentence: "not working", "not sure who", "not only", "not us". */
const STATES = String.raw`(?!\w+ing\b|sure\b|clear\b|certain\b|only\b|just\b|yet\b|able\b|to\b|that\b|been\b|very\b|so\b|too\b|enough\b|even\b|allowed\b|available\b|possible\b|great\b|good\b|nice\b|ideal\b|urgent\b)`

const NEGATED = [
  new RegExp(String.raw`(^|[,.;:!?()\n]|\s[-–—]+)\s*(?:and |but |so )?not\s+${STATES}${REST}`, 'g'),
  new RegExp(
    String.raw`(^|[,.;:!?()\n]|\s[-–—]+|\band|\bbut)\s*(?:i|we) (?:do not|don't|dont|did not|didn't|didnt) (?:mean|ask about|ask for|talk about|care about)\s+${REST}`,
    'g',
  ),
]

/**
 * The message without the parts that it says it does not mean; the whole message when nothing else would be left.
 * @param text Plain: lower case, with punctuation.
 */
export function withoutNegated(text: string): string {
  const left = NEGATED.reduce((rest, pattern) => rest.replace(pattern, '$1 '), text)
  return /\p{L}{3,}\P{L}+\p{L}{2,}/u.test(left) ? left : text
}
