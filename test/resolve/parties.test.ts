import { describe, expect, it } from 'vitest'
import { letterTests } from '../../src/resolve/letter-tests.ts'
import { mentionsOf } from '../../src/resolve/parties.ts'

const two = { parties: ['Customer', 'Acme'], providers: ['Acme'], productWords: new Set(['boxes']) }
const three = { parties: ['Customer', 'Vendor', 'Partner'], providers: ['Acme'], productWords: new Set<string>() }

describe('whom a question names', () => {
  it.each([
    ['a column', 'what must the partner do', three, [{ party: 'Partner' }]],
    ['a column of another name', 'what must the client do', two, [{ side: 'customer' }]],
    ['us', 'what is ours', two, [{ side: 'customer' }]],
    ['them', 'what do they do', two, [{ side: 'provider' }]],
    ['a company by the start of its name', 'what does acm do', two, [{ side: 'provider' }]],
    ['the provider among several columns', 'what is the provider informed of', three, [{ party: 'Vendor' }]],
    ['nobody where the company is part of a product', 'everything on acme boxes', two, []],
    ['nobody in an order', 'give me the list', two, []],
    ['nobody in customer data', 'rows on customer data', two, []],
  ])('%s', (_, text, cast, who) => expect(mentionsOf(text, cast).map((mention) => mention.who)).toEqual(who))
})

describe('what is asked of them', () => {
  it.each([
    ['customer only gets told', [{ side: 'customer', letters: ['I'], how: 'only' }]],
    ['where the customer has just an i', [{ side: 'customer', letters: ['I'], how: 'only' }]],
    ['what must they consult the customer on', [{ side: 'customer', letters: ['C'], how: 'all' }]],
    ['where does the customer hold the a', [{ side: 'customer', letters: ['A'], how: 'all' }]],
    ['a row that i saw in a copy', []],
    ['no letter for the customer', [{ side: 'customer', letters: [], how: 'none' }]],
    ['rows that are purely acme', [{ side: 'provider', letters: ['R', 'A'], how: 'alone' }]],
    ['our chores', [{ side: 'customer', letters: ['R', 'A'], how: 'any' }]],
    ['our vm is gone', []],
  ])('%s', (text, tests) => expect(letterTests(text, two)).toEqual(tests))
})
