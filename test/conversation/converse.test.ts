import { describe, expect, it } from 'vitest'
import { renderText } from '../../src/answer/render-text.ts'
import { AppError } from '../../src/errors.ts'
import type { Miss } from '../../src/ports/feedback-store.ts'
import { knowledge, rows, rules } from '../answer/fixture-knowledge.ts'
import { headline, offered, talk } from './talk.ts'

const questions = {
  'who restores backups': [rows.restore, rows.restoreExchange],
  'restore on email pro': [rows.restore],
  'how early is maintenance announced': [rules.maintenance],
}

describe('asking', () => {
  it('hands the channel, its product and the row before to the resolver', async () => {
    const { say, resolver } = talk({ questions })
    await say('restore on email pro')
    await say('who knows', { channelName: 'inc-email-pro-0412', boundProduct: 'Email Pro' })
    expect(resolver.asked.at(-1)?.context).toEqual({
      channel: 'inc-email-pro-0412',
      product: 'Email Pro',
      previous: rows.restore,
    })
  })

  it('says why on request', async () => {
    const { say } = talk({ questions })
    const text = renderText(await say('restore on email pro', { explain: true }))
    expect(text).toContain('Why:')
    expect(text).toContain('1.00  Email Pro: Realize backup recovery [a word]')
  })

  it('answers while the store is down', async () => {
    const down = () => Promise.reject(new AppError('store: connection refused', 'The store is down.'))
    const { say, press } = talk({ questions }, { conversations: { recall: down, remember: down } })
    expect((await say('restore on email pro')).kind).toBe('answer')
    expect((await press({ name: 'choose', value: rows.restore.id })).kind).toBe('answer')
  })

  it('does not hide a bug of the store', async () => {
    const broken = () => Promise.reject(new TypeError('no such method'))
    const { say } = talk({ questions }, { conversations: { recall: broken, remember: broken } })
    await expect(say('restore on email pro')).rejects.toThrow(TypeError)
  })
})

describe('choosing', () => {
  it('answers with the row', async () => {
    const { say, press } = talk({ questions })
    const choices = await say('who restores backups')
    expect(choices.kind).toBe('choices')
    const answer = await press({ name: 'choose', value: rows.restoreExchange.id })
    expect(answer.items).toEqual([rows.restoreExchange])
    expect(answer.kind).toBe('answer')
  })

  it('shows a row whose holder an export lost, and says so', async () => {
    const { say, press } = talk({ questions })
    const answer = await press({ name: 'choose', value: rows.lost.id })
    expect(answer).toMatchObject({ kind: 'unknown', items: [rows.lost] })
    expect(headline(answer)).toMatch(/^The document’s export lost which party this is/u)
    expect((await say('and who is informed?')).items).toEqual([rows.lost])
  })

  it('answers with the rule', async () => {
    const answer = await talk().press({ name: 'choose', value: rules.phone.id })
    expect(renderText(answer)).toContain('Only for Severity 1 and Severity 2')
  })

  it('works without a memory of the question', async () => {
    expect((await talk().press({ name: 'choose', value: rows.split.id })).kind).toBe('answer')
  })

  it.each(['choose', 'section', 'elsewhere'] as const)('says that the row is gone: %s', async (name) => {
    const answer = await talk().press({ name, value: 'email-pro#gone/row' })
    expect(answer.kind).toBe('unknown')
    expect(headline(answer)).toBe(
      'That row is no longer in the loaded documents: they have changed since. Please ask again.',
    )
  })
})

describe('next steps', () => {
  it('shows the section of the row', async () => {
    const answer = await talk().press({ name: 'section', value: rows.restore.id })
    expect(headline(answer)).toBe('Email Pro, 3.2.1. Incidents: 3 activities.')
    expect(answer.items).toEqual([rows.manageIncidents, rows.notify, rows.restore])
  })

  it('shows the same activity on other products', async () => {
    const { press } = talk({ elsewhere: [rows.restoreExchange, rows.restoreInstances] })
    const answer = await press({ name: 'elsewhere', value: rows.restore.id })
    expect(offered(answer)).toEqual(['Trusted Exchange', 'Public Cloud Instances'])
  })

  it('says when no other product has it', async () => {
    const answer = await talk().press({ name: 'elsewhere', value: rows.restore.id })
    expect(headline(answer)).toBe('No other loaded product has a row like this one.')
  })

  it('is offered on every answer, within what a button carries', async () => {
    const { say } = talk({ questions: { [`long ${'x'.repeat(500)}`]: [rows.restore] } })
    const { actions } = await say(`long ${'x'.repeat(500)}`)
    expect(actions.map(({ name }) => name)).toEqual(['section', 'elsewhere', 'miss'])
    for (const { value, label } of actions) {
      expect(value.length).toBeLessThanOrEqual(300)
      expect(label.length).toBeLessThanOrEqual(75)
    }
  })
})

describe('"Not what I asked"', () => {
  const ranked = [rows.notify, rows.manageIncidents, rows.blank, rows.domain, rows.sizing, rows.lost, rows.split]

  it('brings the next candidates, each time others, until none is left', async () => {
    const { say, press } = talk({ questions, ranked })
    await say('restore on email pro')
    const miss = { name: 'miss', value: 'restore on email pro' } as const
    expect((await press(miss)).items).toEqual(ranked.slice(0, 5))
    expect((await press(miss)).items).toEqual(ranked.slice(5))
    expect(headline(await press(miss))).toMatch(/^Nothing else in the loaded documents comes near/u)
  })

  it('finds them again without a memory, from what the button carries', async () => {
    const { press } = talk({ questions, ranked })
    const answer = await press({ name: 'miss', value: 'restore on email pro' })
    expect(answer.items).toEqual(ranked.slice(0, 5))
  })

  it('is recorded with what was shown', async () => {
    const misses: Miss[] = []
    const feedback = { recordMiss: async (miss: Miss) => void misses.push(miss) }
    const { say, press } = talk({ questions, ranked }, { feedback })
    await say('restore on email pro')
    await press({ name: 'miss', value: 'restore on email pro' })
    expect(misses).toEqual([
      { platform: 'cli', conversation: 'one', question: 'restore on email pro', shown: [rows.restore.id] },
    ])
  })
})

describe('commands', () => {
  it.each(['help', ' Help ', '?', '/help'])('%s', async (text) => {
    const answer = await talk().say(text)
    expect(answer.kind).toBe('help')
    expect(renderText(answer)).toContain('Products covered: Email Pro')
  })

  it('lists the products, each to be opened', async () => {
    const { say, press } = talk()
    const answer = await say('products')
    expect(offered(answer)).toEqual(knowledge.documents.map(({ product }) => product))
    const opened = await press({ name: 'product', value: 'OX Cloud' })
    expect(headline(opened)).toBe('OX Cloud: 3 statements.')
  })

  it.each([
    ['show email pro', 'Email Pro: 12 activities.'],
    ['show EmailPro incidents', 'Email Pro, 3.2.1. Incidents: 3 activities.'],
    ['show me the email pro 3.2', 'Email Pro, 3.2. Event management: 3 activities.'],
    ['show email pro 3.2.', 'Email Pro, 3.2. Event management: 3 activities.'],
    ['show ox cloud', 'OX Cloud: 3 statements.'],
    ['show me incidents on Email Pro', 'Email Pro, 3.2.1. Incidents: 3 activities.'],
    ['show the incident section of email pro', 'Email Pro, 3.2.1. Incidents: 3 activities.'],
    ['show 3.2 of email pro', 'Email Pro, 3.2. Event management: 3 activities.'],
    ['show me the whole email pro matrix', 'Email Pro: 12 activities.'],
    ['show the raci for email pro, please', 'Email Pro: 12 activities.'],
  ])('%s', async (text, start) => {
    expect(headline(await talk().say(text))).toBe(start)
  })

  it('names the sections where the section is unknown', async () => {
    const text = renderText(await talk().say('show email pro catering'))
    expect(text).toContain('Email Pro has no section “catering”. Its sections:')
    expect(text).toContain('3. Service usage > 3.2. Event management > 3.2.1. Incidents')
  })

  it.each(['show me who restores backups', 'show nothing known', 'help me restore a backup', 'products of email pro'])(
    'is a question: %s',
    async (text) => {
      const { say, resolver } = talk()
      await say(text)
      expect(resolver.asked.map(({ question }) => question)).toEqual([text])
    },
  )
})
