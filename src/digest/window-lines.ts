// One window in lines: what, when on the channel's clock, what people notice, who, and whether notice was in time.

import { holdersInBrief } from '../answer/roles.ts'
import { counted, listed, quoted, shortened } from '../answer/wording.ts'
import type { Instant, MaintenanceWindow } from '../domain/maintenance.ts'
import { MONDAY_TO_FRIDAY } from './business-days.ts'
import type { DigestInput } from './digest-input.ts'
import { type Notice, noticeOf } from './notice.ts'
import { spanInWords, weekdaysInWords } from './spoken-time.ts'

/** A row's words are linked in full below: here they are recognised by their beginning. */
const ROW_LENGTH = 150

/** `Email Pro: Storage upgrade`. */
export function titleOf({ products, title, kind }: MaintenanceWindow): string {
  return `${listed(products)}: ${title}${kind === 'emergency' && !/emergency/iu.test(title) ? ' (emergency)' : ''}`
}

/** When, with what the window is at if it is not simply planned. */
export function whenOf(window: MaintenanceWindow, { zone, day, now }: DigestInput): string {
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
export function windowLines(window: MaintenanceWindow, input: DigestInput): readonly string[] {
  return [
    titleOf(window),
    `- ${whenOf(window, input)}`,
    `- Impact: ${window.impact ?? 'the source does not say'}`,
    ...whoLines(window.products, input).map((line) => `- ${line}`),
    ...noticeLines(window, input).map((line) => `- ${line}`),
    `- Source: ${listed(window.links.map(({ source, url }) => (url ? `${source} ${url}` : source)))}`,
  ]
}

/** Who carries it out and who is accountable, by the rows of each product. */
export function whoLines(products: readonly string[], { rowsOf }: Pick<DigestInput, 'rowsOf'>): readonly string[] {
  return products.flatMap((product) => {
    const of = products.length > 1 ? ` on ${product}` : ''
    const rows = rowsOf(product)
    if (!rows.length) return [`Who${of}: no loaded document has a row on updates and patches`]
    return rows.map((row) => `Who${of}: ${holdersInBrief(row)}: ${quoted(shortened(row.text, ROW_LENGTH))}`)
  })
}

/** The notice against each rule that the products' documents have; one line where they have none. */
export function noticeLines(window: MaintenanceWindow, input: DigestInput): readonly string[] {
  const working = { weekdays: MONDAY_TO_FRIDAY, ...(input.holidays ? { holidays: input.holidays } : {}) }
  const products = window.products.filter((product) => input.noticeRulesOf(product).length)
  if (!products.length) return [noticeLine(noticeOf(window, [], working), window, input)]
  return products.map((product) => {
    const notice = noticeOf(window, input.noticeRulesOf(product), working)
    return noticeLine(notice, window, input, products.length > 1 || window.products.length > 1 ? product : undefined)
  })
}

function noticeLine(
  { businessDays, verdict, rule, because }: Notice,
  window: MaintenanceWindow,
  { holidays }: DigestInput,
  product?: string,
): string {
  const days = `${weekdaysInWords(MONDAY_TO_FRIDAY)} in ${window.zone}`
  const calendar = `${days}, ${holidays ? `holidays of ${holidays.name}` : 'no holidays known'}`
  const of = product ? ` on ${product}` : ''
  const open = because ? ` (${because})` : ''
  const announced =
    businessDays === undefined ? '' : `; announced ${counted(businessDays, 'business day')} ahead (${calendar})`
  return `Notice${of}: ${verdict}${open}${announced}${rule ? `. The rule: ${quoted(rule.words)}` : ''}`
}
