// Slips in names and chat spellings, as people type them.

import { beforeAll, describe, expect, it } from 'vitest'
import type { Resolver } from '../../src/resolve/resolver.ts'
import { writtenOut } from '../../src/resolve/typed-names.ts'
import { resolverOf } from './shipped.ts'

let resolver: Resolver
beforeAll(async () => {
  resolver = await resolverOf('knowledge')
})

describe('chat spellings', () => {
  it.each([
    ['whos resposible 4 teh firewal', "who's resposible for the firewal"],
    ['do u patch ur servers', 'do you patch your servers'],
    ['who is accountable 4 backups', 'who is accountable for backups'],
    ['severity 4 the phone rings', 'severity 4 the phone rings'],
    ['within 4 hours', 'within 4 hours'],
  ])('%s', (typed, meant) => expect(writtenOut(typed)).toBe(meant))

  it('are no words of the activity', () =>
    expect(resolver.resolve('whos resposible 4 teh firewal on publc clud').reading).toMatchObject({
      products: ['Public Cloud Instances'],
      about: ['firewall'],
    }))
})

describe('a name with a slip in each word', () => {
  it.each([
    ['who restores backups on Emial Porr', 'Email Pro'],
    ['who restores backups on emial por', 'Email Pro'],
    ['who restores backups on trustd exchagne', 'Trusted Exchange'],
    ['who is responsible for the firewal on publc clud', 'Public Cloud Instances'],
  ])('%s', (question, product) => {
    expect(resolver.resolve(question).reading).toMatchObject({ products: [product], basis: 'named' })
  })

  it('is none where the other word is a known one', () =>
    expect(resolver.resolve('who opens the email port').reading.products).toEqual([]))
})

describe('another provider beside a loaded product', () => {
  it.each(['does Cloud Temple patch email pro', 'should AWS restore backups on Trusted Exchange'])('%s', (question) =>
    expect(resolver.resolve(question)).toMatchObject({ kind: 'unknown', reason: 'product-not-covered' }),
  )

  it('is named in passing where the work leads there', () =>
    expect(resolver.resolve('who exports mailboxes from email pro to AWS')).not.toHaveProperty('missing'))
})
