import { describe, expect, it } from 'vitest'
import { readSourceList } from '../../adapters/sources/read-source-list.ts'
import { AppError } from '../../src/errors.ts'
import { raci } from '../contracts/raci.ts'

const page = {
  name: 'web-cloud',
  type: 'statuspage',
  url: 'https://status.example.com',
  products: { a: ['Email Pro'] },
}
const told = (text: string, taken?: readonly string[]) => {
  try {
    readSourceList(text, taken)
    return 'nothing'
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(error.message).toContain('MAINTENANCE_SOURCES')
    return error.forPerson
  }
}

it.each(['', '  ', '[]'])('reads %j as no sources', (text) => {
  expect(readSourceList(text)).toEqual([])
})

it('reads what knowledge/maintenance/*.yaml would say', () => {
  const calendar = {
    ...{ ...page, name: 'calendar', type: 'icalendar', zone: 'Europe/Paris' },
    'allow-private-redirects': true,
  }
  expect(readSourceList(JSON.stringify([page, calendar]))).toEqual([
    { ...page, allowPrivateRedirects: false },
    { ...page, name: 'calendar', type: 'icalendar', zone: 'Europe/Paris', allowPrivateRedirects: true },
  ])
})

describe('each fault is told with the source, the part and what to do', () => {
  const HOW = 'knowledge/README.md shows how a source is written.'
  it.each([
    ['no list', '{}', 'MAINTENANCE_SOURCES: it must be a list. Write it as [{"name"'],
    ['cut off', '[{"name":', 'MAINTENANCE_SOURCES: it ends too early. Mend it there;'],
    ['no JSON', '[{"name" 1}]', 'MAINTENANCE_SOURCES: it is no JSON from character 10 on. Mend it there;'],
    ['no object', '["web-cloud"]', 'MAINTENANCE_SOURCES: source 1: '],
    [
      'a missing part',
      JSON.stringify([page, { ...page, name: 'b', url: undefined }]),
      `source 2, url: is missing; ${HOW}`,
    ],
    ['a type', JSON.stringify([{ ...page, type: 'rss' }]), `source 1, type: must be statuspage or icalendar; ${HOW}`],
    [
      'an address',
      JSON.stringify([{ ...page, url: 'file:///etc' }]),
      `source 1, url: must be an http or https address; ${HOW}`,
    ],
    [
      'a zone',
      JSON.stringify([{ ...page, zone: 'Paris' }]),
      'source 1, zone: must be an IANA zone such as Europe/Paris; ',
    ],
    ['a part nobody knows', JSON.stringify([{ ...page, adress: 'x' }]), 'source 1: Unrecognized key: "adress"; '],
    ['a reserved name', JSON.stringify([{ ...page, name: 'chat' }]), 'source 1, name: must not be knowledge or chat'],
    ['a name given twice', JSON.stringify([page, page]), 'source 2, name: web-cloud is the name of source 1 too.'],
  ])('%s', (_, text, said) => {
    expect(told(text)).toContain(said)
  })

  it('a name that the folder has given away', () => {
    expect(told(JSON.stringify([page]), ['web-cloud'])).toContain(
      'source 1, name: knowledge/maintenance has a source web-cloud already. Name one of them otherwise.',
    )
  })

  it('all of them at once, a line each, without the addresses', () => {
    const secret = 'https://calendar.example.com/s3cret.ics'
    const lines = told(JSON.stringify([{ ...page, url: secret, type: 'x' }, { url: secret }])).split('\n')
    expect(lines.length).toBeGreaterThan(3)
    expect(lines.every((line) => line.startsWith('MAINTENANCE_SOURCES: source '))).toBe(true)
    expect(lines.join()).not.toContain('s3cret')
    expect(told(`[{"url":"${secret}" "x"}]`)).not.toContain('s3cret')
  })
})

describe('raci check', () => {
  it('says in its lines what is wrong in the variable', async () => {
    const ran = await raci(['check'], '', { MAINTENANCE_SOURCES: '[{"name":"web-cloud"}]' })
    expect(ran.status).toBe(1)
    expect(ran.err).toContain('MAINTENANCE_SOURCES: source 1, url: is missing;')
  })

  it('warns of a product that no document covers', async () => {
    const ran = await raci(['check'], '', {
      MAINTENANCE_SOURCES: JSON.stringify([{ ...page, products: { a: ['Nutanix'] } }]),
    })
    expect(`${ran.out}${ran.err}`).toContain('No document covers “Nutanix” (source web-cloud).')
  })
})
