import { describe, expect, it } from 'vitest'
import { resolverOf } from './shipped.ts'

const resolver = await resolverOf('test/fixtures/kb-wide')

describe('rows asked for without saying which', () => {
  it.each(['list all activities about submarines', 'list kms 5', 'list everything', 'list', 'show me everything'])(
    '%s: no unrelated row',
    (question) => expect(resolver.resolve(question)).toMatchObject({ kind: 'unknown', near: [] }),
  )
})

describe('rows of one product', () => {
  it.each([
    ['list everything on kms', 'Key Management Service'],
    ['backups on email pro: who does what?', 'Email Pro'],
    ['email pro, sections 1 and 3.2', 'Email Pro'],
    ['on which email pro activities is somebody informed?', 'Email Pro'],
  ])('%s', (question, product) => {
    const found = resolver.resolve(question)
    expect(found.kind).toBe('list')
    const rows = found.kind === 'list' ? found.rows : []
    expect(rows.length).toBeGreaterThan(1)
    expect(new Set(rows.map((row) => row.product))).toEqual(new Set([product]))
  })

  it('that depend on an option, where none does', () =>
    expect(resolver.resolve('which rows of email pro depend on an option?')).toMatchObject({
      kind: 'list',
      rows: [],
      scope: { none: true },
    }))
})
