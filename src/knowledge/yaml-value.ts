// YAML in, plain value out, bounded: alias bombs and cycles are problems, not work.

import { isNode, LineCounter, parseDocument } from 'yaml'
import type { ZodError } from 'zod'
import type { Report } from './report.ts'

export interface YamlValue {
  readonly value: unknown
  /** Line of the node at a path, or of its nearest parent that exists. */
  lineOf(path: readonly PropertyKey[]): number
}

/** Parses one YAML text; undefined when it cannot be read, which is then reported. `firstLine` is where it starts in its file. */
export function readYaml(text: string, firstLine: number, report: Report): YamlValue | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' })
  const lineAt = (offset: number): number => lines.linePos(offset).line + firstLine - 1
  for (const error of document.errors) {
    report(
      yamlProblem(lineAt(error.pos[0]), error.message.split('\n')[0]?.replace(/ at line .*/, '') ?? 'syntax error'),
    )
  }
  if (document.errors.length > 0) return undefined
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 })
    return {
      value,
      lineOf(path) {
        for (let end = path.length; end > 0; end -= 1) {
          const node = document.getIn(path.slice(0, end), true)
          if (isNode(node) && node.range) return lineAt(node.range[0])
        }
        return firstLine
      },
    }
  } catch (error) {
    report(yamlProblem(firstLine, error instanceof Error ? error.message : String(error)))
    return undefined
  }
}

/** Turns each fault that zod found into a problem with its line. */
export function reportFaults(error: ZodError, yaml: YamlValue, rule: string, fix: string, report: Report): void {
  for (const fault of error.issues) {
    const where = fault.path.length > 0 ? `${fault.path.map(String).join('.')}: ` : ''
    report({ severity: 'error', line: yaml.lineOf(fault.path), rule, reason: `${where}${fault.message}.`, fix })
  }
}

function yamlProblem(line: number, message: string) {
  return {
    severity: 'error',
    line,
    rule: 'invalid-yaml',
    reason: `The YAML cannot be read: ${message}.`,
    fix: 'Correct the YAML; quote values that hold a colon or a hash.',
  } as const
}
