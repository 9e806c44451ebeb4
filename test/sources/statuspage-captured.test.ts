// Structures that real pages answered with; test/fixtures/maintenance/README.md says where they were seen.

import { describe, expect, it } from 'vitest'
import { readGroups, readStatuspage } from '../../adapters/sources/read-statuspage.ts'
import { statuspageSource } from '../../adapters/sources/statuspage-source.ts'
import type { MaintenanceWindow } from '../../src/domain/maintenance.ts'
import { mergeReports } from '../../src/domain/maintenance-merge.ts'
import { config, fixture } from './fixture.ts'
import { body, startSourceServer, status } from './source-server.ts'

interface Page {
  readonly scheduled_maintenances: readonly Readonly<
    Record<string, unknown> & { incident_updates: readonly unknown[] }
  >[]
}

const updates = fixture('statuspage-updates.json')
const older = fixture('statuspage-2017.json')
const ovhcloud = fixture('statuspage-ovhcloud.json')
const parsed = (text: string): Page => JSON.parse(text)
const readOf = (text: string, products: Parameters<typeof config>[0] = {}) => readStatuspage(text, config(products))
const everything = { products: { '*': ['Email Pro'] } }

/** The first window as its page showed it when it had that many updates. */
function at(count: number, text: string, state: string): string {
  const page = parsed(text)
  const [window] = page.scheduled_maintenances
  const incident_updates = window?.incident_updates.slice(-count)
  return JSON.stringify({ ...page, scheduled_maintenances: [{ ...window, status: state, incident_updates }] })
}

describe('a window with four updates', () => {
  const told = (text: string) => readOf(text, everything)?.reports[0]

  it('is in the state that the page says, and was announced with its first word', () => {
    expect(readOf(updates, everything)?.problems).toEqual([])
    expect(told(updates)).toMatchObject({
      state: 'completed',
      announcedAt: '2021-06-29T07:14:25.286Z',
      start: '2021-08-11T14:00:00.000Z',
      end: '2021-08-13T14:00:00.000Z',
      zone: 'Etc/UTC',
    })
  })

  it('keeps the words of its plan through the page’s own: the reminder, the beginning, the end', () => {
    const plan =
      'During these hours we take away signing in by address parameters. What to do instead stands in our notes.'
    for (const count of [1, 2, 3, 4]) expect(told(at(count, updates, 'scheduled'))?.impact).toBe(plan)
  })

  it('makes one window with a history, taken in as its page went on', () => {
    const steps = ['scheduled', 'scheduled', 'in_progress', 'completed'] as const
    let known: readonly MaintenanceWindow[] = []
    for (const [index, state] of steps.entries()) {
      const reports = readOf(at(index + 1, updates, state), everything)?.reports ?? []
      known = mergeReports(known, { source: 'web-cloud', reports }, `2021-08-1${index + 1}T15:00:00.000Z`).windows
    }
    expect(known).toHaveLength(1)
    expect(known[0]?.history.map(({ kind, at: learned }) => [kind, learned.slice(0, 10)])).toEqual([
      ['added', '2021-08-11'],
      ['started', '2021-08-13'],
      ['completed', '2021-08-14'],
    ])
    expect(known[0]?.announcedAt).toBe('2021-06-29T07:14:25.286Z')
  })
})

describe('a window whose components were exchanged', () => {
  it('touches what it lists now, not what an earlier update named', () => {
    const products = { API: ['Email Pro'], Notices: ['OX Cloud'] }
    expect(readOf(updates, { products })?.reports.map(({ products: ours }) => ours)).toEqual([['Email Pro']])
  })

  it('says what its author said, not what the page says by itself', () => {
    expect(readOf(updates, { products: { API: ['Email Pro'] } })?.reports[0]?.impact).toBe(
      'End your sessions before it begins.',
    )
  })
})

describe('two components and three updates, as pages were in 2017', () => {
  it('are read with their times, their state and no impact but what somebody wrote', () => {
    const read = readOf(older, { products: { Mailboxes: ['Email Pro'], Webmail: ['Trusted Exchange'] } })
    expect(read).toEqual({
      problems: [],
      reports: [
        {
          ...{ source: 'web-cloud', key: 'o7y3g9k2m5sd', products: ['Email Pro', 'Trusted Exchange'] },
          ...{ title: 'Storage maintenance - 06/24', kind: 'planned', state: 'completed', zone: 'UTC' },
          ...{ start: '2017-06-25T04:00:00.000Z', end: '2017-06-25T12:30:00.000Z' },
          ...{ announcedAt: '2017-06-23T17:57:37.141Z', url: 'http://stspg.example.com/f4wq0s8' },
        },
      ],
    })
  })

  it.each([
    ['a component’s id', { cmp5webmail0: ['A'] }],
    ['the group’s id', { grp1email000: ['A'] }],
  ])('map by %s', (_, products) => {
    expect(readOf(older, { products })?.reports).toMatchObject([{ products: ['A'] }])
  })
})

describe('affected components', () => {
  const without = (affected: unknown, components: unknown = []) => {
    const page = parsed(updates)
    const [window] = page.scheduled_maintenances
    const incident_updates = window?.incident_updates.map((update) =>
      typeof update === 'object' ? { ...update, affected_components: affected } : update,
    )
    return JSON.stringify({ ...page, scheduled_maintenances: [{ ...window, components, incident_updates }] })
  }
  const named = (name: string) => [{ code: 'c0mp', name, old_status: 'operational', new_status: 'operational' }]
  const productsOf = (text: string, products: Record<string, readonly string[]>) =>
    readOf(text, { products })?.reports.flatMap((report) => report.products) ?? []

  it.each([
    ['by id', named('Webmail'), { c0mp: ['A'] }],
    ['by name', named('Webmail'), { webmail: ['A'] }],
    ['by the group before the name', named('Email - Webmail'), { Email: ['A'] }],
    ['by the name after the group', named('Email - Webmail'), { Webmail: ['A'] }],
    ['by a group with a hyphen of its own', named('Compute - Instance - GRA1'), { 'Compute - Instance': ['A'] }],
    ['by id, in the shape of 2017', [{ c0mp: 'Webmail' }], { c0mp: ['A'] }],
    ['by name, in the shape of 2017', [{ c0mp: 'Webmail' }], { Webmail: ['A'] }],
  ])('stand for the components where a page lists none: %s', (_, affected, products) => {
    expect(productsOf(without(affected), products)).toEqual(['A'])
    expect(productsOf(without(affected, null), products)).toEqual(['A'])
  })

  it('name the group of a listed component', () => {
    const text = without(named('Email - Webmail'), [{ id: 'c0mp', name: 'Webmail', group_id: 'g1' }])
    expect(productsOf(text, { Email: ['A'] })).toEqual(['A'])
  })

  it.each([[null], [[]], ['nonsense'], [[{ name: 'No components were affected by this update.' }]], [[{ code: 1 }]]])(
    'that say nothing are no fault: %j',
    (affected) => {
      const components = [{ id: 'c0mp', name: 'Webmail' }, 'nonsense', { id: 7 }]
      expect(readOf(without(affected, components), { products: { Webmail: ['A'] } })).toMatchObject({
        problems: [],
        reports: [{ products: ['A'] }],
      })
    },
  )
})

describe('a page of OVHcloud', () => {
  const products = {
    'Collaborative solutions || MX Plan': ['MX Plan'],
    EmailPro: ['Email Pro'],
    Zimbra: ['Zimbra'],
    eu011: ['CloudDB'],
  }

  it('maps by the groups’ names: the same component name stands in several', () => {
    expect(readOf(ovhcloud, { products })?.reports.map((one) => [one.products, one.state])).toEqual([
      [['MX Plan'], 'scheduled'],
      [['CloudDB'], 'scheduled'],
      [['MX Plan', 'Zimbra'], 'in progress'],
    ])
  })

  it('tells the impact that the notification’s form says, and nothing where the page speaks by itself', () => {
    expect(readOf(ovhcloud, { products })?.reports.map(({ impact }) => impact)).toEqual([
      'Mailboxes cannot be reached for 40 minutes within this time.',
      'None',
      undefined,
    ])
  })

  it('is read over its lists, which do not name groups, with the names of components.json', async () => {
    const page = parsed(ovhcloud)
    const lists = JSON.stringify({ page: {}, scheduled_maintenances: page.scheduled_maintenances })
    const server = await startSourceServer((request, response) =>
      body(request.url?.endsWith('components.json') ? ovhcloud : lists)(request, response),
    )
    const source = statuspageSource(config({ url: server.url, products }))
    const reading = await source.read('2026-10-08T19:30:00.000Z')
    expect(reading).toMatchObject({
      batch: { reports: [{ products: ['MX Plan'] }, {}, { products: ['MX Plan', 'Zimbra'] }] },
    })
    // Where the list of components is missing, components are still found by their own names and ids.
    server.reply = (request, response) =>
      (request.url?.endsWith('components.json') ? status(404) : body(lists))(request, response)
    const other = statuspageSource(config({ url: server.url, products: { ...products, zbaccess0001: ['Zimbra'] } }))
    expect(await other.read('2026-10-08T19:30:00.000Z')).toMatchObject({
      kind: 'read',
      batch: { reports: [{ products: ['CloudDB'] }, { products: ['Zimbra'] }] },
    })
    await server.close()
  })

  it('has groups only where it lists components', () => {
    expect([...readGroups(ovhcloud).values()][0]).toEqual(['grpmxplan001', 'Collaborative solutions || MX Plan'])
    for (const text of ['', '[]', '{"components":null}', updates]) expect(readGroups(text).size).toBe(0)
  })
})
