import { expect, it } from 'vitest'
import { createConversation } from '../../src/conversation/converse.ts'
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts'
import { createResolver } from '../../src/resolve/resolver.ts'

const table = `# Refunds - RACI

| Activity | Support desk | Finance | Legal | All team leads |
|---|---|---|---|---|
| Refund a customer | R | A | I | C |
| Approve refund exceptions | C | RA | I | I |
`
const knowledge = readKnowledge([{ name: 'refunds.md', bytes: new TextEncoder().encode(table) }], {
  now: new Date('2026-11-01'),
})
const { converse } = createConversation({ knowledge, resolver: createResolver(knowledge) })
const say = (text: string) => converse({ platform: 'cli', conversation: 'one', text })

it.each(['what is ours to do on refunds', 'what do we have to do on refunds'])(
  '%s asks which of four parties somebody is',
  async (text) => {
    const { blocks } = await say(text)
    expect(blocks[0]).toEqual({ type: 'sentence', text: 'Which party are you?' })
    const options = blocks.flatMap((block) => (block.type === 'options' ? block.options : []))
    expect(options.map(({ title }) => title)).toEqual(['Support desk', 'Finance', 'Legal', 'All team leads'])
    for (const { action } of options)
      expect((await converse({ platform: 'cli', conversation: 'one', action })).kind).toBe('list')
  },
)

it('asks that of nobody who asks for something else', async () => {
  expect(JSON.stringify((await say('write me a poem about refunds')).blocks)).not.toContain('Which party')
})
