// JSON schemas of Slack's own types: of messages and views, and of the app manifest. Generating takes seconds, so
// they are kept under node_modules/.cache by the version of the packages they come from.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv, type ValidateFunction } from 'ajv'
import { createGenerator } from 'ts-json-schema-generator'

const require = createRequire(import.meta.url)
const cache = fileURLToPath(new URL('../../node_modules/.cache/raci-schemas/', import.meta.url))

interface Origin {
  readonly packageName: string
  /** Declaration file inside the package. */
  readonly file: string
  readonly type: string
}

const ORIGINS = {
  blocks: { packageName: '@slack/types', file: 'dist/block-kit/blocks.d.ts', type: 'KnownBlock' },
  view: { packageName: '@slack/types', file: 'dist/views.d.ts', type: 'View' },
  manifest: { packageName: '@slack/web-api', file: 'dist/types/request/manifest.d.ts', type: 'Manifest' },
} as const satisfies Readonly<Record<string, Origin>>

/** The validator of one of Slack's types; no property beyond the declared ones is let through. */
export function validatorOf(name: keyof typeof ORIGINS): ValidateFunction {
  return new Ajv({ strict: false, allErrors: true }).compile(schemaOf(ORIGINS[name]))
}

function schemaOf({ packageName, file, type }: Origin): object {
  const folder = dirname(require.resolve(`${packageName}/package.json`))
  const { version } = readJson(join(folder, 'package.json'))
  const kept = join(cache, `${type}-${version}.json`)
  if (!existsSync(kept)) {
    mkdirSync(cache, { recursive: true })
    const path = join(folder, file)
    const generator = createGenerator({ path, type, skipTypeCheck: true, additionalProperties: false, expose: 'all' })
    writeFileSync(kept, JSON.stringify(generator.createSchema(type)))
  }
  return readJson(kept)
}

function readJson(path: string): { readonly version?: string } {
  return JSON.parse(readFileSync(path, 'utf8'))
}
