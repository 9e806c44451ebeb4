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

  it.each([
    ['what does the customer have to do at the end of Public Cloud Instances', '5. End of service'],
    ['what must OVHcloud do at the end of the Email Pro contract', '5. End of service'],
  ])('%s is the section on the end of service', (question, section) =>
    expect(resolver.resolve(question)).toMatchObject({ kind: 'list', scope: { sections: [section] } }),
  )

  it('that somebody is informed about', () => {
    const found = resolver.resolve('who is informed about everything on email pro')
    const rows = found.kind === 'list' ? found.rows : []
    expect(rows.length).toBeGreaterThan(10)
    const holds = (row: (typeof rows)[number]) =>
      row.type === 'activity' && row.assignments.some(({ letters }) => letters.includes('I'))
    expect(rows.filter((row) => !holds(row))).toEqual([])
  })

  it('that depend on an option, where none does', () =>
    expect(resolver.resolve('which rows of email pro depend on an option?')).toMatchObject({
      kind: 'list',
      rows: [],
      scope: { none: true },
    }))
})

it('lists a topic on all products', async () => {
  const shipped = await resolverOf('knowledge')
  const found = shipped.resolve('show everything about backups on all products')
  const products = found.kind === 'list' ? new Set(found.rows.map(({ product }) => product)) : []
  expect([...products].toSorted()).toEqual(['Email Pro', 'Public Cloud Instances', 'Trusted Exchange'])
})
