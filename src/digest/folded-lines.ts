// Many windows, folded per product: a line each, and what holds for all of them once.

import type { Block, Phrase } from '../answer/answer.ts'
import { linkTo } from '../answer/phrase.ts'
import { counted, listed, shortened } from '../answer/wording.ts'
import type { MaintenanceWindow } from '../domain/maintenance.ts'
import { MONDAY_TO_FRIDAY } from './business-days.ts'
import type { DigestInput } from './digest-input.ts'
import { noticeOf } from './notice.ts'
import { PRODUCTS_LENGTH, pageOf, TITLE_LENGTH, whenOf, whoFacts } from './window-lines.ts'

/** Products and windows of one that are told; what is beyond is counted. */
export interface Fold {
  readonly products: number
  readonly windows: number
}

/** What is said of each product, the busiest first. A window of two products stands with both together. */
export function foldedFacts(windows: readonly MaintenanceWindow[], input: DigestInput, fold: Fold): readonly Block[] {
  const groups = [...Map.groupBy(windows, ({ products }) => listed(products))].toSorted(
    ([, a], [, b]) => b.length - a.length,
  )
  const told = groups.slice(0, fold.products).map(([name, of]) => groupFacts(name, of, input, fold.windows))
  const rest = groups.slice(fold.products)
  const left = rest.reduce((sum, [, of]) => sum + of.length, 0)
  const more = `${counted(left, 'more window')} on ${counted(rest.length, 'more product')}`
  return left ? [...told, { type: 'facts', facts: [more] }] : told
}

function groupFacts(name: string, of: readonly MaintenanceWindow[], input: DigestInput, most: number): Block {
  const told = of.slice(0, most).map((window): Phrase => {
    const title = linkTo(shortened(window.title, TITLE_LENGTH), pageOf(window))
    return [`${whenOf(window, input)}: `, title, lateWords(window, input)]
  })
  return {
    type: 'facts',
    title: `${shortened(name, PRODUCTS_LENGTH)}: ${counted(of.length, 'window')}`,
    facts: [
      ...told,
      ...(of.length > most ? [`and ${of.length - most} more`] : []),
      ...whoFacts(of.slice(0, most), input),
    ],
  }
}

/** Only bad news has room here. */
function lateWords(window: MaintenanceWindow, { noticeRulesOf, holidays }: DigestInput): string {
  const working = { weekdays: MONDAY_TO_FRIDAY, ...(holidays ? { holidays } : {}) }
  const isLate = window.products.some((one) => noticeOf(window, noticeRulesOf(one), working).verdict === 'late')
  return isLate ? ' (announced late)' : ''
}
