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

describe('a phase that is named with before, after or during', () => {
  it.each([
    ['what is ours to do on email pro before subscription', 2],
    ['which tasks are ours on Email Pro before service subscription?', 2],
    ['what is ours to do on email pro after subscription', 14],
  ])('%s is no condition', (question, count) => {
    const found = resolver.resolve(question)
    expect(found).toMatchObject({ kind: 'list' })
    const { rows, scope } = found.kind === 'list' ? found : { rows: [], scope: {} }
    expect(rows.length).toBe(count)
    expect(scope.occasions).toBeUndefined()
    expect(rows.every(({ section }) => /before/i.test(section[0] ?? '') !== / after /.test(question))).toBe(true)
  })
})

it('lists with what people call a section the other rows that say the word', async () => {
  const shipped = await resolverOf('knowledge')
  const found = shipped.resolve('show everything about network on trusted exchange')
  const sections = found.kind === 'list' ? new Set(found.rows.map(({ section }) => section.at(-1))) : []
  expect([...sections]).toEqual(['3.1.1. Daily operations', '3.1.4. Connectivity'])
  expect(shipped.resolve('everything about access management on email pro')).toMatchObject({
    scope: { sections: ['3.1.2. Access management'] },
  })
})

it('says of one product that every row has somebody where rows without are asked for', async () => {
  const shipped = await resolverOf('knowledge')
  for (const asked of ['without an accountable', 'that have no owner', 'nobody does', 'with no responsible'])
    expect(shipped.resolve(`list all activities ${asked} on email pro`)).toMatchObject({
      kind: 'list',
      rows: [],
      scope: { none: true, of: 48 },
    })
})

describe('what comes before going live', () => {
  it('is what stands before subscription and what makes the service available', async () => {
    const found = (await resolverOf('knowledge')).resolve('what do we have to do before going live on trusted exchange')
    expect(found).toMatchObject({
      kind: 'list',
      scope: { sections: ['1. Before subscription', '2. Service availability'] },
    })
  })
})
