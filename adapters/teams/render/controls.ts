// Buttons and choice sets: what they carry, and how it comes back after hours and restarts.

import { ACTION_NAMES, type Action, type ActionName } from '../../../src/answer/answer.ts'
import { cut } from '../../../src/answer/text/plain.ts'
import type { ActionCall } from '../../../src/conversation/incoming.ts'
import { field, text } from '../read-json.ts'
import type { Execute, Submit } from './card.ts'

/** An option answers in place of its question; a next step answers below. */
export type Role = 'option' | 'next'

export interface Press {
  readonly role: Role
  readonly call: ActionCall
  /** The answer whose button it is. */
  readonly about: string
}

/** The input whose value is the chosen option of a choice set. */
export const CHOICE = 'choice'
/** What universal actions are called in their invoke. */
export const VERB = 'raci/choose'
/** Buttons say little on a phone. */
const TITLE = 40

/** Replaces the card in place; a client without universal actions submits the same. */
export function optionButton(action: Action | undefined, title: string, answer: string): Execute {
  const data = { raci: { role: 'option', about: answer, ...(action ? callOf(action) : {}) } }
  const tooltip = action ? { tooltip: cut(action.label, 75) } : {}
  const fallback: Submit = { type: 'Action.Submit', title, ...tooltip, data }
  return { type: 'Action.Execute', title, ...tooltip, verb: VERB, data, fallback }
}

/** What is only looked at opens in a dialog; by the actions' names. */
const LOOKED_AT: ReadonlySet<ActionName> = new Set(['section', 'product'])

/** Answers in a dialog what is only looked at, else in a message below; below as well where a client has no dialogs. */
export function nextButton(action: Action, answer: string): Submit {
  const dialog = LOOKED_AT.has(action.name) ? { msteams: { type: 'task/fetch' } } : {}
  const data = { ...dialog, raci: { role: 'next', about: answer, ...callOf(action) } }
  const tooltip = action.name === 'ask' ? { tooltip: cut(action.value, 75) } : {}
  return { type: 'Action.Submit', title: cut(action.label, TITLE) || 'Show', ...tooltip, data }
}

function callOf({ name, value }: Action): ActionCall {
  return { name, value }
}

/** The value of one choice. */
export function choiceOf({ name, value }: Action): string {
  return `${name}=${value}`
}

/** What was pressed; undefined for data that is not ours. */
export function readPress(data: unknown): Press | undefined {
  const about = text(data, 'raci', 'about')
  const role = text(data, 'raci', 'role')
  if (about === undefined || (role !== 'option' && role !== 'next')) return undefined
  const [, chosen, rest] = /^([a-z-]+)=(.*)$/su.exec(text(data, CHOICE) ?? '') ?? []
  const name = text(data, 'raci', 'name') ?? chosen
  const value = text(data, 'raci', 'value') ?? rest
  return isActionName(name) && value !== undefined ? { role, about, call: { name, value } } : undefined
}

/** True for data of ours, readable or not: a choice set sent without a choice is one. */
export function isOurs(data: unknown): boolean {
  return field(data, 'raci') !== undefined
}

function isActionName(name: string | undefined): name is ActionName {
  return ACTION_NAMES.some((one) => one === name)
}
