// One window in facts: what, when on the channel's clock, what people notice, who, and whether notice was in time.
// Words lead to where they are said: the title to the source's page, the row to its document.

import type { Phrase } from '../answer/answer.ts'
import { entryLink, linkTo, wordsOf } from '../answer/phrase.ts'
import { holdersInBrief } from '../answer/roles.ts'
import { counted, listed, quoted, shortened } from '../answer/wording.ts'
import type { Instant, MaintenanceWindow } from '../domain/maintenance.ts'
import type { NoticeRule } from '../domain/maintenance-notice.ts'
import type { Activity } from '../domain/raci.ts'
import { MONDAY_TO_FRIDAY } from './business-days.ts'
import type { DigestInput } from './digest-input.ts'
import { type Notice, noticeOf } from './notice.ts'
import { spanInWords } from './spoken-time.ts'

/** A row's words are linked in full below: here they are recognised by their beginning. */
const ROW_LENGTH = 100
/** What sources write is told up to here; the rest stands on their own page. */
export const TITLE_LENGTH = 140
/** Of many windows together no more rows are told. */
const MOST_ROWS = 4
const IMPACT_LENGTH = 400
export const PRODUCTS_LENGTH = 160
/** Nobody reads a longer address, and a message has its limits: the words stay without it. */
const ADDRESS_LENGTH = 600

/** `Email Pro: Storage upgrade`. */
export function titleOf({ products, title, kind }: MaintenanceWindow): string {
  const named = shortened(listed(products), PRODUCTS_LENGTH)
  return `${named}: ${shortened(title, TITLE_LENGTH)}${kind === 'emergency' && !/emergency/iu.test(title) ? ' (emergency)' : ''}`
}

/** The title, leading to the page of the first source that has one. */
export function titleLink(window: MaintenanceWindow): Phrase {
  return [linkTo(titleOf(window), pageOf(window))]
}

/** The window's own page; undefined where no source has one. */
export function pageOf({ links }: MaintenanceWindow): string | undefined {
  return links.find(({ url }) => url !== undefined && url.length <= ADDRESS_LENGTH)?.url
}

/** When, with what the window is at if it is not simply planned. */
export function whenOf(window: MaintenanceWindow, { zone, day, now }: Pick<DigestInput, 'zone' | 'day' | 'now'>) {
  const { start, end, state } = window
  const span = spanInWords(start, end, zone, day)
  const remark = planRemark(window, now)
  if (state !== 'scheduled') return `${span}, ${state}${remark ? ` ${remark}` : ''}`
  return remark ? `${span}, ${remark}` : span
}

/** How the plan stands to the state that sources tell; undefined where nothing is to be said. */
export function planRemark({ start, end, state }: MaintenanceWindow, now: Instant): string | undefined {
  if (state === 'in progress' || state === 'verifying') return end < now ? 'beyond its planned end' : undefined
  if (state !== 'scheduled' || start > now) return undefined
  return end <= now ? 'over by its plan; no source says that it is completed' : 'under way by its plan'
}

/** All that a digest says of a window in full. */
export function windowFacts(window: MaintenanceWindow, input: DigestInput): readonly Phrase[] {
  return [
    whenOf(window, input),
    impactOf(window),
    ...whoFacts([window], input),
    ...noticeLines(window, input),
    sourceFact(window),
  ]
}

export function impactOf({ impact }: MaintenanceWindow): string {
  return `Impact: ${impact === undefined ? 'the source does not say' : shortened(impact, IMPACT_LENGTH)}`
}

/** `Source: status and calendar`, each leading to its own page of the window. */
export function sourceFact({ links }: MaintenanceWindow): Phrase {
  const last = links.length - 1
  const named = links.flatMap(({ source, url }, at) => [
    ...(at === 0 ? [] : [at === last ? ' and ' : ', ']),
    linkTo(source, url !== undefined && url.length <= ADDRESS_LENGTH ? url : undefined, true),
  ])
  return ['Source: ', ...named]
}

/** Rows that these windows of the same products rest on, each once. */
export function rowsOn(
  windows: readonly MaintenanceWindow[],
  product: string,
  { rowsOf }: Pick<DigestInput, 'rowsOf'>,
): readonly Activity[] {
  return [...new Set(windows.flatMap(({ title }) => rowsOf(product, title)))]
}

/** Who carries them out and who is accountable, by the rows of each product; the windows are of the same products. */
export function whoFacts(windows: readonly MaintenanceWindow[], input: Pick<DigestInput, 'rowsOf'>): readonly Phrase[] {
  const products = windows[0]?.products ?? []
  return products.flatMap((product): readonly Phrase[] => {
    const of = products.length > 1 ? ` on ${product}` : ''
    const rows = rowsOn(windows, product, input).slice(0, MOST_ROWS)
    if (!rows.length) return [`Who${of}: no loaded document has a row on updates and patches`]
    return rows.map((row) => [
      `Who${of}: ${holdersInBrief(row)}: `,
      entryLink(quoted(shortened(row.text, ROW_LENGTH)), row),
    ])
  })
}

/** The same in plain words, for where nothing can be linked. */
export function whoLines(...given: Parameters<typeof whoFacts>): readonly string[] {
  return whoFacts(...given).map(wordsOf)
}

/** The notice against each rule that the products' documents have; one line where they have none. */
function noticeLines(window: MaintenanceWindow, input: DigestInput): readonly string[] {
  const held = noticesOf(window, input)
  if (!held.length) return [noticeLine(noticeOf(window, [], workingDays(input)))]
  const isNamed = held.length > 1 || window.products.length > 1
  return held.map(({ product, notice }) => noticeLine(notice, isNamed ? product : undefined))
}

/** The rules that these windows are held against, each once, with its product. */
export function rulesHeld(windows: readonly MaintenanceWindow[], input: DigestInput) {
  const rules = new Map<string, { readonly product: string; readonly rule: NoticeRule }>()
  for (const { product, notice } of windows.flatMap((window) => noticesOf(window, input))) {
    if (notice.rule) rules.set(`${product}\n${notice.rule.words}`, { product, rule: notice.rule })
  }
  return [...rules.values()]
}

function noticesOf(window: MaintenanceWindow, input: DigestInput) {
  return window.products.flatMap((product) => {
    const rules = input.noticeRulesOf(product)
    return rules.length ? [{ product, notice: noticeOf(window, rules, workingDays(input)) }] : []
  })
}

function workingDays({ holidays }: DigestInput) {
  return { weekdays: MONDAY_TO_FRIDAY, ...(holidays ? { holidays } : {}) }
}

function noticeLine({ businessDays, verdict, because }: Notice, product?: string): string {
  const of = product ? ` on ${product}` : ''
  const open = because ? ` (${because})` : ''
  const announced = businessDays === undefined ? '' : `, announced ${counted(businessDays, 'business day')} ahead`
  return `Notice${of}: ${verdict}${open}${announced}`
}
