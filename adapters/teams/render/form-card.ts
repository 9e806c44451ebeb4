// A form of the conversation as a card with inputs, and what came back of it.

import { cut } from '../../../src/answer/text/plain.ts'
import {
  type Field,
  type Filled,
  FORM_NAMES,
  type Form,
  type FormName,
  type FormReturn,
  typedInstead,
} from '../../../src/conversation/form.ts'
import { assertNever } from '../../../src/errors.ts'
import { field, objects, text } from '../read-json.ts'
import type { AdaptiveCard, ChoiceSet, Element, Execute, Submit } from './card.ts'
import { optionButton } from './controls.ts'
import { bytesOf, CARD_BYTES } from './fit-card.ts'
import { escaped, words } from './text.ts'

/** What sending a form is called in its invoke. */
export const FILL_VERB = 'raci/fill'
/** Choices that are seen at once; more are opened. */
const SEEN = 3
const CHOICE_LENGTH = 100

/** The form as a card with all that was filled in; `copy` names this copy of it. */
export function formCard(form: Form, copy: string): AdaptiveCard {
  const card = drawn(form, copy)
  // Names of hundreds of products are more than a message can be: then they are typed.
  return bytesOf(card) <= CARD_BYTES ? card : drawn({ ...form, fields: form.fields.map(typedInstead) }, copy)
}

function drawn(form: Form, copy: string): AdaptiveCard {
  const { title, fields } = form
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: escaped(title),
    speak: title,
    body: [words(title, { weight: 'Bolder', size: 'Medium' }), ...fields.flatMap(fieldElements)],
    actions: [sendButton(form, copy), closeButton(copy)],
  }
}

function sendButton({ name, submit, subject, fields }: Form, copy: string): Execute {
  const lists = fields.flatMap((one) => (one.type === 'many' ? [one.name] : []))
  const data = { raci: { role: 'form', form: name, copy, lists, ...(subject === undefined ? {} : { subject }) } }
  const fallback: Submit = { type: 'Action.Submit', title: submit, data }
  return { type: 'Action.Execute', title: submit, verb: FILL_VERB, data, fallback }
}

/** Empty fields keep nobody from closing the form. */
function closeButton(copy: string): Execute {
  const close = optionButton({ name: 'confirm', value: 'keep', label: 'Close without keeping anything' }, 'Close', copy)
  return { ...close, associatedInputs: 'none', fallback: { ...close.fallback, associatedInputs: 'none' } }
}

function fieldElements(one: Field): readonly Element[] {
  return [
    inputOf(one),
    ...(one.hint ? [words(one.hint, { isSubtle: true }, { spacing: 'Small' })] : []),
    ...(one.error ? [words(one.error, { color: 'Attention', weight: 'Bolder' }, { spacing: 'Small' })] : []),
  ]
}

function inputOf(one: Field): Element {
  const required = one.optional ? {} : ({ isRequired: true, errorMessage: `${one.label}: this is needed.` } as const)
  const frame = { id: one.name, label: one.label, ...required }
  switch (one.type) {
    case 'text': {
      const value = one.value ? { value: one.value.slice(0, one.limit) } : {}
      const lines = one.lines ? ({ isMultiline: true } as const) : {}
      return { type: 'Input.Text', ...frame, maxLength: one.limit, ...lines, ...value }
    }
    case 'day':
      return { type: 'Input.Date', ...frame, ...(one.value ? { value: one.value } : {}) }
    case 'time':
      return { type: 'Input.Time', ...frame, ...(one.value ? { value: one.value } : {}) }
    case 'one':
      return { ...choiceSet(frame, one), ...(one.value ? { value: packed(one.value) } : {}) }
    case 'many': {
      const value = one.values.length ? { value: one.values.map(packed).join(',') } : {}
      return { ...choiceSet(frame, one), style: 'expanded', isMultiSelect: true, ...value }
    }
    default:
      return assertNever(one)
  }
}

function choiceSet(
  frame: Pick<ChoiceSet, 'id' | 'label'>,
  { options }: Extract<Field, { readonly options: unknown }>,
): ChoiceSet {
  const choices = options.map(({ value, label }) => ({ title: cut(label, CHOICE_LENGTH), value: packed(value) }))
  return {
    type: 'Input.ChoiceSet',
    ...frame,
    style: choices.length > SEEN ? 'compact' : 'expanded',
    wrap: true,
    choices,
  }
}

/** Teams puts commas between values: those inside are spelt out. */
function packed(value: string): string {
  return value.replaceAll('%', '%25').replaceAll(',', '%2C')
}

function unpacked(value: string): string {
  return value.replaceAll('%2C', ',').replaceAll('%25', '%')
}

export type Returned = Pick<FormReturn, 'form' | 'subject' | 'copy' | 'filled'>

/** The form that was sent; undefined for data that is none. */
export function readReturned(data: unknown): Returned | undefined {
  const form = formNamed(text(data, 'raci', 'form'))
  const copy = text(data, 'raci', 'copy')
  if (text(data, 'raci', 'role') !== 'form' || form === undefined || copy === undefined) return undefined
  const subject = text(data, 'raci', 'subject')
  return { form, copy, filled: filledIn(data), ...(subject === undefined ? {} : { subject }) }
}

function formNamed(name: string | undefined): FormName | undefined {
  return FORM_NAMES.find((one) => one === name)
}

function filledIn(data: unknown): Filled {
  const lists = new Set(objects(data, 'raci', 'lists'))
  const inputs = Object.entries(typeof data === 'object' && data !== null ? data : {}).filter(([id]) => id !== 'raci')
  return Object.fromEntries(
    inputs.map(([id]) => {
      const value = text(data, id) ?? String(field(data, id) ?? '')
      return [id, lists.has(id) ? value.split(',').filter(Boolean).map(unpacked) : unpacked(value)]
    }),
  )
}
