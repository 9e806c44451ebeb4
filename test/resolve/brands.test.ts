// Names of products that their own rows hold too, and headings that are numbered in other ways.

import { describe, expect, it } from 'vitest'
import { createResolver } from '../../src/resolve/resolver.ts'
import { read } from '../knowledge/reading.ts'
import { shown } from './shipped.ts'

const TILL = `# Tilla POS

| Activity | Shop | Tilla |
|---|---|---|
| Connect the Tilla till to the internet | RA | |
| Exchange a faulty card terminal | I | RA |
| Update the Tilla software | I | RA |
`
const DESK = `# Quillo Desk

## Stage A: Survey

| Activity | Client | Quillo | Partner |
|---|---|---|---|
| Describe the support teams | RA | | C |

## Stage B: Launch

| Activity | Client | Quillo | Partner |
|---|---|---|---|
| Move tickets over from the old tool | A | C | R |
| Train the agents | C | | RA |
| Open the tenant | I | RA | |

### B2 Alarms

| Activity | Client | Quillo | Partner |
|---|---|---|---|
| Choose who is woken up | RA | | |
| Deliver the messages of an alarm | I | RA | |
`
const resolver = createResolver(read({ 'tilla-pos.md': TILL, 'quillo-desk.md': DESK }))

describe('a brand', () => {
  it.each([
    ['who swaps the broken card reader, tilla?', 'Tilla POS'],
    ['the Verifone pinpad beside our Tilla register is dead, who gives us a new one?', 'Tilla POS'],
    ['quillo: are we meant to bring the old tickets over?', 'Quillo Desk'],
  ])('names its product though its own rows hold it: %s', (question, product) => {
    expect(resolver.resolve(question).reading.products).toEqual([product])
  })

  it('of another maker before the rest of a name is another product', () => {
    expect(resolver.resolve('who exchanges faulty Shopify POS card readers?')).toMatchObject({
      kind: 'unknown',
      reason: 'product-not-covered',
    })
  })
})

describe('a heading', () => {
  it.each([
    ['show me the full list for alarms on quillo desk', 2],
    ['everything in the launch stage of quillo desk and who does it', 5],
    ['after the survey: all tasks of stage B on quillo desk please', 5],
  ])('is named by its words, whatever numbers it: %s', (question, count) => {
    expect(shown(resolver.resolve(question))).toHaveLength(count)
  })

  it('limits what is asked of a party', () => {
    expect(
      shown(resolver.resolve("what work is on the Partner's plate during the launch phase of quillo desk")),
    ).toEqual(['Quillo Desk: Move tickets over from the old tool', 'Quillo Desk: Train the agents'])
  })
})
