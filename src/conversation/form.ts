// A form as every platform with forms draws it, and what comes back filled in. Texts are plain, as in an Answer.

import type { Answer } from '../answer/answer.ts'
import type { Setting } from './incoming.ts'

export const FORM_NAMES = ['digest', 'maintenance'] as const
export type FormName = (typeof FORM_NAMES)[number]

/** One thing to pick; `value` comes back, 1 to 150 characters. */
export interface FieldOption {
  readonly value: string
  /** At most 75 characters are shown. */
  readonly label: string
}

interface FieldFrame {
  /** Unique in its form; comes back with what was filled in. */
  readonly name: string
  readonly label: string
  /** One quiet line on how to fill it in. */
  readonly hint?: string
  /** May be left empty. Default no. */
  readonly optional?: true
  /** Why it was not taken as it stands. */
  readonly error?: string
}

export type Field = FieldFrame &
  (
    | { readonly type: 'text'; readonly value?: string; readonly limit: number; readonly lines?: 'many' }
    /** ISO day. */
    | { readonly type: 'day'; readonly value?: string }
    /** `HH:MM` */
    | { readonly type: 'time'; readonly value?: string }
    | { readonly type: 'one'; readonly options: readonly FieldOption[]; readonly value?: string }
    /** `boxes` are all seen at once, a `list` is opened. */
    | {
        readonly type: 'many'
        readonly shown: 'boxes' | 'list'
        readonly options: readonly FieldOption[]
        readonly values: readonly string[]
      }
  )

export interface Form {
  readonly name: FormName
  /** At most 24 characters: the head of a modal. */
  readonly title: string
  /** What the button says, at most 24 characters. */
  readonly submit: string
  /** What it is about where it changes something that is there already; comes back. */
  readonly subject?: string
  readonly fields: readonly Field[]
}

/** What was typed and picked, by the field's name; a field that was left empty may be missing. */
export type Filled = Readonly<Record<string, string | readonly string[]>>

/** A form that was sent. */
export interface FormReturn extends Setting {
  readonly form: FormName
  readonly subject?: string
  /** Names this copy of the form: sending it again is the same again. */
  readonly copy: string
  readonly filled: Filled
}

/** Done, with what to say; or the form again, with all that was typed and the errors in their places. */
export type FormOutcome =
  | { readonly kind: 'done'; readonly answer: Answer }
  | { readonly kind: 'again'; readonly form: Form }

/** What was typed into the field; empty when nothing was. */
export function textIn(filled: Filled, name: string): string {
  const value = filled[name]
  return typeof value === 'string' ? value.trim() : (value?.[0] ?? '')
}

/** What was picked in the field, each once; a text counts as a list with commas. */
export function listIn(filled: Filled, name: string): readonly string[] {
  const value = filled[name] ?? []
  const all = typeof value === 'string' ? value.split(',') : value
  return [...new Set(all.map((one) => one.trim()).filter(Boolean))]
}

/** Products to pick from; where there are too many for a list, they are typed. */
export function productsField(products: readonly string[], picked: readonly string[], hint: string): Field {
  const loaded = [...new Set(products)]
  const options = loaded.map((product) => ({ value: product, label: product }))
  const list: Field = {
    name: 'products',
    label: 'Products',
    hint,
    type: 'many',
    shown: 'list',
    options,
    values: picked,
  }
  const isTooMuch = loaded.length > LISTED || loaded.some((product) => product.length > LONGEST_VALUE)
  return isTooMuch ? typedInstead(list) : list
}

/** A list as a line to type into; any other field as it is. */
export function typedInstead(field: Field): Field {
  if (field.type !== 'many' || field.shown !== 'list') return field
  const { shown: _list, options: _all, values, hint = '', ...frame } = field
  return {
    ...frame,
    hint: `${hint} Separate them with commas.`.trim(),
    type: 'text',
    limit: 500,
    value: values.join(', '),
  }
}

/** Slack's lists hold 100 options, of 150 characters each. */
const LISTED = 100
const LONGEST_VALUE = 150

/** The form with what was wrong beside the fields. */
export function withErrors(form: Form, errors: Readonly<Record<string, string | undefined>>): Form {
  const fields = form.fields.map((field): Field => {
    const error = errors[field.name]
    return error === undefined ? field : { ...field, error }
  })
  return { ...form, fields }
}
