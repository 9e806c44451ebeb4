// Every question that Raci shows as an example, on whatever documents are loaded, is one that it answers.

import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { folderKnowledgeSource } from '../../adapters/files/folder-knowledge-source.ts'
import { systemClock } from '../../adapters/observe/system-clock.ts'
import { askForm } from '../../adapters/slack/render/ask-form.ts'
import { homeView } from '../../adapters/slack/render/home-view.ts'
import { welcomeAnswer } from '../../adapters/teams/on-install.ts'
import manifest from '../../manifest/slack.json' with { type: 'json' }
import { renderText } from '../../src/answer/render-text.ts'
import { createConversation } from '../../src/conversation/converse.ts'
import type { Knowledge } from '../../src/domain/knowledge.ts'
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts'
import { createResolver } from '../../src/resolve/resolver.ts'

const read = new Map<string, Promise<Knowledge>>()

function load(folder: string): Promise<Knowledge> {
  const path = fileURLToPath(new URL(`../../${folder}`, import.meta.url))
  const loading = read.get(folder) ?? folderKnowledgeSource(path, readKnowledge, systemClock).load()
  read.set(folder, loading)
  return loading
}

async function conversationOver(folder: string, only?: string) {
  const read = await load(folder)
  const knowledge = { ...read, documents: read.documents.filter(({ id }) => only === undefined || id === only) }
  return { knowledge, conversation: createConversation({ knowledge, resolver: createResolver(knowledge) }) }
}

type Over = Awaited<ReturnType<typeof conversationOver>>

const ask = ({ conversation }: Over, text: string) =>
  conversation.converse({ platform: 'cli', conversation: 'one', text })

const SHIPPED = 'knowledge'
const FOLDERS = [SHIPPED, 'test/fixtures/kb-core', 'test/fixtures/kb-wide', 'test/fixtures/practice-documents']

describe('examples', () => {
  it.each(FOLDERS)(
    'of %s are about loaded products, each its own, and each is answered with rows or statements',
    async (folder) => {
      const over = await conversationOver(folder)
      const examples = over.conversation.examples()
      expect(examples.length).toBeGreaterThanOrEqual(3)
      expect(new Set(examples).size).toBe(examples.length)
      for (const example of examples) {
        const { kind, items } = await ask(over, example)
        expect([example, ['answer', 'list'].includes(kind), items.length > 0]).toEqual([example, true, true])
        expect(items.every(({ product }) => example.includes(product))).toBe(true)
      }
    },
  )

  it('of one product are several; of a document that no general question fits, one quotes a row', async () => {
    const [one] = (await conversationOver(SHIPPED)).knowledge.documents
    const single = await conversationOver(SHIPPED, one?.id)
    expect(single.conversation.examples()).toHaveLength(4)
    const { knowledge } = await conversationOver('test/fixtures/practice-documents')
    for (const { id, product, entries } of knowledge.documents.filter((_one, at) => at % 6 === 0)) {
      const over = await conversationOver('test/fixtures/practice-documents', id)
      const [first = ''] = over.conversation.examples()
      if (!entries.some(({ type }) => type === 'activity')) continue
      expect([product, (await ask(over, first)).items.length > 0]).toEqual([product, true])
    }
  })

  it('are none where nothing is loaded, and nothing is promised then', async () => {
    const nothing = await conversationOver(SHIPPED, 'no such document')
    expect(nothing.conversation.examples()).toEqual([])
    expect(renderText(await ask(nothing, 'help'))).not.toContain('For example')
    expect(renderText(nothing.conversation.hint())).toBe('Ask me who is responsible, or say “help”.')
  })

  it('are the same wherever they are shown: help, hint, App Home, form, welcome', async () => {
    const { knowledge, conversation } = await conversationOver('test/fixtures/kb-wide')
    const examples = conversation.examples()
    const [first = ''] = examples
    const help = await conversation.converse({ platform: 'cli', conversation: 'one', text: 'help' })
    expect(help.actions.map(({ value }) => value)).toEqual(examples)
    for (const example of examples) expect(`${renderText(help)}\n`).toContain(`- ${example}\n`)
    expect(renderText(conversation.hint())).toContain(`“${first}”`)
    const home = JSON.stringify(homeView({ answer: 'a', documents: [], examples, about: { recent: [] } }).blocks)
    for (const example of examples) expect(home).toContain(JSON.stringify(example))
    const form = askForm(
      knowledge.documents.map(({ product }) => product),
      { channel: '' },
      first,
    )
    expect(JSON.stringify(form)).toContain(first)
    expect(welcomeAnswer(examples).actions.map(({ value }) => value)).toEqual(examples.slice(0, 3))
  })

  it('the question of the manifest’s usage hint is answered by the shipped documents', async () => {
    const over = await conversationOver(SHIPPED)
    const [question = ''] = manifest.features.slash_commands[0]?.usage_hint.split(' | ') ?? []
    expect(question).toMatch(/^who /u)
    expect((await ask(over, question)).kind).toBe('answer')
  })
})
