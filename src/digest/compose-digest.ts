// The daily digest as an Answer, so that every platform that renders answers renders digests.

import type { Answer, Block, Phrase } from '../answer/answer.ts'
import { sourceBlock } from '../answer/entry-blocks.ts'
import { entryLink } from '../answer/phrase.ts'
import { counted, listed, quoted } from '../answer/wording.ts'
import type { MaintenanceWindow } from '../domain/maintenance.ts'
import type { Activity } from '../domain/raci.ts'
import { MONDAY_TO_FRIDAY } from './business-days.ts'
import { changeFacts } from './change-lines.ts'
import { type Chosen, chooseWindows } from './choose-windows.ts'
import type { DigestInput, SourceOutage } from './digest-input.ts'
import { type Fold, foldedFacts } from './folded-lines.ts'
import { dayInWords, momentInWords, weekdaysInWords } from './spoken-time.ts'
import { rulesHeld, titleLink, windowFacts } from './window-lines.ts'

/** Bytes of the blocks as JSON: below it Slack's 12,000 characters and the 22 KB of a card both hold them. */
const ROOM = 11_000
/** Told in full where there is room; else a line a window under its product, and ever fewer of them. */
const FOLDS: readonly (Fold | undefined)[] = [
  undefined,
  ...[6, 4, 2, 1].map((windows) => ({ products: 12, windows })),
  { products: 6, windows: 1 },
  { products: 3, windows: 1 },
]
/** Documents named at the end. */
const DOCUMENTS = 6
/** Products named in the headline. */
const NAMED = 4

export interface Digest {
  readonly answer: Answer
  /** Nothing is planned, under way or changed, and every source was read: a quiet channel may be left in peace. */
  readonly isEmpty: boolean
}

/** Composes the digest of one channel for one day. */
export function composeDigest(input: DigestInput): Digest {
  const chosen = chooseWindows(input)
  const shown = [...chosen.today, ...chosen.ahead]
  const rows = [
    ...new Set(shown.flatMap(({ products, title }) => products.flatMap((product) => input.rowsOf(product, title)))),
  ]
  const isEmpty = !shown.length && !chosen.changed.length && !input.outages.length
  return { isEmpty, answer: { kind: 'list', blocks: fitting(chosen, rows, input), actions: [], items: rows } }
}

/** As much as there is room for. */
function fitting(chosen: Chosen, rows: readonly Activity[], input: DigestInput): readonly Block[] {
  let blocks: readonly Block[] = []
  for (const fold of FOLDS) {
    blocks = blocksOf(chosen, rows, input, fold)
    if (bytesOf(blocks) <= ROOM) break
  }
  return blocks
}

function blocksOf(
  { today, ahead, days, changed }: Chosen,
  rows: readonly Activity[],
  input: DigestInput,
  fold: Fold | undefined,
): readonly Block[] {
  const tell = (windows: readonly MaintenanceWindow[]): readonly Block[] =>
    fold === undefined
      ? windows.map((window) => ({ type: 'facts', title: titleLink(window), facts: windowFacts(window, input) }))
      : foldedFacts(windows, input, fold)
  const part = (title: string, blocks: readonly Block[], nothing: string): readonly Block[] => [
    { type: 'sentence', text: title },
    ...(blocks.length ? blocks : [{ type: 'note', text: nothing } as const]),
  ]
  const shown = [...today, ...ahead]
  const until = days.length ? `Until ${dayInWords(days.at(-1) ?? input.day, input.day)}` : 'Later'
  const changes: Block = { type: 'facts', facts: changeFacts(changed, input, fold?.windows) }
  return [
    ...head(input, shown.length + changed.length),
    ...part('Today and under way', tell(today), 'Nothing.'),
    ...part(until, tell(ahead), 'Nothing planned.'),
    ...(changed.length ? part('Since the last digest', [changes], '') : []),
    ...(fold === undefined ? promises(shown, input) : []),
    ...rows.slice(0, DOCUMENTS).map((row) => sourceBlock(row)),
    ...(rows.length > DOCUMENTS
      ? [{ type: 'note', text: `and ${counted(rows.length - DOCUMENTS, 'more document')}` } as const]
      : []),
  ]
}

function head({ products, day, zone, dueAt, lostDay, outages }: DigestInput, count: number): readonly Block[] {
  const named = products.length > NAMED ? counted(products.length, 'product') : listed(products)
  const about = named || 'all products'
  const title = `Maintenance, ${dayInWords(day, '')}: ${about}${count ? '' : ', nothing planned'}`
  return [
    { type: 'sentence', text: title },
    { type: 'note', text: `Times are of ${zone}.` },
    ...(dueAt === undefined
      ? []
      : [{ type: 'note', text: `This digest is late: it was due ${momentInWords(dueAt, zone, day)}.` } as const]),
    ...(lostDay === undefined ? [] : [{ type: 'note', text: lostWords(lostDay, day) } as const]),
    ...outages.map((outage) => ({ type: 'note', text: outageWords(outage, zone, day) }) as const),
  ]
}

/** The rules that notices were held against, in their own words, and the calendar that days were counted on. */
function promises(windows: readonly MaintenanceWindow[], input: DigestInput): readonly Block[] {
  const held = rulesHeld(windows, input)
  if (!windows.length) return []
  const { holidays } = input
  const calendar = `${weekdaysInWords(MONDAY_TO_FRIDAY)} in the zone of each window, ${holidays ? `without the holidays of ${holidays.name}` : 'no holidays known'}`
  const rules = held.map(({ product, rule }): Phrase => [`${product}: `, entryLink(quoted(rule.words), rule.rule)])
  return [
    ...(rules.length ? [{ type: 'sentence', text: 'Notice' } as const, { type: 'facts', facts: rules } as const] : []),
    { type: 'note', text: `Business days are ${calendar}.` },
  ]
}

function lostWords(lostDay: string, day: string): string {
  return `Nobody knows whether the digest of ${dayInWords(lostDay, day)} arrived here: the answer to it was lost, so it was not posted again. What changed before it is told here too.`
}

/** What is said of a source that cannot be read. */
export function outageWords({ source, reachedAt, reason }: SourceOutage, zone: string, day: string): string {
  if (reachedAt === undefined) return `${source} was never reached (${reason}): what it would tell is missing here.`
  const since = momentInWords(reachedAt, zone, day)
  return `${source} not reached since ${since} (${reason}); showing what was known then.`
}

function bytesOf(blocks: readonly Block[]): number {
  return new TextEncoder().encode(JSON.stringify(blocks)).length
}
