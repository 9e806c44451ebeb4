// What a list question says besides its scope: orders to the bot, the story around it, the request to say who holds
// each row. Parties, sections and topics are read without it.

/** Polite frames and stories whose pronouns are nobody's duty. */
const FRAMES = [
  /\b(give|show|tell|list|send|print|get|run|walk|remind|share with) (me|us)\b|\bgimme\b/g,
  /\b(i|we) (just |only |also |really )*(need|want|d like|would like|am looking|m looking|wonder|mean)\b( to (know|see))?/g,
  /\b(can|could|would|will) you( please)?\b|\byou (have|got|know|can find)\b|\blet (me|us)\b|\bhelp (me|us)\b/g,
  /\b(once|when|while|if|after|before|until|because|since|now) (we|i|you|they) (?!(are |re |m )?(only|just|merely|consulted|informed|accountable|told|notified|hold|have|carry))\w+/g,
  /\b(after|before) (our|my|their|your) \w+/g,
  /\b(for|to) (me|us)\b(?= (when|while|if|once|on|in|as|please|pls)\b)/g,
  /\bwho (does|do|has|have) (them|it)\b|\b(of|all) them\b/g,
  /\bbetween (us|them|you) and (us|them|you|\w+)\b/g,
]

/** The text with its frames blanked out: offsets stay. */
export function withoutFrames(text: string): string {
  return FRAMES.reduce((left, frame) => left.replace(frame, (found) => ' '.repeat(found.length)), text)
}

const ASIDES =
  /\b(run|walk|take|guide) (me|us) through\b|\bnone of (?:the )?\w+ (?:s )?business\b|\bnothing to do with\b|\b(and|plus|with) (by )?(who|whom|whose|which side|which party)\b.*$/g

/** The words that may name a section or a topic. */
export function withoutAsides(words: readonly string[]): readonly string[] {
  return words.join(' ').replace(ASIDES, '').split(' ').filter(Boolean)
}
