// What a card is held against: a strict schema of Microsoft's own types, and Microsoft's own parser. Generating the
// schema takes seconds, so it is kept under node_modules/.cache by the version of the package it comes from.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv, type ValidateFunction } from 'ajv'
import { createGenerator } from 'ts-json-schema-generator'

const require = createRequire(import.meta.url)
const cache = fileURLToPath(new URL('../../node_modules/.cache/raci-schemas/', import.meta.url))

let validate: ValidateFunction | undefined

/** Everything that Microsoft's types and parser have against the card. */
export function cardProblems(card: unknown): readonly string[] {
  validate ??= new Ajv({ strict: false, allErrors: false }).compile(schema())
  const valid = validate(card)
  const structure = valid
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  return [...structure, ...parserProblems(card)]
}

function schema(): object {
  const types = require.resolve('@microsoft/teams.cards')
  const { version } = readJson(join(dirname(types), '..', 'package.json'))
  const kept = join(cache, `IAdaptiveCard-${version}.json`)
  if (!existsSync(kept)) {
    mkdirSync(cache, { recursive: true })
    const path = join(dirname(types), 'core.d.ts')
    const options = {
      path,
      type: 'IAdaptiveCard',
      skipTypeCheck: true,
      additionalProperties: false,
      expose: 'all',
    } as const
    writeFileSync(kept, JSON.stringify(createGenerator({ ...options, minify: true }).createSchema('IAdaptiveCard')))
  }
  return readJson(kept)
}

/** What the tests use of `adaptivecards`; its module for bundlers does not load in plain Node. */
interface CardParser {
  readonly AdaptiveCard: new () => {
    parse(card: unknown, context: unknown): void
    validateProperties(): { readonly validationEvents: readonly { readonly message: string }[] }
  }
  readonly SerializationContext: new (
    version: unknown,
  ) => {
    readonly eventCount: number
    getEventAt(at: number): { readonly message: string }
  }
  readonly Versions: { readonly v1_5: unknown }
}

const { AdaptiveCard, SerializationContext, Versions }: CardParser = require('adaptivecards/dist/adaptivecards.js')

function parserProblems(card: unknown): readonly string[] {
  const context = new SerializationContext(Versions.v1_5)
  const parsed = new AdaptiveCard()
  parsed.parse(card, context)
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message)
  return [...events, ...parsed.validateProperties().validationEvents.map(({ message }) => message)]
}

function readJson(path: string): { readonly version?: string } {
  return JSON.parse(readFileSync(path, 'utf8'))
}
