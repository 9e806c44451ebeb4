// Many windows, folded per product: a line each, and what holds for all of them once.

import { counted, listed } from '../answer/wording.ts'
import type { MaintenanceWindow } from '../domain/maintenance.ts'
import { MONDAY_TO_FRIDAY } from './business-days.ts'
import type { DigestInput } from './digest-input.ts'
import { noticeOf } from './notice.ts'
import { whenOf, whoLines } from './window-lines.ts'

/** Products and windows of one that are told; what is beyond is counted. */
const PRODUCTS = 12
const WINDOWS = 6

/** The lines of each product, the busiest first. A window of two products stands with both together. */
export function foldedLines(windows: readonly MaintenanceWindow[], input: DigestInput): readonly (readonly string[])[] {
  const groups = [...Map.groupBy(windows, ({ products }) => listed(products))].toSorted(
    ([, a], [, b]) => b.length - a.length,
  )
  const told = groups
    .slice(0, PRODUCTS)
    .map(([name, of]) => [
      `${name}: ${counted(of.length, 'window')}`,
      ...of.slice(0, WINDOWS).map((window) => `- ${whenOf(window, input)}: ${window.title}${lateWords(window, input)}`),
      ...(of.length > WINDOWS ? [`- and ${of.length - WINDOWS} more`] : []),
      ...whoLines(of[0]?.products ?? [], input).map((line) => `- ${line}`),
    ])
  const rest = groups.slice(PRODUCTS)
  const left = rest.reduce((sum, [, of]) => sum + of.length, 0)
  return left ? [...told, [`${counted(left, 'more window')} on ${counted(rest.length, 'more product')}`]] : told
}

/** Only bad news has room here. */
function lateWords(window: MaintenanceWindow, { noticeRulesOf, holidays }: DigestInput): string {
  const working = { weekdays: MONDAY_TO_FRIDAY, ...(holidays ? { holidays } : {}) }
  const isLate = window.products.some((one) => noticeOf(window, noticeRulesOf(one), working).verdict === 'late')
  return isLate ? ' (announced late)' : ''
}
