import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FIXTURES, held, issuesOf, read, readFolder, rowsOf } from './reading.ts'

const received = readFolder(join(FIXTURES, 'documents/received'))
const document = received.documents.find(({ file }) => file === 'email-pro.txt')
const row = (text: string) => rowsOf(document).find((candidate) => candidate.text === text)

describe('a page whose tables were flattened to one cell a line', () => {
  it('reads every whole row: 16 of them, 7 with letters for both parties', () => {
    expect(rowsOf(document)).toHaveLength(16)
    expect(rowsOf(document).filter(({ lost }) => lost === undefined)).toHaveLength(7)
    expect(document).toMatchObject({ kind: 'matrix', updated: '2022-11-17', parties: ['Customer', 'OVHcloud'] })
  })

  it('reads rows with a letter group for each party', () => {
    expect(held(row('Choose service location in EU'))).toBe('Customer I, OVHcloud RA')
    expect(row('Choose service location in EU')?.section).toEqual([
      '1. Before subscription',
      '1.1. Specify service as needed',
    ])
  })

  it('never infers which party holds the letters of a row with fewer groups', () => {
    expect(row('Define and configure a domain name before service subscription')).toMatchObject({
      assignments: [],
      lost: ['RA'],
    })
    expect(received.issues.filter(({ rule }) => rule === 'lost-party')).toHaveLength(9)
  })

  it('reports the row that was cut off and leaves it out', () => {
    expect(row('Administrate the service infrastructure (servers, OS, antivirus, storage)')).toBeUndefined()
    expect(received.issues.filter(({ rule }) => rule === 'cut-off-row')).toMatchObject([
      { severity: 'error', line: 75 },
    ])
  })

  it('reads one table of three parties', () => {
    const text =
      'Box\n\nActivity\nBuyer\nSeller\nCarrier\nPack the box\nI\nRA\nC\nShip the box\n-\nA\nR\nOpen the box\nRA\n'
    const [box] = read({ 'box.txt': text }).documents
    expect(rowsOf(box).map((found) => [found.text, held(found), found.lost])).toEqual([
      ['Pack the box', 'Buyer I, Seller RA, Carrier C', undefined],
      ['Ship the box', 'Seller A, Carrier R', undefined],
      ['Open the box', '', ['RA']],
    ])
  })

  it('leaves out a line without letters, and says so', () => {
    const text = 'Activity\nBuyer\nSeller\nPack the box\nI\nRA\nJust a line\nShip the box\nRA\nI\n'
    const knowledge = read({ 'box.txt': text })
    expect(rowsOf(knowledge.documents[0]).map((found) => found.text)).toEqual(['Pack the box', 'Ship the box'])
    expect(issuesOf(knowledge)).toContain('error row-without-letters box.txt:7')
  })
})

describe('documents as they were received', () => {
  it('repairs mis-decoded quotes and reports it', () => {
    expect(rowsOf(received.documents.find(({ file }) => file === 'trusted-exchange.md.txt'))).toHaveLength(44)
    expect(
      issuesOf(received).some((issue) => issue.startsWith('warning mis-decoded-text trusted-exchange.md.txt')),
    ).toBe(true)
  })
})
