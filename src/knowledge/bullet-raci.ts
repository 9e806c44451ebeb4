// RACI as a list: `- Responsible: Platform team`, `- Accountable: …` below the heading or label that names the activity.

import type { Block, List, ListItem } from './block.ts'
import { assign, type PartyNames, roleLetter } from './inverted.ts'
import type { Row } from './matrix.ts'

const ENTRY = /^([\p{L} ]{1,20}(?:\([A-Z]\))?)\s*[:=–—-]\s*(.*)$/u
const LABEL = /^(.{2,120}?)\s*:?$/
/** Labels that announce the list and name no activity. */
const ANNOUNCES =
  /^(?:stakeholders?|raci(?: matrix)?|roles?(?: (?:and|&) responsibilities)?|responsibilit(?:y|ies)|owners?|ownership|who)\s*:?$/i
const LEGEND = /legend|definition|glossary|\bkeys?\b|meaning|how to|what is|raci model/i

/** Rows of one list; none when it is no RACI list, or only explains the letters. */
export function bulletRows(
  list: List,
  path: readonly string[],
  before: Block | undefined,
  names: PartyNames,
): readonly Row[] {
  const heading = path.at(-1)
  if (LEGEND.test(heading ?? '')) return []
  const label =
    before?.kind === 'paragraph' && before.lines.length === 1 ? LABEL.exec(before.lines[0] ?? '')?.[1] : undefined
  const named =
    label !== undefined &&
    !ANNOUNCES.test(label) &&
    before?.kind === 'paragraph' &&
    before.lines[0]?.endsWith(':') === true
  const place = named ? { section: path, text: label } : { section: path.slice(0, -1), text: heading ?? '' }
  const rows: Row[] = []
  let held: ListItem[] = []
  let current = { ...place, line: list.line }
  const close = (): void => {
    const row = toRow(held, current, names)
    if (row !== undefined) rows.push(row)
    held = []
  }
  for (const item of list.items) {
    if (entry(item) !== undefined) {
      held.push(item)
      continue
    }
    close()
    current = { section: path, text: item.text.replace(/\s*:$/, ''), line: item.line }
  }
  close()
  return rows
}

function toRow(
  items: readonly ListItem[],
  { section, text, line }: Pick<Row, 'section' | 'text' | 'line'>,
  names: PartyNames,
): Row | undefined {
  const held = items.flatMap((item) => entry(item) ?? [])
  const letters = new Set(held.map(({ letter }) => letter))
  if (text === '' || letters.size < 2 || letters.size !== held.length || !letters.has('R')) return undefined
  const assignments = assign(held, names)
  const prose = assignments.some(
    ({ party }) => party.split(' ').length > 6 || /[.!?]$/.test(party) || /^(?:the|does|who|a|is)\b/i.test(party),
  )
  return prose ? undefined : { section, text, assignments, line: items[0]?.line ?? line }
}

function entry(item: ListItem): { readonly letter: ReturnType<typeof roleLetter>; readonly cell: string } | undefined {
  const found = ENTRY.exec(item.text)
  const letter = found?.[1] === undefined ? undefined : roleLetter(found[1])
  return letter === undefined ? undefined : { letter, cell: found?.[2] ?? '' }
}
