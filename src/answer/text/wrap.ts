// Lines that fit: the width of text as a terminal shows it, and breaking at words.

/** East Asian wide characters and emoji take two columns, combining marks none. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u
const NO_WIDTH = /\p{Mn}|\p{Me}|\p{Cf}/u
/** Nearly every text: a column each. */
const PLAIN = /^[ -~]*$/u

/** Columns that a text takes. */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length
  let columns = 0
  for (const character of text) columns += NO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1
  return columns
}

/** Fills up to `width` columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)))
}

/** Joins whole items into lines: a line ends between two items, and inside one only when it alone is too long. */
export function filled(items: readonly string[], separator: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const item of items) {
    const longer = line ? `${line}${separator}${item}` : item
    if (line && longer.length * 2 > width && columnsOf(longer) > width) {
      lines.push(line)
      line = item
    } else line = longer
  }
  return [...lines, line].flatMap((one) => wrapped(one, width))
}

/** Breaks at spaces; a word longer than the line is broken where the line ends. */
export function wrapped(text: string, width: number): readonly string[] {
  if (text.length * 2 <= width) return [text]
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((one) => pieces(one, width))) {
    if (line && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line]
}

function pieces(word: string, width: number): readonly string[] {
  if (columnsOf(word) <= width) return [word]
  const found: string[] = []
  let piece = ''
  let columns = 0
  for (const character of word) {
    const wide = columnsOf(character)
    if (columns + wide > width) {
      found.push(piece)
      piece = ''
      columns = 0
    }
    piece += character
    columns += wide
  }
  return [...found, piece]
}
