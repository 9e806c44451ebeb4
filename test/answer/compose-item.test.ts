import { describe, expect, it } from 'vitest'
import { composeItem } from '../../src/answer/compose-item.ts'
import { emailPro, row, rows, rules } from './fixture-knowledge.ts'

describe('the item of --json', () => {
  it('is the row with the document’s own letters, in its own order', () => {
    expect(JSON.stringify(composeItem(rows.restore))).toBe(
      '{"document":"email-pro","product":"Email Pro",' +
        '"section":"3. Service usage > 3.2. Event management > 3.2.1. Incidents",' +
        '"activity":"Realize backup recovery","assignments":{"Customer":"I","OVHcloud":"RA"},' +
        '"source":{"title":"Email Pro - Responsibility model",' +
        '"url":"https://docs.example.com/en/email-pro/responsibility-model","updated":"2022-11-17","line":124}}',
    )
  })

  it('keeps a blank cell as a blank cell', () => {
    expect(composeItem(rows.blank)).toMatchObject({ assignments: { Customer: '', OVHcloud: 'RA' } })
  })

  it('names no holder where the export lost it', () => {
    expect(composeItem(rows.lost)).toMatchObject({ assignments: {}, lost: ['RA'] })
  })

  it('is the quote for a rule', () => {
    const item = composeItem(rules.maintenance)
    expect(item).toMatchObject({
      quote: rules.maintenance.quote,
      source: { title: 'OX Cloud communication', line: 60 },
    })
    expect(item).not.toHaveProperty('activity')
  })

  it('takes any name of a party for a name', () => {
    const odd = row(
      { ...emailPro, parties: ['__proto__', 'constructor'] },
      { section: [], text: 'x', cells: ['R', 'A'] },
    )
    expect(JSON.stringify(composeItem(odd))).toContain('"assignments":{"__proto__":"R","constructor":"A"}')
  })
})
