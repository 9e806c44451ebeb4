// What an operator says about a status page or a calendar, in knowledge/maintenance/*.yaml or the environment.

import { z } from 'zod'
import { CHAT_SOURCE } from '../../src/domain/maintenance.ts'
import { isZone } from './instants.ts'

/** What the source calls things, and which of our products those are. */
const productMap = z.record(z.string().min(1), z.array(z.string().min(1)).min(1))

/** Name that windows of the folder have as their source. */
export const FOLDER_SOURCE = 'knowledge'
const RESERVED: readonly string[] = [FOLDER_SOURCE, CHAT_SOURCE]

export const sourceSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,49}$/u, 'must be small letters, digits and hyphens')
    .refine(
      (name) => !RESERVED.includes(name),
      `must not be ${RESERVED.join(' or ')}: windows from elsewhere have that name`,
    ),
  type: z.enum(['statuspage', 'icalendar'], { error: 'must be statuspage or icalendar' }),
  url: z.url({ protocol: /^https?$/u, error: 'must be an http or https address' }),
  zone: z.string().refine(isZone, 'must be an IANA zone such as Europe/Paris').optional(),
  products: productMap,
  'allow-private-redirects': z.boolean().default(false),
})

export interface SourceConfig {
  readonly name: string
  readonly type: 'statuspage' | 'icalendar'
  /** A status page's root, or a calendar's own address. */
  readonly url: string
  /** Zone of times that name none, and that windows are shown in; default what the source says, else UTC. */
  readonly zone?: string
  /**
   * Products by what the source calls them: a component's or group's id or name, a word of an event's title,
   * place or categories. `*` is for what nothing else matches; without it such windows are left out.
   */
  readonly products: ProductMap
  /** Redirects may lead into private networks. Default no. */
  readonly allowPrivateRedirects: boolean
}

/** What the schema accepted, under our names. */
export function configOf({
  zone,
  'allow-private-redirects': allowPrivateRedirects,
  ...said
}: z.output<typeof sourceSchema>): SourceConfig {
  return { ...said, allowPrivateRedirects, ...(zone === undefined ? {} : { zone }) }
}

export type ProductMap = Readonly<Record<string, readonly string[]>>

/** The products of whatever the source calls by these names; empty for none of ours. */
export function productsNamed(names: readonly string[], map: ProductMap): readonly string[] {
  const said = names.map(folded)
  const found = Object.entries(map).flatMap(([name, products]) => (said.includes(folded(name)) ? products : []))
  return [...new Set(found.length ? found : (map['*'] ?? []))]
}

/** The products whose names stand in the words. */
export function productsIn(words: string, map: ProductMap): readonly string[] {
  const said = ` ${folded(words).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `
  const found = Object.entries(map).flatMap(([name, products]) => {
    const word = folded(name)
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    return word && said.includes(` ${word} `) ? products : []
  })
  return [...new Set(found.length ? found : (map['*'] ?? []))]
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim()
}
