// A conversation as a test reads it: what is typed or pressed, and the text that comes back.

import { MemoryConversationStore } from '../../adapters/storage/memory-conversation-store.ts'
import type { Answer } from '../../src/answer/answer.ts'
import { renderText } from '../../src/answer/render-text.ts'
import { createConversation } from '../../src/conversation/converse.ts'
import type { ActionCall, Setting } from '../../src/conversation/incoming.ts'
import type { Inside } from '../../src/conversation/inside.ts'
import { knowledge } from '../answer/fixture-knowledge.ts'
import { type Script, type Scripted, scriptedResolver } from './scripted-resolver.ts'

export interface Talk {
  readonly resolver: Scripted
  say(text: string, more?: Partial<Setting>): Promise<Answer>
  press(action: ActionCall, more?: Partial<Setting>): Promise<Answer>
}

export function talk(script: Script = {}, more: Partial<Inside> = {}): Talk {
  const resolver = scriptedResolver(script)
  const { converse } = createConversation({
    resolver,
    knowledge,
    conversations: new MemoryConversationStore(),
    ...more,
  })
  const setting: Setting = { platform: 'cli', conversation: 'one' }
  return {
    resolver,
    say: (text, change) => converse({ ...setting, ...change, text }),
    press: (action, change) => converse({ ...setting, ...change, action }),
  }
}

/** The first block's text. */
export function headline(answer: Answer): string {
  return renderText(answer).split('\n')[0] ?? ''
}

/** Titles of the options on offer. */
export function offered(answer: Answer): readonly string[] {
  return answer.blocks.flatMap((block) => (block.type === 'options' ? block.options.map(({ title }) => title) : []))
}
