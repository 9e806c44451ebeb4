// The question set against a floor that only rises: UPDATE=1 writes what is reached now where it is higher, and CI
// refuses to write. dev.jsonl is never learned from: its figures are the ones that count.

import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { judge, namesWrongHolder, type Question, type Verdict } from '../questions/judge.ts'
import { entriesIn, resolverOf } from './shipped.ts'

const FILES = ['dev', 'dev-2', 'dev-3', 'dev-4'] as const
/** Direct answers that name another holder than the right row: of a hundred. */
const MOST_WRONG_HOLDERS = 4

type Floor = Readonly<Record<string, Readonly<Record<string, number>>>>
const floorFile = fileURLToPath(new URL('../questions/floor.json', import.meta.url))
const floor: Floor = JSON.parse(readFileSync(floorFile, 'utf8'))
const updating = process.env.UPDATE === '1'
if (updating && process.env.CI) throw new Error('UPDATE=1 is refused in CI: the floor is raised by hand')

describe.each(FILES)('%s.jsonl', async (name) => {
  const questions = readQuestions(name)
  const replies = await Promise.all(
    questions.map(async (question) => {
      const resolver = await resolverOf(`test/fixtures/kb-${question.kb}`)
      const context = question.channel ? { channel: question.channel } : {}
      return { question, resolution: resolver.resolve(question.question, context) }
    }),
  )
  const reached = tally(replies.map(({ question, resolution }) => [question.expect, judge(question, resolution)]))

  it.each(Object.entries(floor[name] ?? {}))('reaches its floor: %s, %i in a hundred', (kind, least) => {
    expect(reached[kind] ?? 0).toBeGreaterThanOrEqual(least)
  })

  it('names a wrong holder in hardly any direct answer', async () => {
    const rows = await entriesIn('test/fixtures/kb-wide')
    const direct = replies.filter(
      ({ question, resolution }) => resolution.kind === 'answer' && question.expect === 'answer',
    )
    const wrong = direct.filter(({ question, resolution }) => namesWrongHolder(question, resolution, rows))
    expect((100 * wrong.length) / Math.max(1, direct.length)).toBeLessThanOrEqual(MOST_WRONG_HOLDERS)
  })

  if (updating) raise(name, reached)
})

function readQuestions(name: string): readonly Question[] {
  const file = fileURLToPath(new URL(`../questions/${name}.jsonl`, import.meta.url))
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line): Question => JSON.parse(line))
}

/** Right, and for answers right or on offer, in whole per cent rounded down. */
function tally(verdicts: ReadonlyArray<readonly [Question['expect'], Verdict]>): Readonly<Record<string, number>> {
  const shares: Record<string, number> = {}
  for (const expected of new Set(verdicts.map(([kind]) => kind))) {
    const all = verdicts.filter(([kind]) => kind === expected).map(([, verdict]) => verdict)
    const share = (counted: readonly Verdict[]): number =>
      Math.floor((100 * all.filter((verdict) => counted.includes(verdict)).length) / all.length)
    shares[expected] = share(['right'])
    if (expected === 'answer' || expected === 'rule') shares[`${expected} or offered`] = share(['right', 'offered'])
  }
  return shares
}

function raise(name: string, reached: Readonly<Record<string, number>>): void {
  const now: Record<string, Record<string, number>> = JSON.parse(readFileSync(floorFile, 'utf8'))
  const before = now[name] ?? {}
  now[name] = Object.fromEntries(
    Object.entries(reached).map(([kind, share]) => [kind, Math.max(share, before[kind] ?? 0)]),
  )
  writeFileSync(floorFile, `${JSON.stringify(now, null, 2)}\n`)
}
