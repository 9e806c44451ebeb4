// How the readers of this room speak of problems: everything is collected, nothing is thrown.

import type { Issue } from '../domain/knowledge.ts'

/** A problem of the file at hand; the file's name is added by whoever holds it. */
export type Problem = Omit<Issue, 'file'>

/** Takes note of one problem. */
export type Report = (problem: Problem) => void

/** A report that appends to `issues` under the name of `file`. */
export function reportTo(issues: Issue[], file: string): Report {
  return ({ severity, line, rule, reason, fix }) => {
    issues.push({ severity, file, line, rule, reason, fix })
  }
}
