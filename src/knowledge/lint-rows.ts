// Responsibility itself: rows nobody answers for, rows with too many to answer, rows that contradict each other.

import type { Document, Issue } from '../domain/knowledge.ts'
import { type Activity, holders } from '../domain/raci.ts'
import { shorten } from './matrix.ts'

/** Findings in the rows of one document. */
export function lintRows(document: Document): readonly Issue[] {
  const issues: Issue[] = []
  const rows = new Map<string, Activity>()
  for (const row of document.entries) {
    if (row.type !== 'activity' || row.lost !== undefined) continue
    for (const [rule, reason, fix] of [...lintLetters(row), ...lintTwice(row, rows)]) {
      issues.push({ severity: 'warning', file: document.file, line: row.source.line, rule, reason, fix })
    }
  }
  return issues
}

type Finding = readonly [rule: string, reason: string, fix: string]

function lintLetters(row: Activity): readonly Finding[] {
  const name = `“${shorten(row.text)}”`
  if (row.assignments.every((held) => held.letters.length === 0)) {
    return [['empty-row', `${name} gives no letter to anybody.`, 'Fill in the letters or remove the row.']]
  }
  const accountable = holders(row, 'A')
  const findings: Finding[] = []
  if (accountable.length === 0) {
    findings.push(['no-accountable', `${name} has nobody accountable (A).`, 'Give A to one party.'])
  }
  if (accountable.length > 1) {
    findings.push([
      'several-accountable',
      `${name} has ${accountable.length} accountable parties: ${accountable.join(', ')}.`,
      'Leave A with one party.',
    ])
  }
  if (holders(row, 'R').length === 0) {
    findings.push(['no-responsible', `${name} has nobody who carries it out (R).`, 'Give R to a party.'])
  }
  return findings
}

function lintTwice(row: Activity, rows: Map<string, Activity>): readonly Finding[] {
  const key = [row.text.toLowerCase(), ...(row.appliesTo ?? [])].join('\n')
  const first = rows.get(key)
  if (first === undefined) {
    rows.set(key, row)
    return []
  }
  if (letters(first) === letters(row)) return []
  return [
    [
      'contradicting-rows',
      `“${shorten(row.text)}” stands in line ${first.source.line} too, with other letters.`,
      'Say in both rows what tells them apart, or keep one.',
    ],
  ]
}

function letters(row: Activity): string {
  const held = row.assignments
    .filter(({ letters: own }) => own.length > 0)
    .map(({ party, letters: own }) => `${party}:${own.join('')}`)
  return held.sort().join(' ')
}
