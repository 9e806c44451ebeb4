// A small matrix of a made-up publisher, for tests of lists: own section names, two sides, every sort of row.

import type { CommunicationRule } from '../../src/domain/communication-rule.ts'
import type { Document } from '../../src/domain/knowledge.ts'
import { type Activity, LETTERS } from '../../src/domain/raci.ts'
import { createConceptFinder } from '../../src/resolve/concepts.ts'
import { type ListFound, listRows } from '../../src/resolve/list.ts'
import { SECTIONS } from '../../src/resolve/vocabulary/sections.ts'
import { listed, VOCABULARY } from '../../src/resolve/vocabulary/vocabulary.ts'
import { plain, wordsOf } from '../../src/resolve/words.ts'

export const ROWS = `
1. Before subscription > 1.1. Scope | Choose the harbour | RA | I
1. Before subscription > 1.1. Scope | State the price | I | RA
2. Use > 2.1. Daily operations | Wash the decks | | RA
2. Use > 2.1. Daily operations | Feed the crew | RA |
2. Use > 2.1. Daily operations | Copy the logbook every night | A | R
2. Use > 2.2. Look-out | Watch the horizon | I | RA
2. Use > 2.2. Look-out | Keep the logbook | CI | RA
2. Use > 2.3. Storms and wrecks | Call the coastguard | RA | R
2. Use > 2.4. Refit | Paint the hull | C | RA
3. Leaving > 3.1. Handover | Return the keys | RA | I
3. Leaving > 3.2. Data destruction | Burn the charts | | RA`

const party = (name: string, cell: string) => ({
  party: name,
  cell,
  letters: LETTERS.filter((letter) => cell.includes(letter)),
})

export function matrix(text = ROWS, parties: readonly string[] = ['Client', 'Nautica']): Document {
  const entries = text
    .trim()
    .split('\n')
    .map((line, at): Activity => {
      const [path = '', activity = '', ...cells] = line.split('|').map((cell) => cell.trim())
      return {
        type: 'activity',
        id: `ship#${at}`,
        document: 'ship',
        product: 'Ferry',
        section: path.split(' > '),
        text: activity,
        assignments: parties.map((name, column) => party(name, cells[column] ?? '')),
        source: { document: 'ship', title: 'Ferry', line: at + 1 },
      } as Activity
    })
  return {
    id: 'ship',
    file: 'ship.md',
    title: 'Ferry',
    product: 'Ferry',
    aliases: [],
    provider: 'Nautica',
    kind: 'matrix',
    parties,
    entries,
  }
}

/** The rows of a list, by their first two words. */
export function listFor(question: string, documents: readonly Document[] = [matrix()]): readonly string[] {
  const rows = foundFor(question, documents)?.rows ?? []
  return rows.map((row) => (row.type === 'activity' ? row.text : row.quote).split(' ').at(-1) ?? '')
}

/** What a list question finds, with its scope. */
export function foundFor(question: string, documents: readonly Document[] = [matrix()]): ListFound | undefined {
  const words = wordsOf(plain(question))
  return listRows({
    text: words.join(' '),
    words: words.filter((word) => word !== 'ferry'),
    documents,
    sections: createConceptFinder([listed(SECTIONS)]),
    finder: createConceptFinder([VOCABULARY]),
    written: question,
  })
}

/** A communication document of the same publisher. */
export function signals(): Document {
  const rule = (path: string, quote: string, at: number): CommunicationRule => ({
    type: 'rule',
    id: `signals#${at}`,
    document: 'signals',
    product: 'Signals',
    section: path.split(' > '),
    quote,
    source: { title: 'Signals', line: at + 1 },
  })
  const entries = [
    rule('Flags', 'A red flag is a warning', 0),
    rule('Refit notice', 'A refit is announced a week ahead', 1),
    rule('Refit notice', 'Its end is announced too', 2),
    rule('Severities > Severity 1', 'The ship sinks', 3),
    rule('Severities > Severity 2', 'The ship leaks', 4),
    rule('Horn', 'The horn sounds before a refit', 5),
  ]
  return {
    ...matrix(),
    id: 'signals',
    file: 'signals.md',
    product: 'Signals',
    kind: 'communication',
    parties: [],
    entries,
  }
}
