import { describe, expect, it } from 'vitest'
import { isDenied, isDeniedParty } from '../../src/resolve/denied.ts'
import { foundFor, listFor, matrix } from './list-matrix.ts'
import { resolverOf } from './shipped.ts'

const shipped = await resolverOf('knowledge')

const CLIENTS = ['harbour', 'crew', 'night', 'coastguard', 'keys']
const NOT_CLIENTS = ['price', 'decks', 'horizon', 'logbook', 'hull', 'charts']
const NOT_NAUTICAS = ['harbour', 'crew', 'keys']

describe('a list of what is not a party’s', () => {
  it.each([
    ['what is nautica not responsible for', NOT_NAUTICAS],
    ["what isn't nautica responsible for", NOT_NAUTICAS],
    ['what isnt nautica responsible for', NOT_NAUTICAS],
    ['which rows is nautica not at all responsible for', NOT_NAUTICAS],
    ['which rows are not ours', NOT_CLIENTS],
    ["everything that is not the client's", NOT_CLIENTS],
    ['all tasks except ours', NOT_CLIENTS],
    ['everything apart from what the client does', NOT_CLIENTS],
    ['tasks handled by someone other than us', NOT_CLIENTS],
    ['which tasks are not up to the client', NOT_CLIENTS],
    ['what does the client not have to do', NOT_CLIENTS],
    ["the tasks the client doesn't have to worry about", NOT_CLIENTS],
    ["what doesn't nautica do", NOT_NAUTICAS],
    ['what does nautica refuse to do', NOT_NAUTICAS],
    ['which activities are not done by nautica', NOT_NAUTICAS],
    ["what is outside nautica's responsibility", NOT_NAUTICAS],
    ['which rows are not ours in the refit', ['hull']],
    ['which rows have no work to do for nautica', NOT_NAUTICAS],
  ])('%s', (question, rows) => expect(listFor(question)).toEqual(rows))
})

describe('a letter that is denied', () => {
  it.each([
    ["which tasks isn't nautica accountable for", ['harbour', 'crew', 'night', 'coastguard', 'keys']],
    ['what does nautica carry out without being accountable', ['night', 'coastguard']],
    ['where does the client not have a role', ['decks', 'charts']],
    ['which rows is neither the client nor nautica consulted on in the look-out', ['horizon']],
    ["which rows don't involve the client", ['decks', 'charts']],
    ['which rows have nothing to do with the client', ['decks', 'charts']],
    ["where doesn't the client have any role", ['decks', 'charts']],
    ['where is the client never kept in the loop in the look-out', []],
    ['where is the client not only informed in the look-out', ['logbook']],
    ["which tasks aren't shared in storms and wrecks", []],
    ['which tasks are not shared in the look-out', ['horizon', 'logbook']],
    ['which tasks are not only ours', ['harbour', 'night', 'coastguard', 'keys']],
  ])('%s', (question, rows) => expect(listFor(question).filter(() => !foundFor(question)?.scope.none)).toEqual(rows))

  it('is no list where its opposite is no test', () =>
    expect(foundFor('which rows is nautica not solely accountable for')).toBeUndefined())
})

describe('a section or a topic that is left out', () => {
  const usage = ['decks', 'crew', 'night', 'horizon', 'logbook', 'coastguard', 'hull']
  it.each([
    ['all rows not in use', ['harbour', 'price', 'keys', 'charts']],
    [
      'tasks outside of the look-out',
      ['harbour', 'price', 'decks', 'crew', 'night', 'coastguard', 'hull', 'keys', 'charts'],
    ],
    ['all client tasks apart from daily operations', ['harbour', 'coastguard', 'keys']],
    ['everything except the look-out in use', ['decks', 'crew', 'night', 'coastguard', 'hull']],
    ['all rows in use', usage],
    ['all rows in use except the logbook', ['decks', 'crew', 'horizon', 'coastguard', 'hull']],
    ['everything in the look-out that has nothing to do with the horizon', ['logbook']],
  ])('%s', (question, rows) => expect(listFor(question)).toEqual(rows))

  it('is said to be left out', () => {
    expect(foundFor('all rows not in the look-out')?.scope).toEqual({ except: ['2.2. Look-out'] })
    expect(foundFor('all rows in the look-out not about the horizon')?.scope).toMatchObject({ except: ['horizon'] })
  })
})

describe('what is not denied', () => {
  it.each([
    ["i don't know which rows are ours", CLIENTS],
    ["what is the client's and not nautica's", NOT_NAUTICAS],
    ["what is nautica's and not ours", NOT_CLIENTS],
    ["which rows are the client's, not nautica's", NOT_NAUTICAS],
    ['we have not called yet, which rows of the look-out are there', ['horizon', 'logbook']],
    ['where is the client accountable but not responsible', ['night']],
  ])('%s', (question, rows) => expect(listFor(question)).toEqual(rows))

  it('asks for everything where both are named', () =>
    expect(listFor('what is ours and what is not ours in the look-out')).toEqual(['horizon', 'logbook']))

  it('is what stands behind the beginning of another clause', () => {
    expect(isDenied('not ours but accountable', 'not ours but '.length)).toBe(false)
    expect(isDenied('not at all accountable', 'not at all '.length)).toBe(true)
    expect(isDeniedParty('not sure what is ours', 'not sure what is '.length, 'not sure what is ours'.length)).toBe(
      false,
    )
  })
})

describe('on real documents', () => {
  it.each([
    ['what is OVHcloud not responsible for on trusted exchange', 'OVHcloud'],
    ['which rows are not ours on email pro', 'Customer'],
    ["what isn't the customer's on email pro", 'Customer'],
    ['what is not our job on email pro', 'Customer'],
  ])('%s shows no row of theirs, and every other one', (question, party) => {
    const found = shipped.resolve(question)
    if (found.kind !== 'list') throw new Error(`${found.kind} is no list`)
    const all = shipped.resolve(`list every row of ${found.reading.products.join()}`)
    const rows = all.kind === 'list' ? all.rows : []
    const theirs = rows.filter(
      (row) =>
        row.type === 'activity' &&
        row.assignments.some((held) => held.party === party && held.letters.some((letter) => /[RA]/.test(letter))),
    )
    expect(found.rows).toEqual(rows.filter((row) => !theirs.includes(row)))
    expect(found.rows.length).toBeGreaterThan(0)
  })
})

describe('a letter that nobody holds', () => {
  const gaps = [
    matrix(`
2. Use | Wash the decks | RA | I
2. Use | Feed the crew | R | I
2. Use | Watch the horizon | C | A
2. Use | Paint the hull | | I`),
  ]
  it.each([
    ['list all activities without an accountable party', ['crew', 'hull']],
    ['list activities without an accountable', ['crew', 'hull']],
    ['which activities have no accountable', ['crew', 'hull']],
    ["which rows don't have an accountable party", ['crew', 'hull']],
    ['which rows have no a', ['crew', 'hull']],
    ['list all activities with no responsible', ['horizon', 'hull']],
    ['which activities does nobody do', ['horizon', 'hull']],
    ['activities that have no owner', ['hull']],
    ['which tasks have no responsible or accountable party', ['hull']],
  ])('%s', (question, rows) => expect(listFor(question, gaps)).toEqual(rows))
})
