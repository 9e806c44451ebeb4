// Where we are in a document: headings in, the section path out.
// Numbered headings (`3.2.1.`) nest by their number, since their markup is often a level off; others by their depth.

import type { Heading } from './block.ts'

interface Step {
  readonly text: string
  readonly depth: number
  /** Count of numbers in front (`3.2.1.` has 3), 0 when there are none. */
  readonly level: number
}

/** How deep the heading's own number says it is: `3.2.1. Incidents` is 3, `Incidents` 0. */
export function numberLevel(text: string): number {
  const found = /^(\d{1,3}(?:\.\d{1,3})*)[.)]?\s+\S/.exec(text)
  if (found?.[1] === undefined) return 0
  const dotted = /^\d+(?:\.\d+)*[.)]/.test(text) || found[1].includes('.')
  return dotted ? found[1].split('.').length : 0
}

export class Outline {
  #steps: readonly Step[] = []
  readonly #mixed: boolean

  /** `headings` are all of the document: unnumbered ones contain numbered ones only where the numbering starts again. */
  constructor(headings: readonly Heading[]) {
    this.#mixed = numberingRestarts(headings)
  }

  get path(): readonly string[] {
    return this.#steps.map((step) => step.text)
  }

  enter(heading: Heading): void {
    const level = numberLevel(heading.text)
    const step = { text: heading.text, depth: heading.depth, level }
    const numbered = this.#steps.some((open) => open.level > 0 && open.level < level)
    // `1.1` without an open `1.` belongs to the heading above it: `Phase 1: Foundation`
    const named = this.#mixed || (level > 1 && !numbered)
    this.#steps = [...this.#steps.filter((open) => contains(open, step, named)), step]
  }
}

/** `named`: unnumbered headings may contain numbered ones. */
function contains(open: Step, step: Step, named: boolean): boolean {
  if (step.level === 0) return open.depth < step.depth
  if (open.level > 0) return open.level < step.level
  return named && open.depth < step.depth
}

function numberingRestarts(headings: readonly Heading[]): boolean {
  const seen = new Map<string, string>()
  let above = ''
  for (const { text, depth } of headings) {
    const level = numberLevel(text)
    if (level === 0) above = `${depth} ${text}`
    if (level !== 1) continue
    const number = text.slice(0, text.search(/\D/))
    const first = seen.get(number)
    if (first !== undefined && first !== above) return true
    seen.set(number, above)
  }
  return false
}
