import { describe, expect, it } from 'vitest'
import { MemoryConversationStore } from '../../adapters/storage/memory-conversation-store.ts'
import { renderText } from '../../src/answer/render-text.ts'
import { readChannelCommand } from '../../src/conversation/channel-command.ts'
import { createConversation } from '../../src/conversation/converse.ts'
import type { Setting } from '../../src/conversation/incoming.ts'
import { AppError } from '../../src/errors.ts'
import type { BindingStore } from '../../src/ports/binding-store.ts'
import type { ConversationMemory } from '../../src/ports/conversation-store.ts'
import { knowledge, rows } from '../answer/fixture-knowledge.ts'
import { MemoryBindings, MemoryRecords } from '../slack/memory-stores.ts'
import { scriptedResolver } from './scripted-resolver.ts'
import { headline } from './talk.ts'

const channel: Setting = { platform: 'teams', tenant: 'T', channel: 'C', user: 'U', conversation: 'teams/T/C' }
const questions = { 'who restores backups': [rows.restore], 'who notifies': [rows.manageIncidents, rows.notify] }

function talking(bindings: BindingStore = new MemoryBindings()) {
  const records = new MemoryRecords()
  const resolver = scriptedResolver({ questions })
  const conversations = new MemoryConversationStore()
  const given = {
    resolver,
    knowledge,
    conversations,
    bindings,
    questions: records,
    feedback: records,
    persons: records,
  }
  return { ...createConversation(given), resolver, records, conversations }
}

describe('commands of a channel', () => {
  const isProduct = (words: string) => words === 'email pro'

  it.each([
    ['bind email pro', { name: 'bind', words: 'email pro' }],
    ['/bind this channel to Email Pro', { name: 'bind', words: 'Email Pro' }],
    ['bind', { name: 'bind', words: '' }],
    ['UNBIND', { name: 'unbind' }],
    ['incident', { name: 'incident', words: '' }],
    ['incident on email pro', { name: 'incident', words: 'email pro' }],
    ['incident notification', undefined],
    ['who binds the domain', undefined],
    ['binding', undefined],
  ])('%s', (text, command) => {
    expect(readChannelCommand(text, isProduct)).toEqual(command)
  })

  it('are questions where there is no channel', async () => {
    const { converse, resolver } = talking()
    await converse({ platform: 'cli', conversation: 'one', text: 'incident' })
    expect(resolver.asked.map(({ question }) => question)).toEqual(['incident'])
  })
})

describe('a bound channel', () => {
  it('hands its product to every question, until it is unbound', async () => {
    const { converse, resolver } = talking()
    expect(headline(await converse({ ...channel, text: 'bind email pro' }))).toContain('now about Email Pro')
    await converse({ ...channel, text: 'who restores backups' })
    await converse({ ...channel, text: 'unbind' })
    await converse({ ...channel, text: 'who restores backups' })
    expect(resolver.asked.map(({ context }) => context?.product)).toEqual(['Email Pro', undefined])
  })

  it('is another for another tenant', async () => {
    const { converse, resolver } = talking()
    await converse({ ...channel, text: 'bind email pro' })
    await converse({ ...channel, tenant: 'other', text: 'who restores backups' })
    expect(resolver.asked.at(-1)?.context?.product).toBeUndefined()
  })

  it('answers all the same when the store is down, and says that binding did not work', async () => {
    const down = async () => {
      throw new AppError('down', 'The store cannot be reached.')
    }
    const { converse } = talking({ bind: down, find: down, unbind: down, clear: down })
    expect(headline(await converse({ ...channel, text: 'who restores backups' }))).toContain('OVHcloud does it')
    expect(headline(await converse({ ...channel, text: 'bind email pro' }))).toContain('The store cannot be reached.')
  })
})

describe('the incident card', () => {
  it('states only what the documents state, each part with its source', async () => {
    const card = renderText(await talking().incidentCard('email pro', channel))
    expect(card).toMatch(
      /^Incident on Email Pro\n\nWho manages incidents\n\n {2}Notify, qualify, and manage incidents/u,
    )
    expect(card).toContain('Who notifies\n\n  Notify incidents on the Exchange service with ticketing system')
    expect(card).toMatch(/Not found in the Email Pro document: how severity is defined;/u)
    expect(card.match(/Email Pro - Responsibility model, updated/gu)).toHaveLength(2)
  })

  it('shows severities and contacts of a communication document', async () => {
    const card = renderText(await talking().incidentCard('ox cloud', channel))
    expect(card).toContain('Severity 3')
    expect(card).toMatch(/Contacts[\s\S]*phone/iu)
  })
})

describe('the buttons of an answer', () => {
  it('refer to it, however much was said since', async () => {
    const { converse, share } = talking()
    await converse({ ...channel, answer: 'first', text: 'who notifies' })
    await converse({ ...channel, answer: 'second', text: 'who restores backups' })
    await converse({ ...channel, about: 'first', answer: 'third', action: { name: 'choose', value: rows.notify.id } })
    const chosen = await share({ ...channel, about: 'third' })
    expect(chosen?.question).toBe('who notifies')
    expect(chosen?.answer.items).toEqual([rows.notify])
    expect((await share({ ...channel, about: 'second' }))?.answer.items).toEqual([rows.restore])
    expect(await share({ ...channel, about: 'forgotten' })).toBeUndefined()
  })

  it('are found from another conversation, where the answer was shared', async () => {
    const { converse, share } = talking()
    await converse({ ...channel, answer: 'one', text: 'who restores backups' })
    expect((await share({ ...channel, conversation: 'teams/T/other', about: 'one' }))?.question).toBe(
      'who restores backups',
    )
  })
})

describe('what is kept about a person', () => {
  it('is theirs to see and to delete', async () => {
    const { converse, aboutPerson, forgetPerson } = talking()
    await converse({ ...channel, text: 'who restores backups' })
    await converse({ ...channel, text: 'who restores backups' })
    await converse({ ...channel, user: 'V', text: 'who notifies' })
    expect(await aboutPerson(channel)).toMatchObject({
      recent: [{ question: 'who restores backups' }],
      holdings: { questions: 2 },
    })
    expect(await forgetPerson(channel)).toBe('Deleted: 2 records about you.')
    expect(await forgetPerson(channel)).toBe('Nothing was kept about you.')
    expect((await aboutPerson({ ...channel, user: 'V' })).recent).toHaveLength(1)
  })

  it('is nothing where nobody is known', async () => {
    const { user: _nobody, ...setting } = channel
    const { aboutPerson, forgetPerson } = talking()
    expect(await aboutPerson(setting)).toEqual({ recent: [] })
    expect(await forgetPerson(setting)).toBe('Nothing is kept about you.')
  })
})

it('remembers with each exchange who spoke, so that it goes with them', async () => {
  const kept: unknown[] = []
  const conversations = {
    recall: async (): Promise<ConversationMemory | undefined> => undefined,
    remember: async (_name: string, _memory: ConversationMemory, person: unknown) => {
      kept.push(person)
    },
  }
  const { converse } = createConversation({ resolver: scriptedResolver({ questions }), knowledge, conversations })
  await converse({ ...channel, text: 'who restores backups' })
  expect(kept).toEqual([{ platform: 'teams', tenant: 'T', user: 'U' }])
})
