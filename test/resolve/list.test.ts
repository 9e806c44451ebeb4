import { describe, expect, it } from 'vitest'
import { foundFor, listFor, matrix, ROWS, signals } from './list-matrix.ts'

describe('a section', () => {
  it.each([
    ['by its own words, which no vocabulary knows', 'ferry look-out, the whole section', ['horizon', 'logbook']],
    ['by what people call it', 'day-to-day tasks on the ferry', ['decks', 'crew', 'night']],
    ['by its number', 'ferry, everything in section 2.2', ['horizon', 'logbook']],
    ['by a bare number', 'ferry 2.2 please', ['horizon', 'logbook']],
    ['by two numbers', 'ferry, everything in 2.3 and 2.4', ['coastguard', 'hull']],
    ['as a whole phase', 'full list of tasks for leaving the ferry', ['keys', 'charts']],
    ['the inner one where a phase is named too', 'leaving the ferry: what gets destroyed and by whom', ['charts']],
    ['two that are listed', 'look-out and refit on the ferry, all rows', ['horizon', 'logbook', 'hull']],
    ['by several numbers', 'ferry, sections 1 and 2.2', ['harbour', 'price', 'horizon', 'logbook']],
    ['several listed with commas', 'ferry: refit, handover and data destruction', ['hull', 'keys', 'charts']],
    [
      'those inside the phase that is named too',
      'list every task in leaving (handover + data destruction)',
      ['keys', 'charts'],
    ],
    ['without one that is excepted', 'everything for leaving the ferry, not the handover', ['charts']],
    ['not by "us", which sounds like use', 'everything about the hull for us', ['hull']],
  ])('%s', (_, question, rows) => expect(listFor(question)).toEqual(rows))
})

describe('a topic inside a section', () => {
  it.each([
    ['logbook rows in the look-out', ['logbook']],
    ['which rows of daily operations are about the logbook', ['night']],
    ['look-out rows', ['horizon', 'logbook']],
  ])('%s', (question, rows) => expect(listFor(question)).toEqual(rows))
})

describe('a section that is called as another is', () => {
  const twice = matrix(`${ROWS}\n4. Return > 4.1. Handover | Moor the ship | RA | I`)
  it('is the one in the phase that is named', () => {
    expect(listFor('all handover tasks of the return', [twice])).toEqual(['ship'])
    expect(listFor('all handover tasks', [twice])).toEqual(['keys', 'ship'])
  })
})

describe('a party and its letters', () => {
  it.each([
    ['what is ours to do before we subscribe to the ferry', ['harbour']],
    ['ferry: every line where the customer is only informed', ['price', 'horizon']],
    ['ferry: where do we get informed', ['price', 'horizon', 'logbook']],
    ['which rows must nautica consult the client on', ['logbook', 'hull']],
    ['daily ops, all customer R/A', ['crew', 'night']],
    ['daily ops, rows with nothing for the client', ['decks']],
    ['daily ops: tasks that are the customers alone', ['crew']],
    ['where does nautica do the work while the client stays accountable', ['night', 'coastguard']],
    ['where is the client accountable without doing the work', ['night']],
    ['rows with an R on both sides', ['coastguard']],
    ['where is the client accountable but not responsible', ['night']],
    ['rows where the client has A without R', ['night']],
    ['all R but no A for nautica', ['night', 'coastguard']],
    ['where does the client hold both R and A in storms and wrecks', ['coastguard']],
    ['rows for which the client is neither responsible nor accountable in the look-out', ['horizon', 'logbook']],
    ['where does the client have a role in the look-out', ['horizon', 'logbook']],
    ['everything nautica does in the handover and what do we do', ['keys']],
    ['which rows are C for the client', ['logbook', 'hull']],
    ['which tasks does nautica not take part in', ['crew']],
    ['what are you accountable for when leaving', ['charts']],
    ["what's on nautica's plate in the look-out", ['horizon', 'logbook']],
    ['where is a party consulted', ['logbook', 'hull']],
    ['which rows have a C', ['logbook', 'hull']],
    ['all rows where one of the parties is only informed', ['harbour', 'price', 'horizon', 'keys']],
    ['where does nautica ask the client for advice', ['logbook', 'hull']],
    ['which rows is the client responsible and accountable for at once in storms and wrecks', ['coastguard']],
    ['what does nautica only carry out while another is accountable', ['night', 'coastguard']],
    ['what is the client alone accountable for in daily operations', ['crew', 'night']],
    ['in which rows of the look-out is nobody consulted', ['horizon']],
    ['where is the client or nautica consulted', ['logbook', 'hull']],
    ['what does nautica carry out or answer for in the look-out', ['horizon', 'logbook']],
    ['what does nautica do without informing the client in daily operations', ['decks', 'night']],
    ['which rows is the client not consulted on in the look-out', ['horizon']],
    ['rows where responsible and accountable are different', ['night', 'coastguard']],
  ])('%s', (question, rows) => expect(listFor(question)).toEqual(rows))

  it('reads the pronoun of an order as nobody', () =>
    expect(listFor('give me all look-out rows, i need them')).toEqual(['horizon', 'logbook']))

  it('reads any number of columns', () => {
    const three = matrix(
      'Payday | Pay the crew | R | A |\nPayday | Count the coins | I | | RA\nPayday | Lock the chest | | RA | I',
      ['Owner', 'Bank', 'Purser'],
    )
    expect(listFor('payday: where is the purser only informed', [three])).toEqual(['chest'])
    expect(listFor('payday, everything the bank is accountable for', [three])).toEqual(['crew', 'chest'])
  })

  it('takes no party for a section that sounds like it', () => {
    const yard = matrix('Daily operations | Oil the crane | RA | C\nRefit | Lift the hull | RA | C', [
      'Owner',
      'Operator',
    ])
    expect(listFor('where is the operator consulted', [yard])).toEqual(['crane', 'hull'])
  })

  it('tells a party in capitals from a word', () => {
    const office = matrix('Desk | Answer the phone | RA | \nDesk | Mend the phone | | RA', ['Business', 'IT'])
    expect(listFor('what does IT have to do', [office])).toEqual(['phone'])
    expect(foundFor('what does IT have to do', [office])?.scope.party).toBe('IT')
    expect(foundFor('everything about it that the business does', [office])?.scope.party).toBe('Business')
  })
})

describe('a condition', () => {
  const tug = matrix(`
    Towing | Tow the ship at the owner's request | I | RA
    Towing | Send a second tug, in case of subscription to the Storm option | I | RA
    Towing | Request the pilot | RA |
    Towing | Polish the bell (optional) | C | RA
    Towing | Steer | | RA`)
  it.each([
    ['which rows happen only on request', ['request']],
    ['everything nautica does only when the client asks', ['request']],
    ['rows which depend on an option', ['option', '(optional)']],
    ['what depends on the storm option', ['option']],
    ['what does nautica do only on request or with an option', ['request', 'option', '(optional)']],
    ['where is the client consulted with an option', ['(optional)']],
    ['everything about the pilot', ['pilot']],
  ])('%s', (question, rows) => expect(listFor(question, [tug])).toEqual(rows))

  it('that no row has', () =>
    expect(foundFor('which rows depend on an option')).toMatchObject({ rows: [], scope: { none: true, of: 11 } }))
})

describe('everything', () => {
  it('of one product', () => expect(listFor('list everything on the ferry')).toHaveLength(11))
  it.each(['list 5 on the ferry', 'list everything about the zeppelin'])('but not: %s', (question) =>
    expect(listFor(question)).toEqual([]),
  )
})

it('leaves no doubt where several rows have the very word, or a party is named alone', () => {
  expect(foundFor('all rows mentioning the logbook')?.named).toBe(true)
  expect(foundFor('what does nautica have to do')?.named).toBe(true)
  expect(foundFor('all rows mentioning the coastguard')?.named).toBe(false)
})

describe('a topic', () => {
  it.each([
    ['everything about the logbook on the ferry', ['night', 'logbook']],
    ['all rows on decks and hulls', ['decks', 'hull']],
    ['everything about the logbook that we must do ourselves', ['night']],
    ['everything about submarines', []],
  ])('%s', (question, rows) => expect(listFor(question)).toEqual(rows))
})

describe('nothing of it is theirs', () => {
  it.each([
    ['what must nautica do before we subscribe to the ferry', ['harbour', 'price'], 2],
    ['what is the client responsible for in the look-out', ['horizon', 'logbook'], 2],
  ])('%s', (question, rows, of) => {
    const one = matrix(ROWS.replace('State the price | I | RA', 'State the price | RA | I'))
    const found = foundFor(question, [one])
    expect(found?.scope).toMatchObject({ none: true, of })
    expect(listFor(question, [one])).toEqual(rows)
  })
})

it('shows no row where nothing of much is theirs', () => {
  const long = matrix(Array.from({ length: 20 }, (_, at) => `Deck | Scrub plank ${at} | RA |`).join('\n'))
  expect(foundFor('where is nautica consulted', [long])).toMatchObject({ rows: [], scope: { none: true, of: 20 } })
})

describe('communication rules', () => {
  it.each([
    ['list all severities', ['sinks', 'leaks']],
    ['list the flags', ['warning']],
    ['everything about the refit', ['ahead', 'too', 'refit']],
    ['all rules about submarines', []],
  ])('%s', (question, rows) => expect(listFor(question, [signals()])).toEqual(rows))

  it('are listed beside a matrix where the question says rules', () => {
    expect(listFor('all rules about the refit', [matrix(), signals()])).toEqual(['ahead', 'too', 'refit'])
    expect(listFor('everything about the hull', [matrix(), signals()])).toEqual(['hull'])
  })
})

it('finds a section in every document under its own name', () => {
  const tug = matrix(ROWS.replace('3.2. Data destruction', '3.2. Data deletion').replace('Handover', 'Chart deletion'))
  const found = foundFor('data destruction rows for all products', [matrix(), { ...tug, id: 'tug', product: 'Tug' }])
  expect(found?.scope.sections).toEqual(['Data destruction', 'Data deletion'])
  expect(found?.rows).toHaveLength(2)
})

it('gives a list over many products when all are asked for, or one alone has it', () => {
  const many = Array.from({ length: 20 }, (_, at) => ({
    ...matrix(),
    id: `ship${at}`,
    product: `Ship ${at}`,
  }))
  expect(listFor('look-out rows for all products', many)).toHaveLength(40)
  const odd = matrix('Deck | Inflate the zeppelin | RA | I')
  expect(listFor('list everything about zeppelins', [...many, { ...odd, id: 'odd', product: 'Odd' }])).toEqual([
    'zeppelin',
  ])
})

it('gives no list over more products than a person could have meant', () =>
  expect(
    listFor(
      'daily operations, all rows',
      Array.from({ length: 20 }, () => matrix()),
    ),
  ).toEqual([]))

it('compares products by the rows of each', () =>
  expect(listFor('compare data destruction', [matrix(), { ...matrix(), id: 'tug', product: 'Tug' }])).toEqual([
    'charts',
    'charts',
  ]))
