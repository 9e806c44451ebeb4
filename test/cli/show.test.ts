import { describe, expect, it } from 'vitest'
import { knowledge } from '../answer/fixture-knowledge.ts'
import { expectGolden } from '../golden.ts'
import { objects, run } from './run.ts'

describe('show', () => {
  it.each([80, 120])('prints the matrix by section in %i columns', async (columns) => {
    const { out } = await run(['show', 'email pro'], { terminal: { columns } })
    expectGolden(`show-product-${columns}.txt`, out)
  })

  it('prints statements as they stand', async () => {
    expectGolden('show-rules.txt', (await run(['show', 'OX', 'Cloud'], { terminal: { columns: 80 } })).out)
  })

  it.each([[['email pro', '3.2']], [['email', 'pro', 'incidents']], [['Email Pro', 'event', 'management']]])(
    'prints a section: %s',
    async (words) => {
      const { out } = await run(['show', ...words])
      expect(out).toContain('3 activities.')
      expect(out).not.toContain('Choose the service')
    },
  )

  it('puts the cells under the activity where a table does not fit', async () => {
    const { out } = await run(['show', 'build', 'platform'], { terminal: { columns: 60 } })
    expectGolden('show-narrow.txt', out)
  })

  it('lists the products without one', async () => {
    expect((await run(['show'])).out).toBe((await run(['products'])).out)
  })

  it('writes every row and rule as an item with --json', async () => {
    const { out } = await run(['show', '--json'])
    const entries = knowledge.documents.flatMap((document) => document.entries)
    expect(objects(out)).toHaveLength(entries.length)
    expect(objects((await run(['show', '--json', 'email pro', '3.2'])).out)).toHaveLength(3)
  })
})

describe('products', () => {
  it('lists what is covered', async () => {
    expectGolden('products.txt', (await run(['products'], { terminal: { columns: 80 } })).out)
  })

  it('writes one object a document with --json', async () => {
    const [first] = objects((await run(['products', '--json'])).out)
    expect(first).toMatchObject({ document: 'email-pro', product: 'Email Pro', updated: '2022-11-17', entries: 12 })
  })
})
