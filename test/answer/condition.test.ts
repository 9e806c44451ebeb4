import { describe, expect, it } from 'vitest'
import { conditionOf, occasionsOf } from '../../src/domain/condition.ts'

describe('the condition that a row states', () => {
  it.each([
    ['Manage backups following Customer request (optionnal)', 'following Customer request (optionnal)'],
    ['Deliver PST file following client request', 'following client request'],
    [
      'Realize backup recovery in case of subscription to an option managed by OVHcloud',
      'in case of subscription to an option managed by OVHcloud',
    ],
    [
      'Plan scans on used images (in case of subscription to M or L plan or with the client’s proper tool)',
      'in case of subscription to M or L plan or with the client’s proper tool',
    ],
    [
      'Create jobs of backups following subscription to Automated backups option',
      'following subscription to Automated backups option',
    ],
    ['Perform (as an option) a backup of mailboxes using a third-party software', 'as an option'],
    ['Provide a certificate of destruction (upon request)', 'upon request'],
    ['Choose service location in EU (or in CA if the client uses CA website )', 'if the client uses CA website'],
    ['If subscribed: implement the initial network configuration', 'If subscribed'],
    ['Manage snapshots (optional)', 'optional'],
  ])('%s', (text, condition) => {
    expect(conditionOf(text)).toBe(condition)
  })

  it.each([
    'Realize backup recovery',
    'Manage data availability on the hosted service following OVHcloud SLA',
    'Configure SSL certificate following delivery by OVHcloud',
    'Choose options as needed',
    'Decide to add / remove options on Instances',
    'Validate the request for an infrastructure hardware change',
    'Define a business continuity plan following business needs',
    '',
  ])('is none: %s', (text) => {
    expect(conditionOf(text)).toBeUndefined()
  })
})

describe('what a row waits for', () => {
  it.each([
    ['Restore a snapshot, on customer request', ['request']],
    ["Transfer the tokens, at the merchant's request", ['request']],
    ['Deliver PST file following client request', ['request']],
    ['Check the badges before fitting, in case the Occupier requests them', ['request']],
    ['Attach the server to the vRack, in case of subscription to the vRack option', ['option']],
    ['Weekend coverage, if the 24x7 package is ordered', ['option']],
    ['Yearly exercise, for clients with the second-site option', ['option']],
    ['Manage snapshots (optional)', ['option']],
    ['Request a quota increase', []],
    ['Restart the game after a crash', []],
    ['Choose options as needed', []],
    ['Provide personal data needed for service subscription', []],
    ['Declare an incident with the request identifier', []],
  ])('%s', (text, occasions) => expect(occasionsOf(text)).toEqual(occasions))
})
