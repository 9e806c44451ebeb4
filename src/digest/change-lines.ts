// What became of windows since the digest before, a line each.

import type { MaintenanceChange, MaintenanceWindow } from '../domain/maintenance.ts'
import { assertNever } from '../errors.ts'
import type { Chosen } from './choose-windows.ts'
import type { DigestInput } from './digest-input.ts'
import { spanInWords } from './spoken-time.ts'
import { titleOf } from './window-lines.ts'

/** Changes told one by one; a calendar that was filled at once is counted. */
const MOST = 15

/** One line a window: its last state, and from when it was moved. */
export function changeLines(changed: Chosen['changed'], input: DigestInput): readonly string[] {
  const lines = changed.slice(0, MOST).map(({ window, changes }) => `- ${changeLine(window, changes, input)}`)
  return changed.length > MOST ? [...lines, `- and ${changed.length - MOST} more`] : lines
}

function changeLine(window: MaintenanceWindow, changes: readonly MaintenanceChange[], input: DigestInput): string {
  const added = changes.some(({ kind }) => kind === 'added')
  const last = changes.findLast(({ kind }) => kind !== 'added' && kind !== 'moved')
  const was = changes.find(({ kind }) => kind === 'moved')?.was
  const { zone, day } = input
  const span = spanInWords(window.start, window.end, zone, day)
  const state = last ? `${changeWord(last.kind)}: ` : ''
  if (added) return `${state || 'Added: '}${titleOf(window)}, ${span}${last ? ' (new)' : ''}`
  if (was)
    return `${state}${last ? '' : 'Moved: '}${titleOf(window)}, from ${spanInWords(was.start, was.end, zone, day)} to ${span}`
  return `${state}${titleOf(window)}, ${span}`
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
