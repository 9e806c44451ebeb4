// A form of the conversation as a modal, and what came back of it.

import type { ViewOutput } from '@slack/bolt'
import type { InputBlock, KnownBlock, ModalView, Option } from '@slack/types'
import {
  type Field,
  type FieldOption,
  type Filled,
  FORM_NAMES,
  type Form,
  type FormName,
} from '../../../src/conversation/form.ts'
import { assertNever } from '../../../src/errors.ts'
import { FILLED_FORM } from '../names.ts'
import type { FormOrigin } from './ask-form.ts'
import { LIMITS } from './limits.ts'
import { quiet } from './sections.ts'
import { plain } from './text.ts'

/** The action id of every field: the block's id names it. */
const VALUE = 'value'
/** Options that are seen at once; more are opened. */
const RADIOS = 3
const TIME_LENGTH = 10

/** The form as a modal with all that was filled in; where it came from travels along. */
export function formView(form: Form, { channel, channelName, respondTo }: FormOrigin): ModalView {
  const origin: FormOrigin = {
    channel,
    ...(channelName ? { channelName } : {}),
    ...(respondTo ? { respondTo } : {}),
  }
  const { name, title, submit, subject, fields } = form
  return {
    type: 'modal',
    callback_id: `${FILLED_FORM}${name}`,
    title: plain(title, LIMITS.modalTitle),
    submit: plain(submit, LIMITS.modalButton),
    close: plain('Cancel', LIMITS.modalButton),
    private_metadata: JSON.stringify({ ...origin, ...(subject === undefined ? {} : { subject }) }),
    // Slack shows errors beside fields only in its own reply; a field that is new stands with its reason.
    blocks: fields.flatMap((field): readonly KnownBlock[] => [
      ...(field.error ? [quiet(field.error)] : []),
      inputOf(field),
    ]),
  }
}

function inputOf(field: Field): InputBlock {
  const { name, label, hint, optional } = field
  return {
    type: 'input',
    block_id: name,
    label: plain(label, LIMITS.inputLabel),
    ...(hint ? { hint: plain(hint, LIMITS.inputHint) } : {}),
    ...(optional ? { optional } : {}),
    element: elementOf(field),
  }
}

function elementOf(field: Field): InputBlock['element'] {
  switch (field.type) {
    case 'text': {
      const { value, limit, lines } = field
      const initial = value ? { initial_value: value.slice(0, limit) } : {}
      return {
        ...{ type: 'plain_text_input', action_id: VALUE, max_length: limit },
        ...(lines ? { multiline: true } : {}),
        ...initial,
      }
    }
    case 'day': {
      const { value = '' } = field
      return {
        type: 'datepicker',
        action_id: VALUE,
        ...(/^\d{4}-\d{2}-\d{2}$/u.test(value) ? { initial_date: value } : {}),
      }
    }
    case 'time': {
      // Slack's own picker offers half hours and hides that others can be typed.
      const initial = field.value ? { initial_value: field.value.slice(0, TIME_LENGTH) } : {}
      const placeholder = plain('22:00', LIMITS.placeholder)
      return { type: 'plain_text_input', action_id: VALUE, max_length: TIME_LENGTH, placeholder, ...initial }
    }
    case 'one': {
      const options = field.options.map(optionOf)
      const picked = options.find(({ value }) => value === field.value)
      const type = options.length <= RADIOS ? 'radio_buttons' : 'static_select'
      return { type, action_id: VALUE, options, ...(picked ? { initial_option: picked } : {}) }
    }
    case 'many': {
      const options = field.options.slice(0, LIMITS.selectOptions).map(optionOf)
      const picked = options.filter(({ value = '' }) => field.values.includes(value))
      // A few are picked faster where all are seen.
      const type = options.length <= LIMITS.boxes ? 'checkboxes' : 'multi_static_select'
      return { type, action_id: VALUE, options, ...(picked.length ? { initial_options: picked } : {}) }
    }
    default:
      return assertNever(field)
  }
}

function optionOf({ value, label }: FieldOption): Option & { readonly text: ReturnType<typeof plain> } {
  return { value, text: plain(label, LIMITS.optionText) }
}

/** What Slack sends of a field: one of these, by its kind. */
interface State {
  readonly value?: string | null
  readonly selected_date?: string | null
  readonly selected_option?: { readonly value?: string } | null
  readonly selected_options?: readonly { readonly value?: string }[]
}

/** What was typed and picked, by the names of the fields. */
export function readFilled({ state, blocks }: Pick<ViewOutput, 'state' | 'blocks'>): Filled {
  return Object.fromEntries(
    Object.entries(state.values).map(([name, block]) => {
      const now = pickedIn(Object.values(block)[0] ?? {})
      return [name, now.length ? now : untouched(blocks.find((one) => one.block_id === name))]
    }),
  )
}

function pickedIn({ value, selected_date, selected_option, selected_options }: State): string | readonly string[] {
  if (selected_options) return selected_options.flatMap((option) => option.value ?? [])
  return value ?? selected_date ?? selected_option?.value ?? ''
}

function isInput(block: ViewOutput['blocks'][number]): block is InputBlock {
  return block.type === 'input'
}

/** Slack sends no required field empty; a client that does has not sent what it shows and nobody touched. */
function untouched(block: ViewOutput['blocks'][number] | undefined): string | readonly string[] {
  if (!block || !isInput(block) || block.optional) return ''
  const { element } = block
  switch (element.type) {
    case 'plain_text_input':
      return element.initial_value ?? ''
    case 'datepicker':
      return element.initial_date ?? ''
    case 'radio_buttons':
    case 'static_select':
      return element.initial_option?.value ?? ''
    case 'checkboxes':
    case 'multi_static_select':
      return element.initial_options?.flatMap(({ value }) => value ?? []) ?? []
    default:
      return ''
  }
}

/** The form whose view has this callback id; undefined for any other view. */
export function formNamed(callbackId: string): FormName | undefined {
  return FORM_NAMES.find((name) => callbackId === `${FILLED_FORM}${name}`)
}

/** What the form is about; undefined where it begins something new. */
export function readSubject(metadata: string): string | undefined {
  const read: unknown = metadata ? JSON.parse(metadata) : undefined
  const subject: unknown = typeof read === 'object' && read !== null ? Reflect.get(read, 'subject') : undefined
  return typeof subject === 'string' ? subject : undefined
}
