import { describe, expect, it } from 'vitest'
import { readLetters } from '../../src/knowledge/letters.ts'

describe('letters of a cell', () => {
  it.each([
    ['RA', 'RA'],
    ['AR', 'RA'],
    ['R/A', 'RA'],
    ['R, A', 'RA'],
    ['R,A', 'RA'],
    ['R & A', 'RA'],
    ['R A', 'RA'],
    ['RA*', 'RA'],
    ['**RA**', 'RA'],
    ['(I)', 'I'],
    ['(R/A)', 'RA'],
    ['R (Build)', 'R'],
    ['R (automated), A (manual)', 'RA'],
    ['RA (1)', 'RA'],
    ['I [2]', 'I'],
    ['r', 'R'],
    ['a/r', 'RA'],
    ['S', 'S'],
    ['CI', 'CI'],
    ['Responsible', 'R'],
    ['Responsible, Accountable', 'RA'],
    ['Support', 'S'],
  ])('reads %s as %s', (cell, letters) => {
    expect(readLetters(cell)).toEqual({ letters: [...letters] })
  })

  it.each(['', ' ', '-', '–', '—', '/', 'N/A', 'n/a', 'NA', 'None', '--', '.'])('reads “%s” as nobody', (cell) => {
    expect(readLetters(cell)).toEqual({ letters: [] })
  })

  it.each(['D', 'RX', 'is', 'as', 'Customer', 'R or A', '✅', 'S3', 'AA', '()'])(
    'does not guess what %s means',
    (cell) => {
      expect(readLetters(cell)).toEqual({ letters: [], unknown: cell })
    },
  )

  it('is quick with a gigantic cell and quotes only its beginning', () => {
    expect(readLetters('RA '.repeat(400_000)).unknown).toHaveLength(60)
  })
})
