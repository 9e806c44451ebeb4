// YAML in, plain value out, bounded: alias bombs and cycles are problems, not work.

import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { ZodError } from 'zod'
import type { Report } from './report.ts'

export interface YamlValue {
  readonly value: unknown
  /** Line of the node at a path, or of its nearest parent that exists. */
  lineOf(path: readonly PropertyKey[]): number
}

/** Characters of one YAML text that are read, and faults of one text that are reported. */
const LONGEST = 500_000
const MOST_FAULTS = 5

/** Parses one YAML text; undefined when it cannot be read, which is then reported. `firstLine` is where it starts in its file. */
export function readYaml(text: string, firstLine: number, report: Report): YamlValue | undefined {
  if (text.length > LONGEST) {
    report(yamlProblem(firstLine, `it has more than ${LONGEST} characters, the limit`))
    return undefined
  }
  const lines = new LineCounter()
  // the library compares every key with every other; duplicateKey below does it in linear time
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent', uniqueKeys: false })
  const lineAt = (offset: number): number => lines.linePos(offset).line + firstLine - 1
  for (const error of document.errors.slice(0, MOST_FAULTS)) {
    const message = error.message.split('\n')[0]?.replace(/ at line .*/, '') ?? 'syntax error'
    report(yamlProblem(lineAt(error.pos[0]), message))
  }
  if (document.errors.length > 0) return undefined
  const twice = duplicateKey(document.contents)
  if (twice !== undefined) {
    report(yamlProblem(lineAt(twice.offset), `the key “${twice.key.slice(0, 60)}” stands there twice`))
    return undefined
  }
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

function duplicateKey(node: unknown): { readonly key: string; readonly offset: number } | undefined {
  if (!isMap(node)) return undefined
  const seen = new Set<string>()
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : undefined
    if (name !== undefined && seen.has(name)) return { key: name, offset: isNode(key) ? (key.range?.[0] ?? 0) : 0 }
    if (name !== undefined) seen.add(name)
    const inside = duplicateKey(value)
    if (inside !== undefined) return inside
  }
  return undefined
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
