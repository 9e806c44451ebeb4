// What became of windows since the digest before, a line each.

import type { Phrase } from '../answer/answer.ts'
import { linkTo } from '../answer/phrase.ts'
import type { MaintenanceChange, MaintenanceWindow } from '../domain/maintenance.ts'
import { assertNever } from '../errors.ts'
import type { Chosen } from './choose-windows.ts'
import type { DigestInput } from './digest-input.ts'
import { spanInWords } from './spoken-time.ts'
import { pageOf, titleOf } from './window-lines.ts'

/** Changes told one by one; a calendar that was filled at once is counted. */
const MOST = 15
/** For each window of a product that a folded digest tells. */
const MOST_FOLDED = 2

/** One line a window: its last state, and from when it was moved. */
export function changeFacts(changed: Chosen['changed'], input: DigestInput, folded?: number): readonly Phrase[] {
  const most = folded === undefined ? MOST : MOST_FOLDED * folded
  const facts = changed.slice(0, most).map(({ window, changes }) => changeFact(window, changes, input))
  return changed.length > most ? [...facts, `and ${changed.length - most} more`] : facts
}

function changeFact(window: MaintenanceWindow, changes: readonly MaintenanceChange[], input: DigestInput): Phrase {
  const added = changes.some(({ kind }) => kind === 'added')
  const last = changes.findLast(({ kind }) => kind !== 'added' && kind !== 'moved')
  const was = changes.find(({ kind }) => kind === 'moved')?.was
  const { zone, day } = input
  const span = spanInWords(window.start, window.end, zone, day)
  const state = last ? `${changeWord(last.kind)}: ` : ''
  const title = linkTo(titleOf(window), pageOf(window))
  if (added) return [state || 'Added: ', title, `, ${span}${last ? ' (new)' : ''}`]
  if (was) return [state || 'Moved: ', title, `, from ${spanInWords(was.start, was.end, zone, day)} to ${span}`]
  return [state, title, `, ${span}`]
}

/** A change in a word or two, as a sentence begins. */
export function changeWord(kind: MaintenanceChange['kind']): string {
  switch (kind) {
    case 'cancelled':
      return 'Cancelled'
    case 'completed':
      return 'Completed'
    case 'reopened':
      return 'On again'
    case 'started':
      return 'Started'
    case 'verifying':
      return 'Being verified'
    case 'added':
      return 'Added'
    case 'moved':
      return 'Moved'
    case 'reworded':
      return 'Described anew'
    default:
      return assertNever(kind)
  }
}
