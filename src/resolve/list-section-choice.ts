// Of all the headings that words may name, those that are meant: the longest name, the inner section, those listed together.

import type { Heading } from './headings.ts'

export interface Hit {
  readonly heading: Heading
  /** Positions of the question's words that named it. */
  readonly at: readonly number[]
  /** Named by its own words. */
  readonly own: boolean
}

/** The headings that are meant. @param stems Of the question. */
export function chosenHits(stems: readonly string[], hits: readonly Hit[]): readonly Hit[] {
  return joined(stems, innermost(inside(longest(hits))))
}

/** Of sections that are called alike, those inside another that is named too: "reversibility model" of "reverting". */
function inside(hits: readonly Hit[]): readonly Hit[] {
  const isIn = (hit: Hit): boolean =>
    hits.some(
      ({ at, own, heading }) =>
        own &&
        !at.some((position) => hit.at.includes(position)) &&
        heading.level < hit.heading.level &&
        hit.heading.rows.every((row) => heading.rows.includes(row)),
    )
  return hits.filter((hit) => isIn(hit) || !hits.some((twin) => isTwin(twin, hit) && isIn(twin)))
}

const isTwin = (one: Hit, other: Hit): boolean =>
  one !== other &&
  one.at.join() === other.at.join() &&
  one.heading.rows[0]?.document === other.heading.rows[0]?.document

const isWithin = (inner: Heading, outer: Heading): boolean =>
  inner.rows.length < outer.rows.length && inner.rows.every((row) => outer.rows.includes(row))

/** Whether the one run of positions lies in the other. */
export const within = (inner: readonly number[], outer: readonly number[]): boolean =>
  inner.every((at) => outer.includes(at))

/** Drops hits inside longer ones; of hits on the same words, those named outright stay, then the outermost. */
function longest(hits: readonly Hit[]): readonly Hit[] {
  return hits.filter(
    (hit) =>
      !hits.some((other) => {
        if (other === hit || !within(hit.at, other.at)) return false
        if (other.at.length !== hit.at.length) return true
        if (other.heading.rows[0]?.document !== hit.heading.rows[0]?.document) return false
        if (other.own !== hit.own) return other.own
        return other.heading.level < hit.heading.level
      }),
  )
}

/** A section inside another that is named too says what is meant of it. */
function innermost(hits: readonly Hit[]): readonly Hit[] {
  return hits.filter((hit) => !hits.some((other) => isWithin(other.heading, hit.heading)))
}

/** Several sections stay when the question lists them ("incidents and changes"); else the most telling one. */
function joined(stems: readonly string[], hits: readonly Hit[]): readonly Hit[] {
  const best = hits.toSorted((a, b) => telling(b) - telling(a))[0]
  if (!best) return []
  let from = Math.min(...best.at)
  let to = Math.max(...best.at)
  const kept = new Set(hits.filter(({ at }) => at.join() === best.at.join()))
  for (let grown = true; grown; ) {
    grown = false
    for (const hit of hits) {
      if (kept.has(hit) || !listedWith(stems, hit, from, to)) continue
      kept.add(hit)
      from = Math.min(from, ...hit.at)
      to = Math.max(to, ...hit.at)
      grown = true
    }
  }
  return [...kept]
}

function listedWith(stems: readonly string[], hit: Hit, from: number, to: number): boolean {
  const start = Math.min(...hit.at)
  const end = Math.max(...hit.at)
  const between = start > to ? stems.slice(to + 1, start) : stems.slice(end + 1, from)
  // "information system setup" is no "setup of"
  if (start <= to && end >= from) return hit.at.every((at) => at >= from && at <= to)
  // commas are gone: "incidents, changes and monitoring"
  if (!between.length) return hit.own
  return between.length <= 2 && between.some((stem) => stem === 'and' || stem === 'or' || stem === 'plu')
}

/** More words tell more; a heading's own words more than what people call it; the inner section more than the phase. */
function telling({ at, own, heading }: Hit): number {
  return at.length + (own ? 0.5 : 0) + heading.level * 0.25
}
