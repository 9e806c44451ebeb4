// Holds what is sent against Slack's types and our table of limits. Schemas know the structure, the table the
// numbers; both together are what Slack itself would have said.

import { charactersOf } from '../../adapters/slack/render/fit.ts'
import { LIMITS } from '../../adapters/slack/render/limits.ts'
import { validatorOf } from './schemas.ts'

type Json = Readonly<Record<string, unknown>>

const isBlock = validatorOf('blocks')
const isKnown = (block: unknown): boolean => isBlock(block) === true
const isView = validatorOf('view')

/** What Slack would refuse in a message; empty when nothing. */
export function messageProblems(message: Json): readonly string[] {
  const blocks = listed(message.blocks)
  const characters = blocks.reduce((sum, block) => sum + charactersOf(block), 0)
  return [
    ...(typeof message.text === 'string' && message.text.trim() ? [] : ['no text beside the blocks']),
    ...over('text', message.text, LIMITS.fallbackText),
    ...(blocks.length > LIMITS.messageBlocks ? [`${blocks.length} blocks`] : []),
    ...(characters > LIMITS.messageCharacters ? [`${characters} characters in blocks`] : []),
    ...rawMarkup('text', message.text),
    ...blocks.flatMap(blockProblems),
    ...twice(blocks),
    ...blocks.filter((block) => block.type === 'input').map(() => 'an input in a message'),
  ]
}

/** What Slack would refuse in a modal or home. */
export function viewProblems(view: Json): readonly string[] {
  const blocks = listed(view.blocks)
  const isModal = view.type === 'modal'
  return [
    ...(isView(view)
      ? []
      : (isView.errors ?? []).slice(0, 3).map((error) => `view${error.instancePath} ${error.message}`)),
    ...(blocks.length > LIMITS.viewBlocks ? [`${blocks.length} blocks`] : []),
    ...(blocks.length ? [] : ['no blocks']),
    ...(isModal ? over('title', textOf(view.title), LIMITS.modalTitle) : []),
    ...over('submit', textOf(view.submit), LIMITS.modalButton),
    ...over('close', textOf(view.close), LIMITS.modalButton),
    ...over('private_metadata', view.private_metadata, LIMITS.privateMetadata),
    ...over('callback_id', view.callback_id, LIMITS.callbackId),
    ...blocks.flatMap(blockProblems),
    ...twice(blocks),
  ]
}

function blockProblems(block: Json): readonly string[] {
  const shape = isKnown(block) ? [] : [`${String(block.type)}: not a block of Slack's types`]
  const elements = listed(block.elements)
  const own = [...over('block_id', block.block_id, LIMITS.blockId), ...allText(block)]
  switch (block.type) {
    case 'section':
      return [
        ...shape,
        ...own,
        ...over('section text', textOf(block.text), LIMITS.sectionText),
        ...(listed(block.fields).length > LIMITS.fields ? ['too many fields'] : []),
        ...listed(block.fields).flatMap((field) => over('field', field.text, LIMITS.fieldText)),
        ...(block.accessory ? elementProblems(record(block.accessory)) : []),
      ]
    case 'header':
      return [...shape, ...own, ...over('header', textOf(block.text), LIMITS.headerText)]
    case 'context':
      return [
        ...shape,
        ...own,
        ...(elements.length > LIMITS.contextElements || !elements.length
          ? [`${elements.length} context elements`]
          : []),
        ...elements.flatMap((element) => over('context', element.text, LIMITS.contextText)),
      ]
    case 'actions': {
      const ids = elements.map((element) => String(element.action_id))
      return [
        ...shape,
        ...own,
        ...(elements.length > LIMITS.actionElements || !elements.length ? [`${elements.length} actions`] : []),
        ...(new Set(ids).size < ids.length ? ['an action id twice in one block'] : []),
        ...elements.flatMap(elementProblems),
      ]
    }
    case 'input':
      return [
        ...shape,
        ...own,
        ...over('label', textOf(block.label), LIMITS.inputLabel),
        ...over('hint', textOf(block.hint), LIMITS.inputHint),
        ...elementProblems(record(block.element)),
      ]
    default:
      return [...shape, ...own]
  }
}

function elementProblems(element: Json): readonly string[] {
  const options = listed(element.options)
  return [
    ...over('action_id', element.action_id, LIMITS.actionId),
    ...over('button text', textOf(element.text), LIMITS.buttonText),
    ...over('button value', element.value, LIMITS.buttonValue),
    ...over('accessibility label', element.accessibility_label, LIMITS.buttonText),
    ...over('placeholder', textOf(element.placeholder), LIMITS.placeholder),
    ...optionCountProblems(element.type, options.length),
    ...(element.max_length === undefined || Number(element.max_length) <= LIMITS.inputLength ? [] : ['max_length']),
    ...(Array.isArray(element.initial_options) && !element.initial_options.length ? ['no initial options'] : []),
    ...options.flatMap((option) => [
      ...over('option text', textOf(option.text), LIMITS.optionText),
      ...over('option value', option.value, LIMITS.optionValue),
    ]),
    ...(element.confirm ? confirmProblems(record(element.confirm)) : []),
  ]
}

function optionCountProblems(type: unknown, count: number): readonly string[] {
  if (type === 'static_select' || type === 'multi_static_select')
    return count === 0 || count > LIMITS.selectOptions ? [`${count} options`] : []
  if (type === 'radio_buttons' || type === 'checkboxes')
    return count === 0 || count > LIMITS.boxes ? [`${count} boxes`] : []
  return []
}

function confirmProblems(confirm: Json): readonly string[] {
  return [
    ...over('confirm title', textOf(confirm.title), LIMITS.confirmTitle),
    ...over('confirm text', textOf(confirm.text), LIMITS.confirmText),
    ...over('confirm button', textOf(confirm.confirm), LIMITS.confirmButton),
    ...over('confirm button', textOf(confirm.deny), LIMITS.confirmButton),
  ]
}

/** Texts that Slack rejects when empty, and markup that is not ours. */
function allText(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(allText)
  if (typeof value !== 'object' || value === null) return []
  const own = record(value)
  const empty = typeof own.text === 'string' && own.text === '' ? ['an empty text'] : []
  const markup = own.type === 'mrkdwn' ? rawMarkup('mrkdwn', own.text) : []
  const emoji = own.type === 'plain_text' && own.emoji !== false ? ['plain text that turns :words: into emoji'] : []
  return [...empty, ...markup, ...emoji, ...Object.values(own).flatMap(allText)]
}

/** Our own markup is links with our labels and mentions in a context line; anything else in `<…>` is not ours. */
function rawMarkup(where: string, text: unknown): readonly string[] {
  if (typeof text !== 'string') return []
  const rest = text
    .replaceAll(
      /<https?:\/\/[^<>|\s]+\|(?:Open the document|In the console|Read on in the (?:document|console))>/gu,
      '',
    )
    .replaceAll(/<@[UW][A-Z0-9]+>/gu, where === 'mrkdwn' ? '' : '$&')
    .replaceAll(/&(?:amp|lt|gt);/gu, '')
  if (/[<>&]/u.test(rest)) return [`${where}: markup that is not ours: ${rest.slice(0, 80)}`]
  return where === 'mrkdwn' && /[*_~`]/u.test(rest) ? [`mrkdwn: formatting that is not ours: ${rest.slice(0, 80)}`] : []
}

function twice(blocks: readonly Json[]): readonly string[] {
  const ids = blocks.flatMap((block) => (typeof block.block_id === 'string' ? [block.block_id] : []))
  return new Set(ids).size < ids.length ? ['a block id twice'] : []
}

function over(what: string, text: unknown, limit: number): readonly string[] {
  return typeof text === 'string' && text.length > limit ? [`${what}: ${text.length} of ${limit}`] : []
}

function textOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? record(value).text : undefined
}

function listed(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(record) : []
}

function record(value: unknown): Json {
  return Object.fromEntries(Object.entries(typeof value === 'object' && value !== null ? value : {}))
}
