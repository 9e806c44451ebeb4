import { describe, expect, it } from 'vitest'
import { listFor, matrix } from './list-matrix.ts'

describe('a section', () => {
  it.each([
    ['by its own words, which no vocabulary knows', 'ferry look-out, the whole section', ['horizon', 'logbook']],
    ['by what people call it', 'day-to-day tasks on the ferry', ['decks', 'crew', 'night']],
    ['by its number', 'ferry, everything in section 2.2', ['horizon', 'logbook']],
    ['as a whole phase', 'full list of tasks for leaving the ferry', ['keys', 'charts']],
    ['the inner one where a phase is named too', 'leaving the ferry: what gets destroyed and by whom', ['charts']],
    ['two that are listed', 'look-out and refit on the ferry, all rows', ['horizon', 'logbook', 'hull']],
    ['not by "us", which sounds like use', 'everything about the hull for us', ['hull']],
  ])('%s', (_, question, rows) => expect(listFor(question)).toEqual(rows))
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
    ['what are you accountable for when leaving', ['charts']],
    ["what's on nautica's plate in the look-out", ['horizon', 'logbook']],
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
})

describe('a topic', () => {
  it.each([
    ['everything about the logbook on the ferry', ['night', 'logbook']],
    ['all rows on decks and hulls', ['decks', 'hull']],
    ['everything about the logbook that we must do ourselves', ['night']],
    ['everything about submarines', []],
  ])('%s', (question, rows) => expect(listFor(question)).toEqual(rows))
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
