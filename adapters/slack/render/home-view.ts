// The App Home: products covered, examples, one's own questions, and what is kept about one.

import type { Button, HomeView, KnownBlock } from '@slack/types'
import { countWords } from '../../../src/answer/compose-entries.ts'
import { counted, spokenDay } from '../../../src/answer/wording.ts'
import type { AboutPerson } from '../../../src/conversation/about-person.ts'
import type { Document } from '../../../src/domain/knowledge.ts'
import { HOME_CONTROLS } from '../names.ts'
import { actionId, blockId } from './controls.ts'
import { LIMITS } from './limits.ts'
import { quiet, sections } from './sections.ts'
import { plain } from './text.ts'

export interface Home {
  /** The home's own name, for its controls. */
  readonly answer: string
  readonly documents: readonly Document[]
  readonly examples: readonly string[]
  readonly about: AboutPerson
  /** What came of the last click. */
  readonly said?: string
}

/** Products shown with a button each; the rest are named. */
const PRODUCTS = 40
const QUESTIONS = 10

export function homeView(home: Home): HomeView {
  const blocks = [
    ...(home.said ? [...sections([home.said]), DIVIDER] : []),
    ...askBlocks(home),
    ...productBlocks(home),
    ...questionBlocks(home),
    ...keptBlocks(home),
  ]
  return { type: 'home', blocks: blocks.slice(0, LIMITS.viewBlocks) }
}

const DIVIDER: KnownBlock = { type: 'divider' }

function header(text: string): KnownBlock {
  return { type: 'header', text: plain(text, LIMITS.headerText) }
}

function askBlocks({ answer, examples }: Home): readonly KnownBlock[] {
  const form = button(actionId('own', HOME_CONTROLS.form), 'Ask a question', 'form')
  const asks = examples.map((example, at) => button(actionId('own', HOME_CONTROLS.again, at + 1), example, example))
  return [
    header('Who is responsible?'),
    ...sections(['Ask in your own words: here, with /raci in any channel, or by mentioning me.']),
    { type: 'actions', block_id: blockId('home', answer, 1), elements: [{ ...form, style: 'primary' }] },
    ...(asks.length
      ? [quiet('For example:'), { type: 'actions' as const, block_id: blockId('home', answer, 3), elements: asks }]
      : []),
  ]
}

function productBlocks({ answer, documents }: Home): readonly KnownBlock[] {
  const shown = documents.slice(0, PRODUCTS).map((document, at): KnownBlock => {
    const updated = document.updated ? `updated ${spokenDay(document.updated)}` : 'no date stated'
    return {
      type: 'section',
      block_id: blockId('home', answer, 100 + at),
      text: plain(`${document.product}: ${countWords(document.entries)}, ${updated}`, LIMITS.sectionText),
      accessory: {
        ...button(actionId('option', 'product', at), 'Show', document.product),
        accessibility_label: plain(`Show ${document.product}`, LIMITS.buttonText).text,
      },
    }
  })
  const rest = documents.slice(PRODUCTS).map((document) => document.product)
  return [header('Products covered'), ...shown, ...(rest.length ? sections([`And: ${rest.join(', ')}`]) : [])]
}

function questionBlocks({ answer, about }: Home): readonly KnownBlock[] {
  if (!about.recent.length) return [header('Your recent questions'), quiet('None yet.')]
  const asked = about.recent.slice(0, QUESTIONS).map(
    ({ question, askedAt }, at): KnownBlock => ({
      type: 'section',
      block_id: blockId('home', answer, 200 + at),
      text: plain(`${question} · ${spokenDay(askedAt.toISOString().slice(0, 10))}`, LIMITS.sectionText),
      accessory: button(actionId('own', HOME_CONTROLS.again, 100 + at), 'Ask again', question),
    }),
  )
  return [header('Your recent questions'), ...asked]
}

function keptBlocks({ answer, about: { holdings } }: Home): readonly KnownBlock[] {
  const title = header('What I keep about you')
  if (!holdings) return [title, quiet('I cannot look that up at the moment.')]
  const { questions, misses, conversations, digests, since } = holdings
  const lines = [
    `• ${questions} of your questions, ${misses} times “Not what I asked”, ${conversations} exchanges that buttons and follow-ups may refer to`,
    ...(digests
      ? [`• that you asked for the digest of ${counted(digests, 'channel')}, so that you can be told when one is gone`]
      : []),
    '• your Slack id only as a keyed hash or encrypted; no other messages, no names, no channel contents',
    '• while a question waits: the question and where to answer it, encrypted; deleted with the answer',
    ...(since ? [`• the oldest is of ${spokenDay(since.toISOString().slice(0, 10))}`] : []),
  ]
  const kept = questions + misses + conversations + digests > 0
  const forget: Button = {
    ...button(actionId('own', HOME_CONTROLS.forget), 'Delete all of it', 'forget'),
    style: 'danger',
    confirm: {
      title: plain('Delete what is kept?', LIMITS.confirmTitle),
      text: plain('Your questions, misses and exchanges with me are deleted for good.', LIMITS.confirmText),
      confirm: plain('Delete', LIMITS.confirmButton),
      deny: plain('Keep', LIMITS.confirmButton),
    },
  }
  const control: KnownBlock = { type: 'actions', block_id: blockId('home', answer, 2), elements: [forget] }
  return [title, ...sections(lines), ...(kept ? [control] : [])]
}

function button(id: string, label: string, value: string): Button {
  return {
    type: 'button',
    action_id: id,
    text: plain(label, LIMITS.buttonText),
    value: value.slice(0, LIMITS.buttonValue),
  }
}
