// "Do we have to restore it?": an answer that is one row learns what of whom the question supposes, for its yes or no.

import type { Knowledge } from '../domain/knowledge.ts'
import type { Resolution } from '../domain/resolution.ts'
import { withoutAsked } from '../resolve/asks-without.ts'
import { claimOf } from '../resolve/claim.ts'
import { questionKind } from '../resolve/question-kind.ts'
import { plain } from '../resolve/words.ts'

/** The resolution with the claim of its own question, where it has one and nothing else was asked since. */
export function claimed(resolution: Resolution, knowledge: Knowledge): Resolution {
  const { question, aspect, claim } = resolution.reading
  if (claim || questionKind(plain(question)).aspect !== aspect) return resolution
  const without = resolution.reading.party === undefined ? withoutAsked(question) : undefined
  if (without) return { ...resolution, reading: { ...resolution.reading, without } }
  return withClaim(resolution, question, knowledge)
}

/** The resolution with what these words suppose of a party of its row. */
export function withClaim(resolution: Resolution, text: string, { documents }: Knowledge): Resolution {
  if (resolution.kind !== 'answer' && resolution.kind !== 'choices') return resolution
  const { reading } = resolution
  if (reading.party !== undefined) return resolution
  const [row] = resolution.kind === 'answer' ? resolution.rows : resolution.options
  if (row?.type !== 'activity') return resolution
  const parties = row.assignments.map(({ party }) => party)
  const claim = claimOf(text, parties, documents.find(({ id }) => id === row.document)?.provider)
  const isAbout = claim?.part !== 'doing' || !TOLD.has(reading.aspect)
  return claim && isAbout ? { ...resolution, reading: { ...reading, claim } } : resolution
}

/** Somebody who works is not who is asked about where the words speak of these. */
const TOLD = new Set<Resolution['reading']['aspect']>(['informed', 'consulted', 'accountable'])
