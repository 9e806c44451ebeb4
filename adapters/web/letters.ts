// R, A, S, C, I as small badges. Eyes see the letter, screen readers hear the word, nobody needs the colour.

import { MEANINGS } from '../../src/answer/roles.ts'
import { LETTERS, type Letter } from '../../src/domain/raci.ts'
import { type Html, html } from './html.ts'

/** Cells that hold nothing but letters and what documents put between them: `R/A`, `R, A`, `A & R`. */
const LETTERS_ONLY = /^[RASCI\s,;/&+.-]*$/u

/** The letters of a cell in its own order, each once; none when it holds other words too (`SLA`, `see note`). */
function lettersIn(cell: string): readonly Letter[] {
  if (/[^RASCI\P{L}]/u.test(cell)) return []
  return [...new Set(cell)].flatMap((character) => LETTERS.filter((letter) => letter === character))
}

/** A cell of the matrix: badges; a cell that holds more than letters (`RA*`, `(I)`) is also shown as it stands. */
export function renderCell(cell: string, letters: readonly Letter[] = lettersIn(cell)): Html {
  if (!cell) return html`<span class="blank"><span class="visually-hidden">no role stated</span></span>`
  if (!letters.length) return html`<span class="verbatim">${cell}</span>`
  const verbatim = !LETTERS_ONLY.test(cell) && html` <span class="verbatim">${cell}</span>`
  return html`<span class="letters">${letters.map(renderLetter)}</span>${verbatim}`
}

/** One badge with its word for screen readers. */
export function renderLetter(letter: Letter): Html {
  const word = MEANINGS[letter]
  return html`<span class="letter letter-${letter}" title="${word}" aria-hidden="true">${letter}</span><span class="visually-hidden">${word} </span>`
}

/** The badges of a cell for a place that says their meaning beside them. */
export function renderBadges(cell: string): Html {
  const badges = lettersIn(cell).map((letter) => html`<span class="letter letter-${letter}">${letter}</span>`)
  const verbatim = !LETTERS_ONLY.test(cell) && html` <span class="verbatim">${cell}</span>`
  return html`<span class="letters" aria-hidden="true">${badges}</span>${verbatim}`
}
