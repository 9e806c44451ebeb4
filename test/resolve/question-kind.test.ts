import { describe, expect, it } from 'vitest'
import { questionKind, setCues } from '../../src/resolve/question-kind.ts'
import { LONGEST, plain } from '../../src/resolve/words.ts'

const wants = (question: string) => questionKind(plain(question)).wants

describe('wants a set', () => {
  it.each([
    'what is ours to do before we subscribe?',
    'every line where the customer is only informed',
    'daily ops, all customer R/A',
    'everything about backups',
    'monitoring section, rows with nothing for the client',
    'access management, overview',
    'on which topics do we get consulted?',
    'for what is the vendor accountable?',
    'are there tasks where both carry an R?',
    'which of them are yours?',
    'who does what for changes?',
    'end of service, what are all the tasks and who does them',
    'what gets destroyed, and by whom',
    'which logs exist and who stores each kind',
    'can you list the steps for leaving',
    'our chores for restores, in one go',
    "what's on the provider's plate for detection",
    'how many activities does the customer have?',
    'section 3.2.1',
    'everything in 3.1.2',
    'on which products does the customer manage backups?',
    'where is the customer A only',
    'rows with R only for the vendor',
    'activities in event management where the customer has a role',
    'every activity concerning logs',
    'all rules about maintenance',
    'what is the provider in charge of before the start?',
    'everything the provider only gets informed about',
    "all that's left to the tenant on the floor",
    'which changes are for us to handle',
    'rows which depend on an option',
    'what is done only if the customer pays for it',
    "what's optional",
    'which tasks at the end are for whom?',
    'our part in reversibility',
    'our obligations at the end of the service',
    'checklist for us before going live',
    'backup tasks of the provider',
    'on what must they ask us first?',
    'what do they merely inform us of?',
    'where do customer and provider share the work?',
    'what does the matrix say about encryption?',
    'things only the customer does',
    'what happens at the end of service, and who does it?',
    'can i have the complete list of what they do in incidents',
    'give me an overview of who does what in changes',
    'what kinds of backups are there and who makes them',
    'how is the work shared for incidents?',
    'what must we prepare before ordering',
    'where do we just get a notification?',
    'who takes care of what in operations',
    'please show the incident part',
    'does the matrix mention encryption anywhere?',
    'where does R differ from A?',
    'steps to leave the service and who does each',
  ])('%s', (question) => expect(wants(question)).toBe('set'))
})

describe('wants one row', () => {
  it.each([
    'auditor wants a list of everything we run, who hands it over?',
    'will they bring all our yaml over for us?',
    'who gives the list of supported versions?',
    'list of what we use',
    'who decides which of your engineers get a badge?',
    'we are done, who tears everything down?',
    'is it our homework to find the limits of the plan?',
    'somebody must list all buckets. ours or theirs?',
    'do we have to patch everything that runs on top?',
    'i am on the mailing list, who removes me?',
    'whose job is the inventory of all appliances?',
    'restore a mailbox',
    'who changes all the firewall rules?',
    'who patches php to 8.1.2',
    'how many mailboxes do we get',
    'segregation of duties matrix',
    'secrets encrypted at rest, by whom',
    'who was responsible for what was kept?',
    "is putting a new version live every quarter the publisher's task?",
    'custom rules need a test run before production, by whom?',
    'repairing cut access lines',
    'we asked them to redo it, who does it?',
  ])('%s', (question) => expect(wants(question)).toBe('row'))
})

it('says which cues it went by', () =>
  expect(setCues('who hands over the full list?').map(({ name }) => name)).toEqual(['whole scope', 'one holder']))

it.each([
  ['a comparison', 'compare backups on the one and the other', true],
  ['a comparison in short', 'backups: this vs that', true],
  ['no comparison', 'do both of us carry it?', false],
])('sees %s', (_, question, compares) => expect(questionKind(question).compares).toBe(compares))

it.each(['what ', 'all the ', 'who ', 'a ', 'where we ', 'a,', '(((', 'everything about '])(
  'reads %j over and over in bounded time',
  (piece) => {
    const start = performance.now()
    questionKind(plain(piece.repeat(LONGEST)))
    expect(performance.now() - start).toBeLessThan(500)
  },
)
