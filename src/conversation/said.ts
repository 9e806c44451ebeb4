// A reply of a sentence, a quiet line and perhaps buttons: what commands answer.

import type { Action, Answer, Block } from '../answer/answer.ts'

/** `note` is one quiet line below, or several. */
export function said(
  kind: Answer['kind'],
  text: string,
  note: string | readonly string[] = [],
  actions: readonly Action[] = [],
): Answer {
  const notes = typeof note === 'string' ? [note] : note
  const blocks: readonly Block[] = [
    { type: 'sentence', text },
    ...notes.filter(Boolean).map((line): Block => ({ type: 'note', text: line })),
  ]
  return { kind, blocks, actions, items: [] }
}

/** The same for the person who asked alone, where the platform can. */
export function inPrivate(answer: Answer): Answer {
  return { ...answer, isPrivate: true }
}
