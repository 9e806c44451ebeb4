// `raci check`: what is wrong in the documents, by file and rule, and what to do about it.

import { createPen, type Pen } from '../../src/answer/text/pen.ts'
import { counted } from '../../src/answer/wording.ts'
import type { Issue } from '../../src/domain/knowledge.ts'
import { pageWidth, type Terminal } from './terminal.ts'
import type { Workspace } from './workspace.ts'

/** Prints every issue and a summary; true when there is no error. */
export async function checkCommand(
  folder: string | undefined,
  options: { readonly json?: boolean },
  workspace: Workspace,
  terminal: Terminal,
): Promise<boolean> {
  const { documents, issues } = await workspace.knowledge(folder)
  const errors = issues.filter((issue) => issue.severity === 'error').length
  if (options.json) for (const issue of issues) await terminal.write(`${JSON.stringify(issue)}\n`)
  else {
    const pen = createPen(terminal.colour, pageWidth(terminal).width)
    const lines = [...Map.groupBy(issues, (issue) => issue.file)].flatMap(([file, found]) =>
      fileLines(file, found, pen),
    )
    const entries = documents.reduce((sum, document) => sum + document.entries.length, 0)
    const read = `${counted(documents.length, 'document')}, ${counted(entries, 'row or rule', 'rows and rules')}`
    const found = `${counted(errors, 'error')}, ${counted(issues.length - errors, 'warning')}`
    await terminal.write([...lines, pen.bold(`${read}: ${found}.`), ''].join('\n'))
  }
  return errors === 0
}

function fileLines(file: string, issues: readonly Issue[], pen: Pen): readonly string[] {
  const kinds = Map.groupBy(issues, (issue) => `${issue.severity}\n${issue.rule}\n${issue.fix}`)
  const ordered = [...kinds.values()].toSorted((a, b) => Number(isError(b)) - Number(isError(a)))
  return [...pen.lines(file, '', pen.bold), ...ordered.flatMap((kind) => kindLines(kind, pen)), '']
}

function isError(issues: readonly Issue[]): boolean {
  return issues[0]?.severity === 'error'
}

/** One rule's issues: what to do about them is said once. */
function kindLines(issues: readonly Issue[], pen: Pen): readonly string[] {
  const [first] = issues
  if (!first) return []
  const name = `${first.severity} ${first.rule}`
  return [
    ...pen.lines(name, '  ', first.severity === 'error' ? pen.accent : (line) => line),
    ...issues.flatMap((issue) => pen.lines(`${place(issue)}: ${issue.reason}`, '    ')),
    ...pen.lines(`→ ${first.fix}`, '    ', pen.dim),
  ]
}

function place({ file, line }: Issue): string {
  return line > 0 ? `${file}:${line}` : file
}
