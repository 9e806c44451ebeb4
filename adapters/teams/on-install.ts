// The app comes and goes: a welcome once, and nothing kept of a place it was removed from.

import type { Answer } from '../../src/answer/answer.ts'
import type { TeamsActivity } from './activity.ts'
import { type Inner, newAnswerName, postAnswer } from './inner.ts'
import { placeOf } from './place.ts'

/** Teams tells of an installation twice, as an update of the conversation and of the installation. */
export function onInstall(activity: TeamsActivity, inner: Inner): void {
  if (isRemoval(activity)) inner.backlog.start(() => inner.references.remove(activity))
  else if (isArrival(activity)) welcome(activity, inner)
}

/** True when it is the bot itself that was taken away. */
export function isRemoval({ type, action, removed, recipient, event }: TeamsActivity): boolean {
  if (type === 'installationUpdate') return action === 'remove'
  return type === 'conversationUpdate' && (event === 'channelDeleted' || removed.includes(recipient.id))
}

function isArrival({ type, action, added, recipient }: TeamsActivity): boolean {
  if (type === 'installationUpdate') return action === 'add'
  return type === 'conversationUpdate' && added.includes(recipient.id)
}

function welcome(activity: TeamsActivity, inner: Inner): void {
  const place = placeOf(activity)
  const run = () => postAnswer(place, welcomeAnswer(inner.conversation.examples()), newAnswerName(), inner)
  inner.backlog.start(async () => {
    await inner.guard({ id: 'welcome', place, run })
  })
}

/** Three examples, each to be tried at once. */
export function welcomeAnswer(examples: readonly string[]): Answer {
  const shown = examples.slice(0, 3)
  return {
    kind: 'help',
    blocks: [
      { type: 'sentence', text: 'I answer who is responsible, from your responsibility documents.' },
      { type: 'lines', lines: ['Ask in your own words, for example:', ...shown.map((example) => `- ${example}`)] },
      { type: 'note', text: 'In a channel or group chat, mention me first. “help” says what else I can do.' },
    ],
    actions: shown.map((example) => ({ name: 'ask', value: example, label: example })),
    items: [],
  }
}
