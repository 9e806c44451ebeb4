// How much markdown is given to remark. Its inline parser takes quadratic time on some text (40,000 times `**a` in
// one cell: 26 s) and some 0.2 ms a table row, so documents beyond these limits are read line by line instead.

/** Characters, pipe rows and the length of one line that a document may have to be parsed as a whole. */
export const MARKDOWN_LIMITS = { characters: 200_000, rows: 3_000, line: 10_000 } as const

/** Markup characters in one paragraph, and container marks in front of one line. */
const MARKS = 1_000
const NESTED = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])(?=[ \t>])){25}/
const INDENTED = /^[ \t]{60,}(?:[-*+>]|\d{1,9}[.)])\s/
const STARTER = /^\s*(?:[-*+>#]|\d{1,9}[.)])/
/** Starts a block that remark takes as it stands, up to the next blank line. */
const HTML =
  /^ {0,3}<(?:!--|\/?(?:table|thead|tbody|tr|td|th|div|details|summary|p|ul|ol|li|h[1-6]|section|article|center)\b)/i
const DELIMITER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/

/** Why the text is not for remark, in words that complete “because it has …”; undefined when it is. */
export function whyTooLarge(text: string): string | undefined {
  if (text.length > MARKDOWN_LIMITS.characters) return `more than ${MARKDOWN_LIMITS.characters} characters`
  let rows = 0
  let marks = 0
  let inTable = false
  let inHtml = false
  for (const line of text.split('\n')) {
    if (line.length > MARKDOWN_LIMITS.line) return `a line of more than ${MARKDOWN_LIMITS.line} characters`
    if (line === '') {
      marks = 0
      inTable = false
      inHtml = false
      continue
    }
    if (marks === 0) inHtml ||= HTML.test(line)
    if (inHtml) continue
    if (line.includes('|')) rows += 1
    inTable ||= DELIMITER.test(line)
    if (inTable || STARTER.test(line)) marks = 0
    marks += countMarks(line)
    if (marks > MARKS) return `a paragraph of more than ${MARKS} markup characters`
    if (NESTED.test(line) || INDENTED.test(line)) return 'lists or quotes nested more than 25 deep'
  }
  return rows > MARKDOWN_LIMITS.rows ? `more than ${MARKDOWN_LIMITS.rows} table rows` : undefined
}

/** True for the line between a table's header and its rows. */
export function isDelimiterRow(line: string): boolean {
  return line.length < MARKDOWN_LIMITS.line && line.includes('-') && line.includes('|') && DELIMITER.test(line)
}

/** Characters that start, end or escape inline markup. */
export function countMarks(line: string): number {
  let count = 0
  for (let index = 0; index < line.length; index += 1) {
    switch (line.charCodeAt(index)) {
      case 0x21: // !
      case 0x26: // &
      case 0x2a: // *
      case 0x3c: // <
      case 0x5b: // [
      case 0x5c: // \
      case 0x5d: // ]
      case 0x5f: // _
      case 0x60: // `
      case 0x7c: // |
      case 0x7e: // ~
        count += 1
    }
  }
  return count
}
