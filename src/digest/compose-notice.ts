// A post on the day itself, short: what, when on the channel's clock, what people notice, who, and where it is said.

import type { Answer, Block, Phrase } from '../answer/answer.ts'
import type { Instant } from '../domain/maintenance.ts'
import { assertNever } from '../errors.ts'
import type { DigestInput } from './digest-input.ts'
import type { DueNotice } from './due-notices.ts'
import { localTime } from './local-time.ts'
import { lengthInWords, momentInWords, spanInWords } from './spoken-time.ts'
import { impactOf, sourceFact, titleOf, whoFacts } from './window-lines.ts'

const MINUTE = 60_000

export interface NoticeInput extends Pick<DigestInput, 'rowsOf' | 'zone'> {
  readonly now: Instant
  /** When the window was to begin as it was told of before, if it was moved since. */
  readonly movedFrom?: Instant
}

/** Composes the post as of now. */
export function composeNotice(notice: DueNotice, input: NoticeInput): Answer {
  const { kind, window, due, standing } = notice
  const { zone, now, movedFrom } = input
  const today = localTime(now, zone).day
  const headline: Block = { type: 'sentence', text: headlineOf(notice, input, today) }
  if (kind === 'cancellation') return { kind: 'list', blocks: [headline], actions: [], items: [] }
  const facts: readonly Phrase[] = [
    `${spanInWords(window.start, window.end, zone, today)}, ${zone}`,
    ...(movedFrom === undefined ? [] : [`Moved: it was to begin ${momentInWords(movedFrom, zone, today)}`]),
    ...(kind === 'completion' ? [] : [impactOf(window)]),
    ...whoFacts([window], input),
    sourceFact(window),
  ]
  const late = `This post is late: it was due ${momentInWords(due, zone, today)}.`
  const isLate = standing === 'late' && kind !== 'reminder'
  return {
    kind: 'list',
    blocks: [headline, ...(isLate ? [{ type: 'note', text: late } as const] : []), { type: 'facts', facts }],
    actions: [],
    items: window.products.flatMap((product) => input.rowsOf(product, window.title)),
  }
}

function headlineOf({ kind, window, standing }: DueNotice, { zone, now }: NoticeInput, today: string): string {
  const { start, end, state } = window
  const title = titleOf(window)
  const byPlan = state === 'scheduled' ? ', by its plan' : ''
  switch (kind) {
    case 'reminder': {
      const ahead = Date.parse(start) - Date.parse(now)
      return `Begins ${ahead < MINUTE ? 'now' : `in ${lengthInWords(ahead)}`}: ${title}`
    }
    case 'start':
      if (standing === 'on-time') return `${state === 'scheduled' ? 'Begins now, by its plan' : 'Has begun'}: ${title}`
      return `Under way since ${momentInWords(start, zone, today)}${byPlan}: ${title}`
    case 'completion':
      if (state === 'scheduled') return `Over by its plan; no source says that it is completed: ${title}`
      return `Completed: ${title}`
    case 'cancellation':
      return `Cancelled: ${title}, planned for ${spanInWords(start, end, zone, today)}, ${zone}`
    default:
      return assertNever(kind)
  }
}
