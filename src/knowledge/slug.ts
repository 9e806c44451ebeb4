// Identifiers that survive in an address: lower-case ASCII words, unique in the knowledge.

const LONGEST = 80

/** `3.2.1. Incidents` becomes `3-2-1-incidents`; accents are dropped, other scripts give `fallback`. */
export function slug(text: string, fallback: string): string {
  const words = text
    .slice(0, 400)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (words.length <= LONGEST) return words === '' ? fallback : words
  const cut = words.slice(0, LONGEST + 1)
  const end = cut.lastIndexOf('-')
  return end > 0 ? cut.slice(0, end) : cut.slice(0, LONGEST)
}

/** Gives out identifiers: the wanted one, or with `-2`, `-3` and so on when it is taken. */
export class Identifiers {
  readonly #next = new Map<string, number>()

  take(wanted: string): string {
    const used = this.#next.get(wanted)
    if (used === undefined) {
      this.#next.set(wanted, 2)
      return wanted
    }
    this.#next.set(wanted, used + 1)
    return this.take(`${wanted}-${used}`)
  }
}
