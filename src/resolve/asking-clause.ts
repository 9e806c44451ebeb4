// The part of a message that asks: "old data never goes away, who writes the rule that ages it out?" asks in its second.

/** Ends of clauses; a dash between words joins them. */
const ENDS = /[.?!;:,()\n–—]+|\s-+\s/

/** Words by which somebody asks for an owner. */
const ASKS =
  /\b(who|whose|whom|which (?:side|party|team|one)|is it|are we|do we|does|should|must|us or|our (?:job|task|turn)|up to|or us|or them|responsible|accountable)\b/

/**
 * What is asked: the last clause that asks for an owner, from the word that asks on, so that "Ben, who restores it" asks
 * of restoring; the whole clause where nothing follows that word, and the whole text when no clause asks.
 * @param text Lower case, with punctuation.
 */
export function askingClause(text: string): string {
  const clause = text.split(ENDS).findLast((part) => ASKS.test(part))
  if (clause === undefined) return text
  const asked = clause.slice(clause.search(ASKS))
  return MORE.test(asked) ? asked : clause
}

/** At least three words: one asks, another helps it. */
const MORE = /\S+\s+\S+\s+\S+/
