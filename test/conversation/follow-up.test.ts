import { describe, expect, it } from 'vitest'
import { rows } from '../answer/fixture-knowledge.ts'
import { headline, talk } from './talk.ts'

const questions = {
  'who restores backups on email pro': [rows.restore],
  'who renews the certificate': [rows.split],
  'who notifies incidents': [rows.manageIncidents, rows.notify],
}

describe('another part of the same row', () => {
  it.each([
    ['and who is informed?', 'Customer is informed (I).'],
    ['who gets notified', 'Customer is informed (I).'],
    ['And who’s consulted??', 'The document names nobody as consulted (C).'],
    ['ok, and who is accountable for it?', 'OVHcloud is accountable, and does the work too (R, A).'],
    ['who does the work?', 'OVHcloud does it: responsible and accountable (R, A).'],
    ['do we have to?', 'No: OVHcloud does it, responsible and accountable (R, A).'],
    ['and are we informed?', 'Yes: Customer is informed (I).'],
    ['and us?', 'It is OVHcloud: responsible and accountable (R, A).'],
  ])('%s', async (text, start) => {
    const { say } = talk({ questions })
    await say('who restores backups on email pro')
    const answer = await say(text)
    expect(headline(answer)).toContain(start)
    expect(headline(answer).startsWith(start)).toBe(true)
    expect(answer.items).toEqual([rows.restore])
  })

  it('means the row that was chosen', async () => {
    const { say, press } = talk({ questions })
    await say('who notifies incidents')
    await press({ name: 'choose', value: rows.notify.id })
    expect((await say('and who is informed?')).items).toEqual([rows.notify])
  })

  it('means nothing after an answer that rested on nothing', async () => {
    const { say } = talk({ questions })
    await say('who restores backups on email pro')
    await say('who patches Nutanix')
    expect((await say('and who is informed?')).kind).toBe('unknown')
  })

  it.each(['', '??', 'thanks!'])('means the row before a message that asks nothing: %j', async (noise) => {
    const { say } = talk({ questions, noise: ['??', 'thanks!'] })
    await say('who restores backups on email pro')
    await say(noise)
    expect((await say('and who is informed?')).items).toEqual([rows.restore])
  })

  it.each(['and who is informed?', 'and the customer?'])('offers an open choice once more: %s', async (text) => {
    const { say } = talk({ questions })
    const choices = await say('who notifies incidents')
    expect(await say(text)).toMatchObject({ kind: 'choices', items: choices.items })
  })

  it('keeps what was asked for while a choice is open', async () => {
    const { say, press } = talk({ questions })
    await say('who notifies incidents')
    await say('and who is informed?')
    const answer = await press({ name: 'choose', value: rows.restore.id })
    expect(headline(answer)).toMatch(/^Customer is informed \(I\)/u)
  })

  it('stays within its conversation', async () => {
    const { say } = talk({ questions })
    await say('who restores backups on email pro')
    expect((await say('and who is informed?', { conversation: 'another' })).kind).toBe('unknown')
  })
})

describe('the part of a party in the same row', () => {
  it.each([
    ['and the customer?', 'Customer is informed (I). OVHcloud does it: responsible and accountable (R, A).'],
    ['what does the client do?', 'Customer is informed (I). OVHcloud does it: responsible and accountable (R, A).'],
    ['and OVHcloud?', 'OVHcloud does it: responsible and accountable (R, A). Customer is informed (I).'],
    ['what about ovh?', 'OVHcloud does it: responsible and accountable (R, A). Customer is informed (I).'],
  ])('%s', async (text, said) => {
    const { say } = talk({ questions })
    await say('who restores backups on email pro')
    const answer = await say(text)
    expect([headline(answer), answer.items]).toEqual([said, [rows.restore]])
  })

  it('is said to be blank where it is', async () => {
    const { say } = talk({ questions: { 'who manages backups': [rows.blank] } })
    await say('who manages backups')
    expect(headline(await say('and the customer?'))).toMatch(/^The document states no role for Customer\./u)
  })
})

describe('the same question on another product', () => {
  it('takes the row of the same words', async () => {
    const { say } = talk({ questions, elsewhere: [rows.restoreExchange] })
    await say('who restores backups on email pro')
    expect((await say('and on Trusted Exchange?')).items).toEqual([rows.restoreExchange])
  })

  it.each(['and on Public Cloud Instances?', 'what about public cloud instances', 'same for Public Cloud Instances'])(
    'asks again where the words differ: %s',
    async (text) => {
      const again = 'who restores backups on Public Cloud Instances'
      const { say, resolver } = talk({
        questions: { ...questions, [again]: [rows.restoreInstances] },
        elsewhere: [rows.restoreInstances],
      })
      await say('who restores backups on email pro')
      expect((await say(text)).items).toEqual([rows.restoreInstances])
      expect(resolver.asked.at(-1)?.question).toBe(again)
    },
  )

  it('is no wild guess: what only comes near is on offer', async () => {
    const { say } = talk({ questions, elsewhere: [rows.restoreInstances] })
    await say('who restores backups on email pro')
    const answer = await say('and on public cloud instances?')
    expect(answer.kind).toBe('unknown')
    expect(answer.blocks.find((block) => block.type === 'options')?.options[0]?.action.value).toBe(
      rows.restoreInstances.id,
    )
  })

  it('keeps what was asked about the row', async () => {
    const { say } = talk({ questions, elsewhere: [rows.restoreExchange] })
    await say('who restores backups on email pro')
    await say('and who is informed?')
    expect(headline(await say('and on trusted exchange?'))).toMatch(/^Customer is informed \(I\)/u)
  })
})

describe('a question of its own', () => {
  it.each(['and who renews the certificate', 'who is informed about incidents', 'what about backups', 'who', '??'])(
    'goes to the resolver with the row before it: %s',
    async (text) => {
      const { say, resolver } = talk({ questions })
      await say('who restores backups on email pro')
      await say(text)
      expect(resolver.asked.at(-1)).toEqual({ question: text, context: { previous: rows.restore } })
    },
  )
})
