import { describe, expect, it } from 'vitest'
import { claimOf } from '../../src/resolve/claim.ts'

const read = (question: string): string | undefined => {
  const claim = claimOf(question, ['Customer', 'OVHcloud'], 'OVHcloud')
  const more = claim && [claim.object && 'told by another', claim.may && 'if it can', claim.denied && 'denied']
  return claim && [`${claim.party} ${claim.part}`, ...(more ?? []).filter(Boolean)].join(', ')
}

describe('a question for a yes or a no supposes something of a party', () => {
  it.each([
    ['is it us who restores backups on Email Pro?', 'Customer doing'],
    ['do we have to renew the certificate?', 'Customer doing'],
    ['Hi team, urgent: do we have to restore the backups?', 'Customer doing'],
    ['when a disk fails do we have to replace it?', 'Customer doing'],
    ['do we have to restore it or not?', 'Customer doing'],
    ['is patching the guest OS our job on Public Cloud Instances?', 'Customer doing'],
    ['is that ours?', 'Customer doing'],
    ['are we on the hook for network security', 'Customer doing'],
    ['do you know if we have to restore backups?', 'Customer doing'],
    ['not sure whether it is us who restores backups', 'Customer doing'],
    ["it's us who restores backups, correct?", 'Customer doing'],
    ['does patching fall on the customer?', 'Customer doing'],
    ['does OVH patch the operating system?', 'OVHcloud doing'],
    ['are certificates renewed by ovh', 'OVHcloud doing'],
    ['is the vendor the one who replaces disks?', 'OVHcloud doing'],
    ['is OVHcloud accountable for network incidents', 'OVHcloud accountable'],
    ['does the A for certificates sit with us?', 'Customer accountable'],
    ['is it OVH who is accountable for the certificate', 'OVHcloud accountable'],
    ['is the customer informed when a disk is replaced', 'Customer informed'],
    ["aren't we supposed to be told about incidents?", 'Customer informed'],
    ['will we be notified of incidents', 'Customer informed'],
    ['are we consulted before the location changes', 'Customer consulted'],
    ['do we get a say in the location?', 'Customer consulted'],
    ['is OVHcloud not accountable for it?', 'OVHcloud accountable'],
    ['do we not patch the system?', 'Customer doing'],
    ["so the customer doesn't have to patch it, right?", 'Customer doing, denied'],
    ["we don't restore backups, correct?", 'Customer doing, denied'],
    ['so it is not us who restores backups, right?', 'Customer doing, denied'],
    ['we are not informed of restores?', 'Customer informed, denied'],
    ['so we have to patch the system?', 'Customer doing'],
    ['is anybody informed about restores', 'Somebody informed'],
    ['can OVH restore backups', 'OVHcloud doing, if it can'],
    ['does OVHcloud tell us when hardware is replaced?', 'Customer informed, told by another'],
  ])('%s', (question, claim) => expect(read(question)).toBe(claim))
})

describe('nothing is supposed where it is not certain', () => {
  it.each([
    'who restores backups',
    'if the certificate expires, must we renew it, or does OVH?',
    'do we count as consulted or as informed',
    'do they drop us a line when it is done?',
    'is it us or OVH who restores backups?',
    'if the certificate expires, must we renew it or does OVH?',
    'do we have to restore backups and is OVH informed?',
    'is the customer consulted or informed when disks are replaced',
    'is the customer only informed?',
    'must we not touch the certificate?',
    'is OVHcloud not only accountable for it?',
    'can you restore the backup?',
    'can we do it ourselves?',
    'are we both accountable for incidents?',
    'what do we have to do before we subscribe',
    'how early do we have to announce maintenance?',
    'when are we informed about changes?',
    'do you know who restores backups?',
    'can we restore a backup ourselves?',
    'do we have backups?',
    'do we need the option?',
    'is the backup based on snapshots?',
    '',
  ])('%s', (question) => expect(read(question)).toBeUndefined())

  it('but a column is called by the beginning of its name, where no other begins so', () => {
    const parties = ['Support desk', 'Finance', 'Finance lead', 'All team leads']
    expect(claimOf('does support refund a customer', parties)).toEqual({ party: 'Support desk', part: 'doing' })
    expect(claimOf('does finance refund a customer', parties)).toEqual({ party: 'Finance', part: 'doing' })
    expect(claimOf('are all informed', parties)).toBeUndefined()
  })

  it('where several columns may be meant', () => {
    expect(claimOf('do we have to sign the release', ['Dev', 'SRE', 'Legal'])).toBeUndefined()
    expect(claimOf('does SRE have to sign the release', ['Dev', 'SRE', 'Legal'])).toEqual({
      party: 'SRE',
      part: 'doing',
    })
  })

  it('in bounded time', () => {
    const started = performance.now()
    for (const words of ['is it us ', 'do we have to ', 'are backups ', 'whether we is on us by us '])
      claimOf(words.repeat(1_000), ['Customer', 'OVHcloud'], 'OVHcloud')
    expect(performance.now() - started).toBeLessThan(500)
  })
})
