// "Not what I asked": the next candidates, and a record for those who keep the vocabulary.

import type { Answer } from '../answer/answer.ts'
import { composeOptions } from '../answer/compose-options.ts'
import { coveredWords } from '../answer/compose-unknown.ts'
import { contextOf, memoryOf } from './ask.ts'
import type { Setting } from './incoming.ts'
import type { Inside } from './inside.ts'
import { recall, remember, tolerated } from './memory.ts'
import { personOf } from './whereabouts.ts'

/** Options shown at once. */
const OPTIONS = 5

/** Other rows than those shown before; `question` is what the button carried. */
export async function miss(question: string, setting: Setting, inside: Inside): Promise<Answer> {
  const memory = await recall(setting, inside)
  const asked = memory?.question.startsWith(question) ? memory : undefined
  const full = asked?.question ?? question
  const resolution = inside.resolver.resolve(full, contextOf(setting, undefined, inside))
  const shown = new Set(asked?.shown ?? memoryOf(resolution).shown)
  const { platform, conversation } = setting
  const person = personOf(setting)
  const said = { platform, conversation, question: full, shown: [...shown], ...(person ? { person } : {}) }
  await tolerated(() => inside.feedback?.recordMiss(said))
  const others = resolution.evidence.map(({ entry }) => entry).filter((entry) => !shown.has(entry.id))
  const next = others.slice(0, OPTIONS)
  const { aspect } = resolution.reading
  await remember(setting, { question: full, aspect, shown: [...shown, ...next.map((entry) => entry.id)] }, inside)
  return next.length ? offer(next) : nothingElse(inside)
}

/** Names the product once where all are of one. */
function offer(next: Answer['items']): Answer {
  const products = new Set(next.map(({ product }) => product))
  const [only] = products.size === 1 ? products : []
  return {
    kind: 'choices',
    blocks: [
      {
        type: 'sentence',
        text: only === undefined ? 'Is it one of these?' : `Is it one of these? All are of ${only}.`,
      },
      { type: 'options', options: composeOptions(next, 'activity') },
    ],
    actions: [],
    items: next,
  }
}

function nothingElse({ knowledge }: Inside): Answer {
  return {
    kind: 'unknown',
    blocks: [
      {
        type: 'sentence',
        text: 'Nothing else in the loaded documents comes near. Try other words, or name the product.',
      },
      { type: 'note', text: coveredWords(knowledge) },
    ],
    actions: [],
    items: [],
  }
}
