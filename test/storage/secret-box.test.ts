import { expect, test } from 'vitest'
import { SecretBox } from '../../adapters/storage/secret-box.ts'

const older = { id: 'older', key: Buffer.alloc(32, 1) }
const newer = { id: 'newer', key: Buffer.alloc(32, 2) }

test.each(['', 'xoxb-1', 'é😀\0', 'x'.repeat(100_000)])('opens what it sealed (%#)', (text) => {
  const box = new SecretBox([newer])
  expect(box.open(box.seal(text, 'row'), 'row')).toBe(text)
})

test('seals the same text differently each time', () => {
  const box = new SecretBox([newer])
  expect(box.seal('text', 'row')).not.toBe(box.seal('text', 'row'))
})

test('the newest key seals, all keys open', () => {
  const sealed = new SecretBox([older]).seal('text', 'row')
  const both = new SecretBox([newer, older])
  expect(both.open(sealed, 'row')).toBe('text')
  expect(both.isOld(sealed)).toBe(true)
  expect(both.isOld(both.seal('text', 'row'))).toBe(false)
  expect(() => new SecretBox([newer]).open(sealed, 'row')).toThrow(/no configured key opens it/u)
  expect(new SecretBox([newer]).isOld(sealed)).toBe(false)
})

test('every changed byte is noticed', () => {
  const box = new SecretBox([newer])
  const sealed = box.seal('text', 'row')
  const [version, id, body = ''] = sealed.split('.')
  const bytes = Buffer.from(body, 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    expect(() => box.open([version, id, changed.toString('base64url')].join('.'), 'row')).toThrow(/changed, moved/u)
  }
})

test.each<[string, (sealed: string) => string, string]>([
  ['for another row', (sealed) => sealed, 'other'],
  ['cut short', (sealed) => sealed.slice(0, -4), 'row'],
  ['with hardly anything in it', () => 'v1.newer.AAAA', 'row'],
  ['of another version', (sealed) => sealed.replace('v1', 'v2'), 'row'],
  ['under the name of another key', (sealed) => sealed.replace('newer', 'older'), 'row'],
  ['that is none', () => '', 'row'],
])('does not open a box %s', (_, change, row) => {
  const box = new SecretBox([newer, older])
  expect(() => box.open(change(box.seal('text', 'row')), row)).toThrow(/cannot be opened/u)
})

test.each([
  ['too short a key', [{ id: 'k', key: Buffer.alloc(16) }], /must be 32 bytes, and is 16/u],
  ['a name with a dot', [{ id: 'k.1', key: Buffer.alloc(32) }], /needs a short name/u],
  ['a name used twice', [newer, newer], /named twice/u],
])('refuses %s at the start', (_, keys, words) => {
  expect(() => new SecretBox(keys)).toThrow(words)
})
