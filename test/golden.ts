// Golden files: what a person sees, kept as files that a reviewer can read.
// Rewritten with UPDATE=1; a run under CI never rewrites.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

const folder = new URL('goldens/', import.meta.url)

/** Holds a rendering against `test/goldens/NAME`; writes it instead when UPDATE is set. */
export function expectGolden(name: string, rendering: string): void {
  const path = fileURLToPath(new URL(name, folder))
  const text = `${rendering.trimEnd()}\n`
  if (process.env.UPDATE) {
    if (process.env.CI) throw new Error('goldens are not rewritten in CI: unset UPDATE')
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  if (!existsSync(path)) throw new Error(`no golden ${name}: look at it with UPDATE=1 npx vitest run, then commit it`)
  expect(text).toBe(readFileSync(path, 'utf8'))
}
