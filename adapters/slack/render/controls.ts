// Buttons and selects: what they carry, and how it comes back after hours and restarts.

import { createHash } from 'node:crypto'
import { ACTION_NAMES, type Action, type ActionName } from '../../../src/answer/answer.ts'
import { LIMITS } from './limits.ts'

/**
 * Where an answer stands, because Slack's payload of a click does not always say: `private` one person sees it
 * (ephemeral), `open` a channel or thread, `direct` a direct message, `home` the App Home.
 */
export const SURFACES = ['private', 'open', 'direct', 'home'] as const
export type Surface = (typeof SURFACES)[number]

/** An option answers in place of its question; a next step answers below; the others are Slack's own. */
export type Role = 'option' | 'next' | 'share' | 'own'

export interface Control {
  readonly role: Role
  readonly name: string
}

/** `option:choose:3`; unique within its message by the position. */
export function actionId(role: Role, name: string, at = 0): string {
  return `${role}:${name}:${at}`
}

/** What a pressed control is; undefined for one that is not ours. */
export function readActionId(id: string): Control | undefined {
  const [, role, name = ''] = /^(option|next|share|own):([a-z-]+):\d+$/u.exec(id) ?? []
  return role === 'option' || role === 'next' || role === 'share' || role === 'own' ? { role, name } : undefined
}

/** Every action id of ours, for Bolt to listen on. */
export const OUR_ACTIONS = /^(?:option|next|share|own):[a-z-]+:\d+$/u

export function isActionName(name: string): name is ActionName {
  return ACTION_NAMES.some((one) => one === name)
}

/** `private.AnSw3r.2`: the surface and the answer's name stand in the block's id, the number keeps it unique. */
export function blockId(surface: Surface, answer: string, at: number): string {
  return `${surface}.${answer}.${at}`
}

export interface BlockPlace {
  readonly surface: Surface
  readonly answer: string
}

export function readBlockId(id: string): BlockPlace | undefined {
  const [surface, answer] = id.split('.')
  const known = SURFACES.find((one) => one === surface)
  return known && answer ? { surface: known, answer } : undefined
}

/** The value of a select's option: the action's own where it fits, else its digest, found again by `openValue`. */
export function optionValue({ name, value }: Pick<Action, 'name' | 'value'>): string {
  const whole = `${name}=${value}`
  return whole.length <= LIMITS.optionValue ? whole : `${name}#${digestOf(value)}`
}

/** What an option's value stands for; `candidates` are looked through for a digest. Undefined when none matches. */
export function openValue(
  packed: string,
  candidates: () => Iterable<string>,
): { readonly name: ActionName; readonly value: string } | undefined {
  const [, name = '', kind, rest = ''] = /^([a-z-]+)([=#])(.*)$/su.exec(packed) ?? []
  if (!isActionName(name)) return undefined
  if (kind === '=') return { name, value: rest }
  for (const value of candidates()) if (digestOf(value) === rest) return { name, value }
  return undefined
}

function digestOf(value: string): string {
  return createHash('sha256').update(value).digest('base64url').slice(0, 32)
}
