import { describe, expect, it } from 'vitest'
import { resolverOf } from './shipped.ts'

const resolver = await resolverOf('knowledge')

describe('a number that the document does not have', () => {
  it.each(['what is sev 5 at OX', 'what is severity five on ox cloud', 'who handles severity 9 tickets'])(
    '%s',
    (question) =>
      expect(resolver.resolve(question)).toMatchObject({
        kind: 'unknown',
        near: [],
        absent: expect.stringMatching(/^Severity [59]$/),
      }),
  )

  it.each(['what is sev 4 at OX', 'sev-1 definition at OX', 'difference between sev 1 and sev 5 at OX'])(
    '%s has one that it has',
    (question) => expect(resolver.resolve(question)).toMatchObject({ kind: 'rule' }),
  )
})

it('quotes the statement that names who does it where that is asked', () => {
  const found = resolver.resolve('who updates the distribution list for OX announcements')
  const quotes = found.kind === 'rule' ? found.rules.map(({ quote }) => quote) : []
  expect(quotes[0]).toContain('the Customer maintains the distribution list')
  expect(quotes.length).toBe(2)
})

it('does not take who notices something for who does it', () => {
  const found = resolver.resolve('who tells the customer when ox has an outage')
  expect(found.kind === 'rule' ? found.rules[0]?.quote : undefined).toContain('it informs the Customer')
})
