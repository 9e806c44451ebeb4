// "maintenance list": the open windows of the channel's products, or of a named one, with the ids to type.

import type { Action, Answer, Block } from '../answer/answer.ts'
import { counted, listed, quoted, shortened } from '../answer/wording.ts'
import { titleOf } from '../digest/window-lines.ts'
import { CHAT_SOURCE, type MaintenanceWindow } from '../domain/maintenance.ts'
import type { Inside } from './inside.ts'
import { isOpen, type MaintenanceCalendar, recentWindows, whenInWords } from './maintenance-calendar.ts'
import { said } from './said.ts'
import { codesOf } from './window-codes.ts'

/** More are counted. */
const MOST = 15
/** Products named in the headline. */
const NAMED = 4
const ECHO_LENGTH = 60

export interface ListWish {
  /** Names a product; empty for those of the channel. */
  readonly words: string
  /** The products of the channel; empty for all. */
  readonly products: readonly string[]
  /** Whose clock times are told on. */
  readonly zone: string
  readonly actions: readonly Action[]
}

/** What is planned and under way. */
export async function listMaintenance(
  { words, products, zone, actions }: ListWish,
  calendar: MaintenanceCalendar,
  { resolver }: Pick<Inside, 'resolver'>,
): Promise<Answer> {
  const named = words ? resolver.product(words) : undefined
  if (words && named === undefined) {
    return said('unknown', `No loaded document covers ${quoted(shortened(words, ECHO_LENGTH))}.`)
  }
  const wanted = named === undefined ? products : [named]
  const windows = await recentWindows(calendar)
  const codes = codesOf(windows)
  const shown = windows.filter((window) => isOpen(window) && isOf(window, wanted))
  const about = wanted.length > NAMED ? counted(wanted.length, 'product') : listed(wanted) || 'all products'
  if (!shown.length) return said('list', `No maintenance of ${about} is planned or under way.`, [], actions)
  const rest = shown.length - MOST
  const blocks: readonly Block[] = [
    { type: 'sentence', text: `Maintenance of ${about}` },
    { type: 'note', text: `Times are of ${zone}.` },
    ...shown.slice(0, MOST).flatMap((window): readonly Block[] => {
      const origin = `id ${codes.get(window.id)}, ${originOf(window)}`
      return [
        { type: 'sentence', text: titleOf(window) },
        { type: 'note', text: `${whenInWords(window, zone, calendar)} · ${origin}` },
      ]
    }),
    ...(rest > 0 ? [{ type: 'note', text: `And ${rest} more: name a product to see fewer.` } as const] : []),
  ]
  return { kind: 'list', blocks, actions, items: [] }
}

function isOf({ products }: MaintenanceWindow, wanted: readonly string[]): boolean {
  return !wanted.length || products.some((product) => wanted.includes(product))
}

/** `added in chat`, `from example-status`. */
export function originOf({ links }: Pick<MaintenanceWindow, 'links'>): string {
  const others = [...new Set(links.map(({ source }) => source))].filter((source) => source !== CHAT_SOURCE)
  const isChat = others.length < links.length
  return [...(isChat ? ['added in chat'] : []), ...(others.length ? [`from ${listed(others)}`] : [])].join(', ')
}
