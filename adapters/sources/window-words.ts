// What an update of a status page tells people to expect: not the page's own automatic sentences, and of a form that
// names the impact just that line.

import { oneLine } from './words.ts'

/** Statuspage's own words, which say nothing about this window. */
const AUTOMATIC = [
  /^maintenance will begin as scheduled in \d+ (?:minutes?|hours?)\.?$/iu,
  /^we will be undergoing scheduled maintenance during this time\.?$/iu,
]
/** `<b>Service impact :</b> …`, as OVHcloud's notifications have it. */
const IMPACT = /^\s*(?:service|customers?|users?)(?:['’]s?)? impact\s*:\s*(?<words>\S.*)$/iu

export interface Told {
  readonly status: string
  readonly body?: string | null | undefined
}

/** Updates stand newest first; the newest that speaks of the plan counts. Undefined when none does. */
export function expectedImpact(updates: readonly Told[]): string | undefined {
  const plan = updates.find(({ status, body }) => status === 'scheduled' && body && !isAutomatic(body))?.body
  if (!plan) return undefined
  const lines = plan.replaceAll(/<br\s*\/?>/giu, '\n').split(/\r?\n/u)
  const said = lines.map((line) => IMPACT.exec(oneLine(line, 1000) ?? '')?.groups?.words).find(Boolean)
  return oneLine(said ?? plan)
}

function isAutomatic(body: string): boolean {
  const words = oneLine(body) ?? ''
  return AUTOMATIC.some((sentence) => sentence.test(words))
}
