// The message extension: search responsibilities from the compose box, pick one, a card is inserted; and
// "Who is responsible?" on somebody's message, looked at in a dialog and inserted from there.
// Source: Microsoft Learn, "Build message extensions" (bot based).

import { roleSentence } from '../../src/answer/role-sentence.ts'
import type { Entry } from '../../src/domain/knowledge.ts'
import type { InvokeReply, TeamsActivity } from './activity.ts'
import { cardOf, type Inner, newAnswerName } from './inner.ts'
import { placeOf, settingAt } from './place.ts'
import { objects, text } from './read-json.ts'
import { isNoise, readHtml } from './read-text.ts'
import type { AdaptiveCard, Submit } from './render/card.ts'
import { htmlEscaped } from './render/text.ts'
import { CARD_TYPE } from './sender.ts'
import { withoutControls } from './without-controls.ts'

const PREVIEW_TYPE = 'application/vnd.microsoft.card.thumbnail'
/** Teams shows 25 results at most; a person reads fewer. */
const RESULTS = 15

/** `composeExtension/query`: asked again at every pause in typing, so nothing of it is kept. */
export async function onQuery(activity: TeamsActivity, inner: Inner): Promise<InvokeReply> {
  const words = objects(activity.value, 'parameters').flatMap((one) =>
    // Opening the box is a query as well, without words.
    text(one, 'name') === 'initialRun' ? [] : (text(one, 'value') ?? []),
  )
  const query = words.join(' ').trim()
  if (isNoise(query)) return composed({ type: 'message', text: 'Type a product, or what has to be done.' })
  const items = await itemsFor(query, activity, inner)
  if (!items.length) return composed({ type: 'message', text: 'Nothing in the loaded documents comes near.' })
  return composed(results(items.slice(0, RESULTS).map(resultOf)))
}

/** A product's rows where the words begin with its name; else what answers them, else what is stated on what they name. */
async function itemsFor(query: string, activity: TeamsActivity, inner: Inner): Promise<readonly Entry[]> {
  const typed = `${query.toLowerCase()} `
  const names = inner.knowledge.documents.flatMap((document) => [document.product, ...document.aliases])
  const stated = inner.lookup.show(query)?.items ?? []
  if (names.some((name) => typed.startsWith(`${name.toLowerCase()} `))) return stated
  const { items } = await inner.lookup.converse({ ...lookupAt(activity), text: query })
  return items.length ? items : stated
}

/** `composeExtension/selectItem`: the picked row as a card. */
export async function onSelect(activity: TeamsActivity, inner: Inner): Promise<InvokeReply> {
  const id = text(activity.value, 'entry') ?? ''
  const call = { name: 'choose', value: id } as const
  return composed(results([cardAttachment(await looked({ ...lookupAt(activity), action: call }, inner))]))
}

/** `composeExtension/fetchTask`: the message as the question, the answer in a dialog. */
export async function onMessageCommand(activity: TeamsActivity, inner: Inner): Promise<InvokeReply> {
  const card = await looked({ ...lookupAt(activity), text: questionOf(activity) }, inner)
  const insert: Submit = { type: 'Action.Submit', title: 'Insert as a reply', data: { raci: { role: 'insert' } } }
  const value = {
    title: 'Who is responsible?',
    height: 'medium',
    width: 'medium',
    card: cardAttachment({ ...card, actions: [insert] }),
  }
  return { status: 200, body: { task: { type: 'continue', value } } }
}

/** `composeExtension/submitAction`: the answer goes into the compose box. */
export async function onInsert(activity: TeamsActivity, inner: Inner): Promise<InvokeReply> {
  const card = await looked({ ...lookupAt(activity), text: questionOf(activity) }, inner)
  return composed(results([cardAttachment(card)]))
}

type Asked = Parameters<Inner['lookup']['converse']>[0]

/** Buttons would answer in a chat that the bot may not be in: an inserted card has none. */
async function looked(asked: Asked, inner: Inner): Promise<AdaptiveCard> {
  return cardOf(withoutControls(await inner.lookup.converse(asked)), newAnswerName(), inner)
}

function lookupAt(activity: TeamsActivity) {
  const { channel: _notTheirs, ...setting } = settingAt(placeOf(activity), newAnswerName())
  return setting
}

function questionOf({ value }: TeamsActivity): string {
  return readHtml(text(value, 'messagePayload', 'body', 'content') ?? '')
}

/** The preview's title is plain text, its text is read as HTML. */
function resultOf(entry: Entry): object {
  const title = entry.type === 'activity' ? entry.text : (entry.section.at(-1) ?? entry.product)
  const detail = entry.type === 'activity' ? roleSentence(entry) : (entry.quote.split('\n')[0] ?? '')
  const tap = { type: 'invoke', value: { entry: entry.id } }
  const preview = { title: title.slice(0, 200), text: htmlEscaped(`${entry.product}: ${detail}`.slice(0, 300)), tap }
  return {
    contentType: PREVIEW_TYPE,
    content: preview,
    preview: { contentType: PREVIEW_TYPE, content: preview },
  }
}

function cardAttachment(card: AdaptiveCard): object {
  const preview = { title: 'Who is responsible?', text: card.speak.slice(0, 200) }
  return { contentType: CARD_TYPE, content: card, preview: { contentType: PREVIEW_TYPE, content: preview } }
}

function results(attachments: readonly object[]): object {
  return { type: 'result', attachmentLayout: 'list', attachments }
}

function composed(composeExtension: object): InvokeReply {
  return { status: 200, body: { composeExtension } }
}
