// Conversations on the shipped documents with the real resolver: what a person says next, and what it means.

import { beforeAll, describe, expect, it } from 'vitest'
import { MemoryConversationStore } from '../../adapters/storage/memory-conversation-store.ts'
import { renderText } from '../../src/answer/render-text.ts'
import { createConversation } from '../../src/conversation/converse.ts'
import type { Inside } from '../../src/conversation/inside.ts'
import { shippedInside } from '../web/shipped.ts'

let inside: Inside
beforeAll(async () => {
  inside = await shippedInside()
})

/** Says one after the other; the answer to the last. */
async function after(...texts: readonly string[]) {
  const { converse } = createConversation({ ...inside, conversations: new MemoryConversationStore() })
  const answers = []
  for (const text of texts) answers.push(await converse({ platform: 'cli', conversation: 'one', text }))
  const answer = answers.at(-1)
  if (!answer) throw new Error('nothing was said')
  return { ...answer, text: renderText(answer) }
}

const products = ({ items }: { items: readonly { product: string }[] }) => [
  ...new Set(items.map(({ product }) => product)),
]
const restore = 'who restores backups on Public Cloud Instances'
const subscribe = 'what is ours to do before we subscribe to Email Pro'

describe('the product of the conversation', () => {
  it.each([
    ['choices', [restore]],
    ['a list', [subscribe]],
    ['a question back about nobody', [restore, 'and the customer?']],
    ['a message that means nothing', [restore, 'asdf qwer']],
    ['thanks', [restore, 'thanks!']],
  ])('outlasts %s', async (_what, before) => {
    const [product] = before.includes(restore) ? ['Public Cloud Instances'] : ['Email Pro']
    const answer = await after(...before, 'what about backups?')
    expect(products(answer)).toEqual([product])
    expect(answer.text).toContain(`Still about ${product}, as before.`)
  })

  it('ends with a product that is not loaded', async () => {
    expect((await after(restore, 'who patches Nutanix', 'what about backups?')).text).not.toContain('Still about')
  })
})

describe('after a list', () => {
  it.each([
    ['and in changes?', '3.2.2. Changes'],
    ['and OVHcloud?', '1. Before subscription'],
  ])('%s keeps product and what was asked', async (text, section) => {
    const answer = await after(subscribe, text)
    expect([answer.kind, products(answer)]).toEqual(['list', ['Email Pro']])
    for (const { section: path } of answer.items) expect(path.join(' > ')).toContain(section)
  })
})

describe('"why"', () => {
  it('explains an answer in whole words', async () => {
    const { text, kind } = await after('who renews the SSL certificate on Trusted Exchange', 'why?')
    expect(kind).toBe('help')
    expect(text).toContain(
      'Trusted Exchange: “Renew SSL certificate”: it has your words “renews”, “SSL” and “certificate”',
    )
  })

  it('explains choices, and leaves them open', async () => {
    const { text } = await after('who restores backups', 'why do you ask that?')
    expect(text).toContain('You named no product')
    const { converse } = createConversation({ ...inside, conversations: new MemoryConversationStore() })
    const say = (said: string) => converse({ platform: 'cli', conversation: 'one', text: said })
    const choices = await say('who is informed when backups are restored')
    await say('why')
    const [option] = choices.blocks.flatMap((block) => (block.type === 'options' ? block.options : []))
    if (!option) throw new Error('no option')
    const chosen = await converse({ platform: 'cli', conversation: 'one', action: option.action })
    expect(renderText(chosen)).toMatch(/^Customer is informed \(I\)/u)
  })

  it('explains a refusal', async () => {
    expect((await after('who patches Nutanix', 'why')).text).toContain('well enough to name anybody')
  })

  it('is a question like any other when nothing was said before', async () => {
    expect((await after('why')).kind).toBe('unknown')
  })
})

it('"raci products" is understood wherever it is typed', async () => {
  expect((await after('raci products')).text).toContain('products are covered')
})

describe('a yes or a no', () => {
  it.each([
    ['is it us who restores backups on Email Pro?', 'No: OVHcloud does it'],
    ['does OVHcloud restore backups on Email Pro?', 'Yes: OVHcloud does it'],
    ['do we have to renew the certificate on Trusted Exchange?', 'Partly: Customer is accountable (A)'],
    [
      'does the customer have to encrypt data on storage media on Email Pro',
      'No: the document states no role for Customer.',
    ],
    [
      "so the customer doesn't have to patch email pro, right?",
      'Yes, right: the document states no role for Customer.',
    ],
    ['so we are not informed of restores on email pro, right?', 'No: Customer is informed (I).'],
    ['do we not patch the OS on public cloud?', 'Yes: Customer does it'],
    ['is anyone consulted on restores on email pro?', 'No: the document names nobody as consulted (C).'],
    [
      'is OVH responsible for patching the OS on public cloud',
      'No: the document states no role for OVHcloud. Customer',
    ],
    ['is it us or OVH who restores backups on Email Pro?', 'It is OVHcloud'],
  ])('%s', async (question, start) => expect((await after(question)).text.startsWith(start)).toBe(true))

  it('is said of the same rows with a "not" in the question as without', async () => {
    const [plain, denied] = [
      await after('is the customer informed of restores on email pro?'),
      await after('is the customer not informed of restores on email pro?'),
    ]
    expect(denied.items.map(({ id }) => id)).toEqual(plain.items.map(({ id }) => id))
  })

  it('is said to the one of its row that is asked next', async () => {
    const answer = await after('who restores backups on Email Pro', 'are we informed?')
    expect(answer.text.startsWith('Yes: Customer is informed (I).')).toBe(true)
  })

  it('is not said to what was asked since', async () => {
    const answer = await after('is it us who restores backups on Email Pro?', 'and who is informed?')
    expect(answer.text.startsWith('Customer is informed (I).')).toBe(true)
  })
})

describe('after an answer about a row', () => {
  const asked = 'who restores backups on Email Pro'

  it.each([
    ['is OVH accountable?', 'Yes: OVHcloud is accountable'],
    ['is the customer accountable?', 'No: OVHcloud is accountable'],
    ['is anybody consulted?', 'No: the document names nobody as consulted (C).'],
    ['and OVH, accountable?', 'OVHcloud'],
    ['show the section', 'Email Pro, 3.2.1. Incidents: 3 activities.'],
    ['please show me the whole table', 'Email Pro: '],
    ['are you sure?', 'This fits “who restores backups on Email Pro” best'],
  ])('%s is about that row', async (text, start) => {
    expect((await after(asked, text)).text).toMatch(new RegExp(`^${RegExp.escape(start)}`, 'u'))
  })

  it.each(['no I mean on trusted exchange', 'on trusted exchange', 'sorry, and trusted exchange?'])(
    '%s asks the same of another product',
    async (text) => {
      const answer = await after(asked, text)
      expect([answer.kind, products(answer)]).toEqual(['answer', ['Trusted Exchange']])
    },
  )

  it('keeps what was asked last on another product, be its row called the same or not', async () => {
    const texts = [asked, 'and who is informed?', 'and on Trusted Exchange?']
    expect((await after(...texts)).text).toMatch(/^Customer is informed \(I\)/u)
    const other = await after(
      'who renews the certificate on Trusted Exchange',
      'who is consulted?',
      'and on Email Pro?',
    )
    expect(other.text).not.toMatch(/^It is/u)
  })

  it('says what can be asked of it where nothing was understood, and still knows it then', async () => {
    expect((await after(asked, 'blah')).text).toContain('you can ask: “and who is informed?”, “show the section”')
    expect((await after(asked, 'blah', 'and who is informed?')).text).toMatch(/^Customer is informed/u)
  })

  it('keeps it while the letters are explained', async () => {
    expect((await after(asked, 'what does RA mean?', 'and who is informed?')).text).toMatch(/^Customer is informed/u)
  })
})

it.each(['who is responsible for section 3.2.2 of email pro', 'what is in section 3.2.2 of Email Pro?'])(
  '%s shows that section',
  async (text) => {
    const answer = await after(text)
    expect(answer.kind).toBe('list')
    for (const { section } of answer.items) expect(section.join(' > ')).toContain('3.2.2. Changes')
  },
)

it('says of a question in another language that it cannot read it', async () => {
  const { kind, text } = await after('wer stellt backups bei email pro wieder her?')
  expect([kind, text.split('\n')[0]]).toEqual([
    'unknown',
    'I only read English questions, for example “who restores backups”.',
  ])
})
