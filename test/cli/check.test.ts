import { describe, expect, it } from 'vitest'
import type { Issue } from '../../src/domain/knowledge.ts'
import { knowledge } from '../answer/fixture-knowledge.ts'
import { expectGolden } from '../golden.ts'
import { objects, run } from './run.ts'

const severalAccountable = { rule: 'several-accountable', fix: 'Leave A with one party.', severity: 'warning' } as const
const warnings: readonly Issue[] = [
  {
    ...severalAccountable,
    file: 'instances.md',
    line: 133,
    reason: '“Intervene with network and materials incidents (tickets and contacts)” has A for Customer and OVHcloud.',
  },
  {
    ...severalAccountable,
    file: 'instances.md',
    line: 140,
    reason: '“Intervene with other incidents” has A for Customer and OVHcloud.',
  },
  {
    severity: 'warning',
    file: 'email-pro.md',
    line: 0,
    rule: 'old-document',
    reason: 'The document is of 17 November 2022, older than two years.',
    fix: 'Ask the publisher for a newer edition.',
  },
]
const error: Issue = {
  severity: 'error',
  file: 'instances.md',
  line: 12,
  rule: 'unknown-letter',
  reason: 'The cell “X” of OVHcloud holds no letter.',
  fix: 'Write R, A, S, C or I, or leave the cell blank.',
}

describe('check', () => {
  it('prints what is wrong by file and rule, errors first, and a summary', async () => {
    const { status, out } = await run(['check'], {
      knowledge: { ...knowledge, issues: [...warnings, error] },
      terminal: { columns: 80 },
    })
    expect(status).toBe(1)
    expectGolden('check.txt', out)
  })

  it('ends with 0 on warnings only', async () => {
    const { status, out } = await run(['check'], { knowledge: { ...knowledge, issues: warnings } })
    expect(status).toBe(0)
    expect(out).toContain('0 errors, 3 warnings.')
  })

  it('says so when all is well', async () => {
    expect(await run(['check'])).toEqual({
      status: 0,
      out: '5 documents, 25 rows and rules: 0 errors, 0 warnings.\n',
      err: '',
    })
  })

  it('writes one object an issue with --json', async () => {
    const { status, out } = await run(['check', '--json'], { knowledge: { ...knowledge, issues: [error] } })
    expect(status).toBe(1)
    expect(objects(out)).toEqual([error])
  })

  it('takes a folder', async () => {
    const asked: (string | undefined)[] = []
    const read = async (folder?: string) => {
      asked.push(folder)
      return knowledge
    }
    await run(['check', './docs'], { workspace: { knowledge: read } })
    await run(['check', '--knowledge', './others'], { workspace: { knowledge: read } })
    expect(asked).toEqual(['./docs', './others'])
  })
})
