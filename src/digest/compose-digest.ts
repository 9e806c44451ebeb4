// The daily digest as an Answer, so that every platform that renders answers renders digests.

import type { Answer, Block } from '../answer/answer.ts'
import { sourceBlock } from '../answer/entry-blocks.ts'
import { counted, listed } from '../answer/wording.ts'
import type { MaintenanceWindow } from '../domain/maintenance.ts'
import { changeLines } from './change-lines.ts'
import { chooseWindows } from './choose-windows.ts'
import type { DigestInput, SourceOutage } from './digest-input.ts'
import { foldedLines } from './folded-lines.ts'
import { dayInWords, momentInWords } from './spoken-time.ts'
import { windowLines } from './window-lines.ts'

/** Windows told in full; more are folded, a line each under their product: a message has its limits, and so has a morning. */
const IN_FULL = 12
/** Products named in the headline. */
const NAMED = 4

export interface Digest {
  readonly answer: Answer
  /** Nothing is planned, under way or changed, and every source was read: a quiet channel may be left in peace. */
  readonly isEmpty: boolean
}

/** Composes the digest of one channel for one day. */
export function composeDigest(input: DigestInput): Digest {
  const { today, ahead, days, changed } = chooseWindows(input)
  const shown = [...today, ...ahead]
  const tell = (windows: readonly MaintenanceWindow[]): readonly Block[] =>
    shown.length > IN_FULL
      ? foldedLines(windows, input).map(lines)
      : windows.map((window) => lines(windowLines(window, input)))
  const part = (title: string, blocks: readonly Block[], nothing: string): readonly Block[] => [
    { type: 'sentence', text: title },
    ...(blocks.length ? blocks : [{ type: 'note', text: nothing } as const]),
  ]
  const until = days.length ? `Until ${dayInWords(days.at(-1) ?? input.day, input.day)}` : 'Later'
  const rows = [...new Set(shown.flatMap((window) => window.products))].flatMap((product) => input.rowsOf(product))
  const blocks: readonly Block[] = [
    ...head(input, shown.length + changed.length),
    ...part('Today and under way', tell(today), 'Nothing.'),
    ...part(until, tell(ahead), 'Nothing planned.'),
    ...(changed.length ? part('Since the last digest', [lines(changeLines(changed, input))], '') : []),
    ...rows.map((row) => sourceBlock(row)),
  ]
  const isEmpty = !shown.length && !changed.length && !input.outages.length
  return { isEmpty, answer: { kind: 'list', blocks, actions: [], items: rows } }
}

function head({ products, day, zone, dueAt, outages }: DigestInput, count: number): readonly Block[] {
  const named = products.length > NAMED ? counted(products.length, 'product') : listed(products)
  const about = named || 'all products'
  const title = `Maintenance, ${dayInWords(day, '')}: ${about}${count ? '' : ', nothing planned'}`
  return [
    { type: 'sentence', text: title },
    { type: 'note', text: `Times are of ${zone}.` },
    ...(dueAt === undefined
      ? []
      : [{ type: 'note', text: `This digest is late: it was due ${momentInWords(dueAt, zone, day)}.` } as const]),
    ...outages.map((outage) => ({ type: 'note', text: outageWords(outage, zone, day) }) as const),
  ]
}

/** What a person is told of a source that cannot be read. */
export function outageWords({ source, reachedAt, reason }: SourceOutage, zone: string, day: string): string {
  if (reachedAt === undefined) return `${source} was never reached (${reason}): what it would tell is missing here.`
  const since = momentInWords(reachedAt, zone, day)
  return `${source} not reached since ${since} (${reason}); showing what was known then.`
}

function lines(of: readonly string[]): Block {
  return { type: 'lines', lines: of }
}
