import { describe, expect, it } from 'vitest'
import { readStatuspage } from '../../adapters/sources/read-statuspage.ts'
import { config, fixture } from './fixture.ts'

const text = fixture('statuspage-upcoming.json')
const byGroup = config({ products: { '0xqlhdzkd9qm': ['Email Pro'], 'trusted exchange': ['Trusted Exchange'] } })

describe('a page with several components and updates', () => {
  it('tells the window with its products, times, announcement and newest words', () => {
    expect(readStatuspage(text, byGroup)).toEqual({
      problems: [],
      reports: [
        {
          source: 'web-cloud',
          key: 'w1miz4mkxpkf',
          products: ['Email Pro', 'Trusted Exchange'],
          title: '[EMAIL][ALL] - Upgrade of the storage layer',
          start: '2026-11-19T21:00:00.000Z',
          end: '2026-11-19T23:30:00.000Z',
          zone: 'Europe/Paris',
          kind: 'planned',
          state: 'scheduled',
          impact: 'The end has moved to 00:30 (CET). Mailboxes are read only for about 10 minutes, one at a time.',
          announcedAt: '2026-11-13T09:02:11.120Z',
          url: 'https://stspg.example.com/7lvpq1v8w5lp',
        },
      ],
    })
  })

  it.each([
    ['a component by its id', { '2f4bzw1k5yxh': ['A'] }, [['A']]],
    ['a component by its name in another case', { 'EMAIL PRO - webmail': ['A'] }, [['A']]],
    ['nothing of ours', { Backup: ['A'] }, []],
    ['all the rest', { 'Domain names': ['D'], '*': ['Rest'] }, [['Rest'], ['D']]],
  ])('maps %s', (_, products, expected) => {
    expect(readStatuspage(text, config({ products }))?.reports.map((report) => report.products)).toEqual(expected)
  })

  it('takes the zone that the operator says before the page’s', () => {
    expect(readStatuspage(text, { ...byGroup, zone: 'America/Toronto' })?.reports[0]?.zone).toBe('America/Toronto')
  })
})

const changed = (given: object) => {
  const page: { scheduled_maintenances: object[] } = JSON.parse(text)
  const [first] = page.scheduled_maintenances
  return readStatuspage(JSON.stringify({ ...page, scheduled_maintenances: [{ ...first, ...given }] }), byGroup)
}

describe('states', () => {
  it.each([
    ['scheduled', 'scheduled'],
    ['in_progress', 'in progress'],
    ['verifying', 'verifying'],
    ['completed', 'completed'],
    ['canceled', 'cancelled'],
  ])('%s is %s', (status, state) => {
    expect(changed({ status })?.reports[0]?.state).toBe(state)
  })
})

describe('what is wrong in one window leaves the others and is told', () => {
  it.each([
    [
      'a state nobody knows',
      { status: 'paused' },
      'window w1miz4mkxpkf: its status is paused, which nothing says how to read',
    ],
    [
      'a start without a zone',
      { scheduled_for: '2026-11-19 22:00' },
      'window 1: scheduled_for must be an ISO time with an offset',
    ],
    [
      'an end before the start',
      { scheduled_until: '2026-11-19T00:00:00Z' },
      'window w1miz4mkxpkf: it ends before it starts',
    ],
  ])('%s', (_, given, problem) => {
    expect(changed(given)).toEqual({ reports: [], problems: [problem] })
  })
})

describe('strangers’ words', () => {
  it('become one line without markup and control characters', () => {
    const incident_updates = [{ status: 'scheduled', body: '<p>No <b>webmail</b></p>\r\n\u202e\u0007 at all' }]
    expect(changed({ incident_updates })?.reports[0]?.impact).toBe('No webmail at all')
  })

  it('are cut, and a link that is no web address is left out', () => {
    const report = changed({ name: 'x'.repeat(5000), shortlink: 'javascript:alert(1)' })?.reports[0]
    expect(report?.title).toHaveLength(150)
    expect(report).not.toHaveProperty('url')
  })

  it('that say emergency make it one', () => {
    expect(changed({ name: 'Emergency patching' })?.reports[0]?.kind).toBe('emergency')
  })
})

it.each(['', '{', '[]', '{"page":{}}', '<html></html>', text.slice(0, 900)])('is no page: %j', (wrong) => {
  expect(readStatuspage(wrong, byGroup)).toBeUndefined()
})
