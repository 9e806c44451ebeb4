// One answer of each kind that a card is drawn for, from the shipped documents and from the fixtures that are hard.

import type { Answer } from '../../src/answer/answer.ts'
import { createConversation } from '../../src/conversation/converse.ts'
import { createResolver } from '../../src/resolve/resolver.ts'
import { answers } from '../answer/resolutions.ts'
import { knowledge } from './bot.ts'

/** By what they show. */
export async function shownAnswers(): Promise<Readonly<Record<string, Answer>>> {
  const conversation = createConversation({ resolver: createResolver(knowledge), knowledge })
  const setting = { platform: 'teams', conversation: 'c' } as const
  const say = (text: string) => conversation.converse({ ...setting, text })
  const [answer, choices, list, unknown, section, incident, help] = await Promise.all([
    say('who restores backups on email pro'),
    say('who restores backups'),
    say('what is ours to do before we subscribe to trusted exchange'),
    say('who patches Nutanix'),
    say('show email pro incidents'),
    conversation.incidentCard('email pro', setting),
    say('help'),
  ])
  const [option] = choices.blocks.flatMap((block) => (block.type === 'options' ? block.options : []))
  const many = option ? Array.from({ length: 12 }, (_, at) => ({ ...option, title: `${option.title} (${at})` })) : []
  const choiceSet: Answer = {
    ...choices,
    blocks: [
      { type: 'sentence', text: 'Which one?' },
      { type: 'options', options: many },
    ],
  }
  return { answer, choices, 'choice set': choiceSet, list, unknown, section, incident, help, ...answers }
}
