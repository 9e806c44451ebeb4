import { describe, expect, it } from 'vitest'
import { readActivity } from '../../adapters/teams/read-activity.ts'
import { readText } from '../../adapters/teams/read-text.ts'
import { BEN, BOT, mentionOf, type Payload, personal } from './activities.ts'

const NAMED = { id: BOT.id, name: 'Raci Bot' }
/** A person who is called what the bot is called. */
const NAMESAKE = { id: '29:1namesake', name: 'Raci' }

describe('the words of a message', () => {
  const cases: readonly (readonly [string, string | null, readonly object[], string])[] = [
    ['the mention first', '<at>Raci</at> who restores?', [mentionOf(BOT)], 'who restores?'],
    ['the mention last', 'who restores? <at>Raci</at>', [mentionOf(BOT)], 'who restores?'],
    ['the mention twice', '<at>Raci</at> who <at>Raci</at>', [mentionOf(BOT), mentionOf(BOT)], 'who'],
    ['one entity for two mentions', '<at>Raci</at> who <at>Raci</at>', [mentionOf(BOT)], 'who Raci'],
    [
      'somebody else',
      '<at>Raci</at> does <at>Ben Example</at>?',
      [mentionOf(BOT), mentionOf(BEN)],
      'does Ben Example ?',
    ],
    [
      'somebody else first',
      '<at>Ben Example</at> <at>Raci</at> hi',
      [mentionOf(BEN), mentionOf(BOT)],
      'Ben Example hi',
    ],
    ['a namesake', '<at>Raci</at> asks <at>Raci</at>', [mentionOf(NAMESAKE), mentionOf(BOT)], 'Raci asks'],
    [
      'a split mention',
      '<at>Raci</at>&nbsp;<at>Bot</at> who?',
      [mentionOf({ ...NAMED, name: 'Raci' }), mentionOf({ ...NAMED, name: 'Bot' })],
      'who?',
    ],
    ['an ampersand in the name, escaped', '<at>R&amp;D</at> who?', [mentionOf(BOT, '<at>R&amp;D</at>')], 'who?'],
    ['an ampersand in the name, bare', '<at>R&amp;D</at> who?', [mentionOf(BOT, '<at>R&D</at>')], 'who?'],
    ['signs of patterns in the name', '<at>R.*(C)$1</at> who?', [mentionOf(BOT, '<at>R.*(C)$1</at>')], 'who?'],
    ['an entity without its text', '<at>Raci</at> who?', [{ type: 'mention', mentioned: BOT }], 'who?'],
    ['a mention without markup', '@Raci who?', [mentionOf(BOT, '@Raci')], 'who?'],
    ['attributes', '<at id="0">Raci</at> who?', [mentionOf(BOT)], 'who?'],
    ['entities of text', '&lt;b&gt; &amp;lt; &quot;x&quot; &#8364; &#x1F600; &nbsp;y', [], '<b> &lt; "x" € 😀 y'],
    ['line ends', 'who<br>restores\r\n\r\n\r\nbackups', [], 'who\nrestores\nbackups'],
    ['a comparison', 'is 3 < 5 and 5 > 3', [], 'is 3 < 5 and 5 > 3'],
    ['no text', null, [mentionOf(BOT)], ''],
    ['code points that are none', '&#0;&#1114112;&#xD800;', [], '\ufffd'],
  ]
  it.each(cases)('%s', (_what, text, entities, expected) => {
    const body: Payload = personal('https://x/', text, { entities, attachments: [] })
    const activity = readActivity(body)
    expect(activity && readText(activity)).toBe(expected)
  })
})

describe('an activity', () => {
  it('of any other shape is none', () => {
    for (const body of [undefined, null, 5, 'x', [], {}, { type: 'message' }, { type: 5, serviceUrl: 'x' }]) {
      expect(readActivity(body)).toBeUndefined()
    }
  })

  it('with fields of other types has them not', () => {
    const odd = {
      text: 5,
      entities: 'x',
      attachments: [null, 5],
      membersAdded: [{ id: 5 }, 'x'],
      channelData: [],
      from: 7,
    }
    const activity = readActivity({ ...personal('https://x/', 'x'), ...odd })
    expect(activity).toMatchObject({ text: '', mentions: [], added: [], from: { id: '' } })
  })
})
