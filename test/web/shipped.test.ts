import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownPage } from '../../src/answer/links.ts'
import { examples } from '../../src/conversation/examples.ts'
import type { Inside } from '../../src/conversation/inside.ts'
import { startConsole } from './console.ts'
import { shippedInside } from './shipped.ts'

let inside: Inside
let served: Awaited<ReturnType<typeof startConsole>>

beforeAll(async () => {
  inside = await shippedInside()
  served = await startConsole(inside)
})

afterAll(async () => {
  expect(served.failures).toEqual([])
  await served.close()
})

const page = async (path: string) => (await fetch(served.url + path)).text()

describe('the shipped documents in the console', () => {
  it('every row and statement has one place that its link leads to', async () => {
    for (const document of inside.knowledge.documents) {
      const markup = await page(`/documents/${document.id}`)
      const ids = [...markup.matchAll(/\sid="([^"]+)"/gu)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const entry of document.entries) {
        const { pathname, hash } = new URL(ownPage(entry), served.url)
        expect([pathname, ids.includes(decodeURIComponent(hash.slice(1)))]).toEqual([`/documents/${document.id}`, true])
      }
    }
  })

  it('an example is offered for every product, as people type it, and each is answered at once', async () => {
    const offered = examples(inside)
    expect(offered).toHaveLength(inside.knowledge.documents.length)
    for (const [at, { product }] of inside.knowledge.documents.entries()) expect(offered[at]).toContain(product)
    for (const question of offered) {
      expect(await page('/')).toContain(`>${question}</a>`)
      expect([question, await page(`/?q=${encodeURIComponent(question)}`)]).toEqual([
        question,
        expect.stringMatching(/class="answer answer-(?:answer|list)"/u),
      ])
    }
  })

  it('a follow-up on another product keeps the part that was asked for last, as in a terminal', async () => {
    const carried = (markup: string) => {
      const fields = [...markup.matchAll(/type="hidden" name="(after|row|part)" value="([^"]*)"/gu)]
      return new URLSearchParams(fields.map(([, name = '', value = '']): [string, string] => [name, value]))
    }
    let markup = await page(`/?q=${encodeURIComponent('who restores backups on Email Pro')}`)
    for (const q of ['and who is informed?', 'and on Trusted Exchange?']) {
      const fields = carried(markup)
      fields.set('q', q)
      markup = await page(`/?${fields}`)
    }
    expect(markup).toContain('<p class="sentence" dir="auto">Customer is informed (I).')
    expect(markup).toContain('Trusted Exchange')
  })

  it('other products shows every row that somebody else holds', async () => {
    const row = inside.knowledge.documents
      .flatMap(({ entries }) => entries)
      .find(({ id }) => /^email-pro#.*backup-recovery/u.test(id))
    const markup = await page(`/?q=x&elsewhere=${encodeURIComponent(row?.id ?? '')}`)
    expect(markup).toContain('Customer does it (R, A)')
    expect(markup).toContain('OVHcloud does it (R); Customer accountable (A)')
  })

  it('a row asked for in its own words is there, nine in ten at least', async () => {
    const rows = inside.knowledge.documents.flatMap(({ entries }) =>
      entries.filter((entry) => entry.type === 'activity'),
    )
    const asked = rows.filter((_, at) => at % 7 === 0)
    const found = await Promise.all(
      asked.map(async (row) =>
        (await page(`/?q=${encodeURIComponent(`${row.text} on ${row.product}`)}`)).includes(`"${ownPage(row)}"`),
      ),
    )
    expect(found.filter(Boolean).length / asked.length).toBeGreaterThan(0.9)
  })
})
