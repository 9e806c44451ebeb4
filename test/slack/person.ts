// A person in front of the peer: types, presses, reads. Every payload of the bot is checked on the way.

import { expect } from 'vitest'
import { eventually, IDS, type LocalSlack, type PeerBlock, type PeerElement, type PeerMessage } from './local-slack.ts'
import { messageProblems, viewProblems } from './payload.ts'

/** The bot's messages that came after `act`, once there are `count` of them. */
export async function answersTo(
  peer: LocalSlack,
  channel: string,
  act: () => Promise<unknown>,
  count = 1,
): Promise<readonly PeerMessage[]> {
  const before = new Set((await botMessages(peer, channel)).map(({ ts }) => ts))
  await act()
  return eventually(async () => {
    const fresh = (await botMessages(peer, channel)).filter(({ ts }) => !before.has(ts))
    return fresh.length >= count ? fresh : undefined
  })
}

/** The one message that answers. */
export async function answerTo(peer: LocalSlack, channel: string, act: () => Promise<unknown>): Promise<PeerMessage> {
  const [answer] = await answersTo(peer, channel, act)
  if (!answer) throw new Error('no answer')
  return answer
}

export async function botMessages(peer: LocalSlack, channel: string): Promise<readonly PeerMessage[]> {
  return (await peer.messages(channel)).filter((message) => message.user === IDS.bot)
}

/** The message as it stands now, once `changed` holds. */
export function becomes(
  peer: LocalSlack,
  message: PeerMessage,
  changed: (now: PeerMessage) => boolean,
): Promise<PeerMessage> {
  return eventually(async () =>
    (await peer.messages(message.channel)).find((one) => one.ts === message.ts && changed(one)),
  )
}

export interface Found {
  readonly block: PeerBlock
  readonly element: PeerElement
}

/** The button with this label; an option's button stands beside its words. */
export function control(blocks: readonly PeerBlock[] | undefined, label: string): Found {
  for (const block of blocks ?? []) {
    for (const element of block.elements ?? []) if (labelOf(element) === label) return { block, element }
    const { accessory } = block
    if (accessory && (labelOf(accessory) === label || block.text?.text.startsWith(label)))
      return { block, element: accessory }
  }
  throw new Error(`no control ${label} among ${JSON.stringify(labels(blocks))}`)
}

/** What can be pressed. */
export function labels(blocks: readonly PeerBlock[] | undefined): readonly string[] {
  return (blocks ?? []).flatMap((block) => [
    ...(block.elements ?? []).filter(({ action_id }) => action_id).map(labelOf),
    ...(block.accessory ? [block.text?.text.split('\n')[0] ?? ''] : []),
  ])
}

/** Rich text stands a level deeper, and its lists another. */
function richText(element: PeerElement): string {
  return element.elements ? element.elements.map(richText).join('') : labelOf(element)
}

function labelOf({ type, text }: PeerElement): string {
  if (type === 'static_select') return 'select'
  return typeof text === 'string' ? text : (text?.text ?? '')
}

/** All that a person reads in the blocks. */
export function readBlocks(blocks: readonly PeerBlock[] | undefined): string {
  return (blocks ?? [])
    .flatMap((block) => [
      block.text?.text ?? '',
      ...(block.fields ?? []).map(({ text }) => text),
      ...(block.elements ?? []).filter(({ action_id }) => !action_id).map(richText),
    ])
    .filter(Boolean)
    .join('\n')
}

/** Every message, modal and home that the bot sent passes Slack's types and our table of limits. */
export async function expectSoundPayloads(peer: LocalSlack): Promise<void> {
  const sent = (await peer.log()).filter(({ direction, kind }) => direction === 'from_bot' && kind === 'web_api')
  for (const { summary, detail } of sent) {
    const payload = Object.fromEntries(Object.entries(typeof detail === 'object' && detail !== null ? detail : {}))
    if (summary.startsWith('chat.')) expect(messageProblems(payload), summary).toEqual([])
    if (summary.startsWith('views.')) {
      const view: unknown = payload.view
      expect(
        viewProblems(Object.fromEntries(Object.entries(typeof view === 'object' && view !== null ? view : {}))),
        summary,
      ).toEqual([])
    }
  }
  for (const channel of [IDS.incident, IDS.general]) {
    for (const { text, blocks } of await botMessages(peer, channel))
      expect(messageProblems({ text, blocks }), text).toEqual([])
  }
}
