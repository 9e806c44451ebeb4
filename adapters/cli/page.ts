// An Answer as a page of this terminal.

import type { Answer } from '../../src/answer/answer.ts'
import { renderText } from '../../src/answer/render-text.ts'
import { pageWidth, type Terminal } from './terminal.ts'
import type { Workspace } from './workspace.ts'

/** The answer's text in the terminal's width and colour, without a last line end. */
export function renderPage(answer: Answer, terminal: Terminal, { publicUrl }: Pick<Workspace, 'publicUrl'>): string {
  return renderText(answer, {
    colour: terminal.colour,
    ...pageWidth(terminal),
    ...(publicUrl ? { baseUrl: publicUrl } : {}),
  })
}
