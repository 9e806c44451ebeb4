// The part of a message that asks: "old data never goes away, who writes the rule that ages it out?" asks in its second.

/** Ends of clauses; a dash between words joins them. */
const ENDS = /[.?!;:,()\n–—]+|\s-+\s/

/** Words by which somebody asks for an owner. */
const ASKS =
  /\b(who|whose|whom|which (?:side|party|team|one)|is it|are we|do we|does|should|must|us or|our (?:job|task|turn)|up to|or us|or them|responsible|accountable)\b/

/** The last clause that asks for an owner; the whole text when none does. @param text Lower case, with punctuation. */
export function askingClause(text: string): string {
  return text.split(ENDS).findLast((clause) => ASKS.test(clause)) ?? text
}
