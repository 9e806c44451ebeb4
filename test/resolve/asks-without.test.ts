import { describe, expect, it } from 'vitest'
import { withoutAsked } from '../../src/resolve/asks-without.ts'

describe('who does not', () => {
  it.each([
    ['who is not accountable for the restore of backups', 'accountable'],
    ['Who isn’t in charge of the backups?', 'doing'],
    ["who shouldn't renew the certificate", 'doing'],
    ['who must not renew the certificate', 'doing'],
    ['who is not supposed to renew it', 'doing'],
    ['who does not need to be informed of it', 'informed'],
    ['who is never consulted about changes', 'consulted'],
    ['who has no role in the restore', 'role'],
    ['who has nothing to do with restoring backups', 'role'],
    ["tell me who doesn't have any part in it", 'role'],
  ])('%s', (question, without) => expect(withoutAsked(question)).toBe(without))

  it.each([
    'who restores backups',
    'who does not have access to the mailbox',
    'users who do not receive mail, who helps them',
    'who fixes what is not working',
    'who is not able to log in',
    'who restores it, not the customer?',
  ])('%s asks for something else', (question) => expect(withoutAsked(question)).toBeUndefined())
})
