// Whether a message asks anything.

import { describe, expect, it } from 'vitest'
import { asks } from '../../src/resolve/asks.ts'
import { resolverOf } from './shipped.ts'

describe('a message that asks', () => {
  it.each([
    'the disk died, who swaps it',
    'disk swap: us or them',
    'is the backup on your side',
    'so do we patch that ourselves',
    'auditor needs the name behind the key rotation',
    'restores on email pro?',
    'list all rows on backups',
    'on friday do we have to be there',
    'the certificate is up to us',
  ])('%s', (text) => expect(asks(text)).toBe(true))
})

describe('a message that only tells', () => {
  it.each([
    'backups ran fine last night, thanks all',
    'restore went through at 14:02 and mailboxes are back',
    'patched the exchange servers this morning',
    'thanks for the training',
  ])('%s', (text) => expect(asks(text)).toBe(false))

  it('is answered by no row, whatever words of rows it has', async () => {
    const resolver = await resolverOf('knowledge')
    for (const text of [
      'backups ran fine last night on email pro, thanks all',
      'email pro restore went through at 14:02',
    ])
      expect(resolver.resolve(text).kind).toBe('unknown')
  })
})

describe('a tag behind a claim', () => {
  it('says nothing of the row', async () => {
    const resolver = await resolverOf('knowledge')
    const [tagged, bare] = ['OVH restores backups on Email Pro, right?', 'OVH restores backups on Email Pro?'].map(
      (text) => resolver.resolve(text),
    )
    expect(tagged).toMatchObject({ kind: 'answer' })
    expect(tagged?.reading.understood).toEqual(bare?.reading.understood)
  })
})
