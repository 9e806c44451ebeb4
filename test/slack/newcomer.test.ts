// The README's way from nothing to an answering bot, its commands run as they stand there. `npm run trial:slack` does
// the same from a clone, with the installing.

import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { isPeerMissing } from './local-slack.ts'
import { follow, readSteps } from './newcomer.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const NOT_COPIED = new Set(['node_modules', 'data', '.git', '.env', 'coverage'])

it.skipIf(isPeerMissing())(
  'whoever follows the README has an answering bot in Slack',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'raci-newcomer-'))
    try {
      cpSync(ROOT, folder, { recursive: true, filter: (path) => path === ROOT || !NOT_COPIED.has(basename(path)) })
      symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
      expect(readSteps(folder).install).toBe('npm ci')
      const { answers } = await follow(folder, false)
      expect(answers.command).toContain('Realize backup recovery')
      expect(answers.mention).toContain('Email Pro')
      expect(answers.mention).toContain('Realize backup recovery')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  90_000,
)
