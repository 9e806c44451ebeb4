import { expect, test } from 'vitest'
import { conversationHash, personHash } from '../../adapters/storage/keyed-hash.ts'

const key = Buffer.alloc(32, 1)
const person = { platform: 'slack', tenant: 'T1', user: 'U1' } as const

test('the same person has the same hash, which does not hold the id', () => {
  expect(personHash(key, person)).toBe(personHash(key, { ...person }))
  expect(personHash(key, person)).toMatch(/^[\w-]{43}$/u)
})

test.each([
  ['platform', { ...person, platform: 'teams' }],
  ['tenant', { ...person, tenant: 'T2' }],
  ['user', { ...person, user: 'U2' }],
  ['split of the same letters', { ...person, tenant: 'T1U', user: '1' }],
] as const)('another %s is another person', (_, other) => {
  expect(personHash(key, other)).not.toBe(personHash(key, person))
})

test('another key hides the same person differently', () => {
  expect(personHash(Buffer.alloc(32, 2), person)).not.toBe(personHash(key, person))
})

test('a conversation of the same name as a person is not that person', () => {
  expect(conversationHash(key, 'slack')).not.toBe(personHash(key, { platform: 'slack', tenant: '', user: '' }))
})

test('is the same whatever was hashed in between', () => {
  const first = personHash(key, person)
  for (let count = 0; count < 300; count += 1) personHash(key, { ...person, user: `U${count}x` })
  expect(personHash(key, person)).toBe(first)
})
