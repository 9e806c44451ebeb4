// Words of strangers, made fit to be shown: one line, no markup, no longer than a person reads.

const LONGEST = 300
/** Markup that parts no words: a comma may follow it. */
const INSIDE_WORDS = /<\/?(?:a|abbr|b|code|em|i|small|span|strong|u|var)\b[^>]{0,500}>/giu

/** The text without tags and control characters, white space folded, cut with an ellipsis; undefined when nothing is left. */
export function oneLine(text: string, longest = LONGEST): string | undefined {
  const words = text
    .toWellFormed()
    .replaceAll(INSIDE_WORDS, '')
    .replaceAll(/<[^>]{0,500}>/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  if (!words) return undefined
  const characters = [...words]
  return characters.length <= longest
    ? words
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
}

/** A page that may be linked; undefined for anything that is no http address. */
export function webAddress(text: string | undefined): string | undefined {
  const url = text === undefined ? null : URL.parse(text)
  return url && /^https?:$/u.test(url.protocol) ? url.href : undefined
}

/** Whether a title speaks of work that could not be planned. */
export function soundsUrgent(title: string): boolean {
  return /\b(?:emergency|urgent|unplanned|urgence)\b/iu.test(title)
}
