import { beforeAll, describe, expect, it } from 'vitest'
import { renderText } from '../../src/answer/render-text.ts'
import { createConversation } from '../../src/conversation/converse.ts'
import type { Inside } from '../../src/conversation/inside.ts'
import { twoQuestions } from '../../src/conversation/two-questions.ts'
import { shippedInside } from '../web/shipped.ts'

describe('two questions in one message', () => {
  it.each([
    ['who restores backups on Email Pro and who patches it', 'who restores backups on Email Pro', 'who patches it'],
    ['who renews the certificate? who restores backups?', 'who renews the certificate', 'who restores backups'],
    ['On Email Pro, who restores backups and who sizes it', 'On Email Pro, who restores backups', 'who sizes it'],
  ])('%s', (text, first, second) => expect(twoQuestions(text)).toEqual([first, second]))

  it.each([
    'who restores backups and who is informed',
    'who restores backups and who is accountable for it?',
    'who restores and tests backups',
    'not sure who to ask. who restores backups?',
    'the person who left restored backups, who does it now',
  ])('%s is one', (text) => expect(twoQuestions(text)).toBeUndefined())
})

describe('the answer to two questions', () => {
  let inside: Inside
  beforeAll(async () => {
    inside = await shippedInside()
  })
  const said = async (text: string) => {
    const answer = await createConversation(inside).converse({ platform: 'cli', conversation: 'one', text })
    return { text: renderText(answer), rows: answer.items.map((item) => (item.type === 'activity' ? item.text : '')) }
  }

  it('is a row for each', async () => {
    const { rows } = await said('who restores backups on Email Pro and who patches it')
    expect(rows).toEqual(['Realize backup recovery', expect.stringContaining('patches')])
  })

  it('says which it answers where one has none', async () => {
    const { text, rows } = await said('who restores backups on Email Pro and who waters the plants')
    expect(rows).toEqual(['Realize backup recovery'])
    expect(text).toContain('Ask “who waters the plants” on its own.')
  })
})
