// A short name of a product, a telling word of its name or what the trade calls its kind, where products are named.

import { describe, expect, it } from 'vitest'
import { createResolver } from '../../src/resolve/resolver.ts'
import { read } from '../knowledge/reading.ts'
import { shown } from './shipped.ts'

const LIGHTHOUSE = `# Managed Kubernetes RACI

| Activity | Client | Cloud Temple |
|---|---|---|
| Configure CI/CD pipelines | RA | I |
| Manage backups of the cluster | I | RA |
| Restore operator data | C | RA |
| Manage certificates of the Kubernetes service | C | RA |
| Conduct application audits | RA | I |
`
const SHOP = `# Acme Shop RACI

| Activity | Shop Team | Platform Team | Security | Vendor |
|---|---|---|---|---|
| Manage backups of the database | I | RA | C | I |
| Audit application access | I | C | RA | |
| Configure the CI/CD pipeline | C | RA | I | |
`
const knowledge = read({ 'managed-kubernetes.md': LIGHTHOUSE, 'acme-shop.md': SHOP })
const resolver = createResolver(knowledge)

describe('a short name after "on"', () => {
  it.each([
    ['who configures CI/CD on kubernetes', 'Managed Kubernetes'],
    ['who configures CI/CD on our kubernetes service', 'Managed Kubernetes'],
    ['who configures CI/CD on k8s', 'Managed Kubernetes'],
    ['who configures CI/CD on the shop, please', 'Acme Shop'],
    ['CI/CD of our managed k8s, who configures that', 'Managed Kubernetes'],
  ])('%s', (question, product) => {
    const { reading } = resolver.resolve(question)
    expect(reading).toMatchObject({ products: [product], basis: 'named' })
  })

  it('leaves the words of the question as the full name does', () => {
    const [short, full] = ['kubernetes', 'managed kubernetes'].map((name) =>
      resolver.resolve(`who configures CI/CD on ${name}`),
    )
    expect(short?.reading.about).toEqual(full?.reading.about)
    expect(shown(short ?? resolver.resolve(''))).toEqual(['Managed Kubernetes: Configure CI/CD pipelines'])
  })

  it('names the product in the channel of another, whose rows do not know the word', () =>
    expect(resolver.resolve('who configures CI/CD on kubernetes', { product: 'Acme Shop' }).reading.products).toEqual([
      'Managed Kubernetes',
    ]))

  it('calls no product with a word of which rows of others speak', () =>
    expect(resolver.resolve('who audits access on the application').reading.basis).toBeUndefined())
})

describe('a comparison by short names', () => {
  it.each([
    'difference between acme shop and kubernetes for backups',
    'difference between kubernetes and acme shop for backups',
    'compare backups on the shop and kubernetes',
    'backups: k8s vs shop',
  ])('%s', (question) => {
    const found = resolver.resolve(question)
    const compared = found.kind === 'list' ? found.scope.compared : undefined
    expect(compared?.toSorted()).toEqual(['Acme Shop', 'Managed Kubernetes'])
  })
})

describe('names that are no longer outside', () => {
  it.each([
    ['a party of a loaded document', 'Can Cloud Temple restore operator data?'],
    ['a party beside a short name', 'what does Cloud Temple do on kubernetes'],
    ['another form of a product', 'who manages certificates of the kubernetes service'],
  ])('%s', (_, question) => expect(resolver.resolve(question)).not.toHaveProperty('missing'))

  it('stay outside where no loaded document has them', () =>
    expect(resolver.resolve('who patches servers at Hetzner')).toMatchObject({ missing: 'Hetzner' }))
})

describe('the product that a short name calls', () => {
  it.each([
    ['kubernetes', 'Managed Kubernetes'],
    ['k8s', 'Managed Kubernetes'],
    ['shop', 'Acme Shop'],
    ['managed', undefined],
    ['backups', undefined],
  ])('%s', (words, product) => expect(resolver.product(words)).toBe(product))
})

describe('the maker', () => {
  const PAID = SHOP.replace('Acme Shop', 'PayLane Gateway').replaceAll('Vendor', 'PayLane')
  const OTHER = SHOP.replace('Acme Shop', 'PayLane Terminals').replaceAll('Vendor', 'PayLane')

  it('of one product alone hints at it', () =>
    expect(
      createResolver(read({ 'paylane-gateway.md': PAID, 'managed-kubernetes.md': LIGHTHOUSE })).product('paylane'),
    ).toBe('PayLane Gateway'))

  it('of several products hints at none', () =>
    expect(
      createResolver(read({ 'paylane-gateway.md': PAID, 'paylane-terminals.md': OTHER })).product('paylane'),
    ).toBeUndefined())
})
