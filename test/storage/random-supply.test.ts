import { expect, test } from 'vitest'
import { RandomSupply } from '../../adapters/storage/random-supply.ts'

test('hands out no bytes twice, over several drawings', () => {
  const supply = new RandomSupply(12)
  const pieces = Array.from({ length: 1_000 }, () => supply.next())
  expect(pieces.every((piece) => piece.length === 12)).toBe(true)
  expect(new Set(pieces.map((piece) => piece.toString('hex'))).size).toBe(1_000)
})

test('what was handed out stays as it is', () => {
  const supply = new RandomSupply(4)
  const first = supply.next()
  const before = first.toString('hex')
  for (let count = 0; count < 600; count += 1) supply.next()
  expect(first.toString('hex')).toBe(before)
})
