import { beforeAll, describe, expect, it } from 'vitest'
import type { Resolver } from '../../src/resolve/resolver.ts'
import { resolverOf, shown } from './shipped.ts'

let shipped: Resolver
let wide: Resolver
beforeAll(async () => {
  shipped = await resolverOf('knowledge')
  wide = await resolverOf('test/fixtures/kb-wide')
})

describe('products side by side', () => {
  it.each([
    'compare Email Pro and Trusted Exchange on hardware replacement',
    'Email Pro vs Trusted Exchange: replacement of hardware',
    'does Email Pro differ from Trusted Exchange for hardware replacement',
    'who replaces hardware on Email Pro and on Trusted Exchange?',
  ])('%s', (question) => {
    const found = shipped.resolve(question)
    expect(found).toMatchObject({ kind: 'list', scope: { compared: ['Email Pro', 'Trusted Exchange'] } })
    expect(shown(found)).toEqual([
      'Email Pro: Replace deficient hardware in support of the Exchange service',
      'Trusted Exchange: Replace deficient hardware in support of the service',
    ])
  })

  it('shows a row that turns the owner round under a condition', () =>
    expect(shown(shipped.resolve('who does backups on Email Pro and Public Cloud Instances'))).toEqual(
      expect.arrayContaining([
        'Public Cloud Instances: Manage backups',
        'Public Cloud Instances: Manage backups following Customer request (optionnal)',
        'Email Pro: Manage backups on the service',
      ]),
    ))

  it.each([
    'is encryption handled the same on Email Pro and Public Cloud Instances',
    'do Email Pro and Public Cloud Instances treat encryption differently',
    'what is the difference between Email Pro and Public Cloud Instances on backups',
  ])('%s', (question) =>
    expect(shipped.resolve(question)).toMatchObject({ kind: 'list', scope: { compared: expect.any(Array) } }),
  )

  it('counts a short name beside another product', () =>
    expect(wide.resolve('who is accountable for the logs of the control plane, KMS and Block Storage')).toMatchObject({
      scope: { compared: ['Key Management Service', 'Public Cloud Block Storage'] },
    }))

  it('compares sections whole where nothing else is named', () =>
    expect(shown(shipped.resolve('compare data destruction on Email Pro and Public Cloud Instances'))).toHaveLength(3))

  it('compares all products where none is named', () =>
    expect(shipped.resolve('compare backups')).toMatchObject({
      scope: { compared: ['Email Pro', 'Public Cloud Instances', 'Trusted Exchange'] },
    }))

  it.each(['who manages backups on Email Pro', 'who moves us from Email Pro to Trusted Exchange'])(
    'names no two products: %s',
    (question) => expect(shipped.resolve(question).kind).not.toBe('list'),
  )

  it('does not answer what no document has', () =>
    expect(shipped.resolve('who feeds the cat for Email Pro and Trusted Exchange').kind).not.toBe('list'))
})

it('limits a list to a variant of a product, though the variant is a product too', () =>
  expect(wide.resolve('list customer duties for SAP on bare metal only')).toMatchObject({
    kind: 'list',
    reading: { products: ['SAP on OVHcloud'] },
    scope: { variant: 'SAP HANA on Bare Metal', party: 'Customer' },
  }))
