import { describe, expect, it } from 'vitest'
import { ownPage, publisherLink } from '../../src/answer/links.ts'
import { emailPro, instances, oxCloud, row, rows, rule, trustedExchange } from './fixture-knowledge.ts'

const named = (text: string) => row(emailPro, { section: ['One'], text, cells: [] })
const page = emailPro.url

describe('the publisher’s page', () => {
  it.each([
    ['plain words', 'Realize backup recovery', `${page}#:~:text=Realize%20backup%20recovery`],
    ['the syntax of text directives', 'Add, delete & re-use', `${page}#:~:text=Add%2C%20delete%20%26%20re%2Duse`],
    ['other scripts', 'Gérer – 管理', `${page}#:~:text=G%C3%A9rer%20%E2%80%93%20%E7%AE%A1%E7%90%86`],
    ['half a surrogate pair', 'a\ud83db', `${page}#:~:text=a%EF%BF%BDb`],
  ])('marks %s', (_what, text, link) => {
    expect(publisherLink(named(text))).toBe(link)
  })

  it('keeps a fragment that the address has', () => {
    expect(publisherLink(rows.split)).toBe(`${trustedExchange.url}:~:text=Renew%20SSL%20certificate`)
  })

  it('keeps a query that the address has', () => {
    expect(publisherLink(rows.restoreInstances)).toContain(`${instances.url}#:~:text=`)
  })

  it('marks a long row by its beginning, whole words only', () => {
    const link = publisherLink(named('word '.repeat(300).trim())) ?? ''
    expect(link.length).toBeLessThan(400)
    expect(decodeURIComponent(link).endsWith('word')).toBe(true)
  })

  it('marks the first line of a rule', () => {
    const found = rule({ ...oxCloud, url: 'https://example.com/ox' }, ['One'], 'First line\nSecond line')
    expect(publisherLink(found)).toBe('https://example.com/ox#:~:text=First%20line')
  })

  it('is absent where nobody said it', () => {
    expect(publisherLink(rows.manyParties)).toBeUndefined()
  })
})

describe('our own page', () => {
  it.each([
    ['email-pro#incidents/restore', 'email-pro', '/documents/email-pro#incidents/restore'],
    ['a b&c#é/x', 'a b&c', '/documents/a%20b%26c#%C3%A9/x'],
    ['no-row', 'no-row', '/documents/no-row'],
  ])('%s', (id, document, path) => {
    expect(ownPage({ ...rows.restore, id, document })).toBe(path)
  })
})
