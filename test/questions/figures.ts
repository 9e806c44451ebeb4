// How the resolver does on a question file: verdicts by kind of question.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Resolution } from '../../src/domain/resolution.ts'
import { resolverOf } from '../resolve/shipped.ts'
import { judge, type Question, type Verdict } from './judge.ts'

export interface Reply {
  readonly question: Question
  readonly resolution: Resolution
  readonly verdict: Verdict
}

/** Asks every question of `test/questions/NAME.jsonl` against its own folder. */
export function askAll(name: string): Promise<readonly Reply[]> {
  const file = fileURLToPath(new URL(`${name}.jsonl`, import.meta.url))
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
  return Promise.all(
    lines.map(async (line) => {
      const question: Question = JSON.parse(line)
      const resolver = await resolverOf(`test/fixtures/kb-${question.kb}`)
      const resolution = resolver.resolve(question.question, question.channel ? { channel: question.channel } : {})
      return { question, resolution, verdict: judge(question, resolution) }
    }),
  )
}

/** Share of the replies to one kind of question that got one of the verdicts, 0 to 1. */
export function shareOf(replies: readonly Reply[], kind: Question['expect'], verdicts: readonly Verdict[]): number {
  const all = replies.filter(({ question }) => question.expect === kind)
  return all.filter(({ verdict }) => verdicts.includes(verdict)).length / Math.max(1, all.length)
}
