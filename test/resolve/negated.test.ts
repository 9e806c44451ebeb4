import { describe, expect, it } from 'vitest'
import { withoutNegated } from '../../src/resolve/negated.ts'

const folded = (text: string): string =>
  text
    .replace(/[^\p{L}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

describe('what a message says it does not mean', () => {
  it.each([
    [
      'contract is over. who must erase the mails, i do not mean the settings?',
      'contract is over who must erase the mails',
    ],
    ['contract is finished, who wipes the mails (not the settings)', 'contract is finished who wipes the mails'],
    ['not who executes it, who decides on a snapshot', 'who decides on a snapshot'],
  ])('is left out: %s', (text, left) => {
    expect(folded(withoutNegated(text))).toBe(left)
  })

  it.each([
    'mail, not working, who fixes it',
    'not sure who patches the os',
    'is it not our job to renew the certificate',
    'we did not order the option, who restores',
    'not the backups',
    'can we insist on 2019 rather than 2016 under email pro',
  ])('%s: nothing is left out', (text) => {
    expect(withoutNegated(text)).toBe(text)
  })
})
