// `raci serve` as a process of its own, configured by its environment alone.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eventually } from './local-slack.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface Served {
  readonly child: ChildProcess
  /** All that it wrote. */
  said: string
}

/** Starts it; `more` are words for node itself. Its data folder is its own unless the environment names one. */
export function serve(
  environment: Readonly<Record<string, string>>,
  ends: (() => void | Promise<void>)[],
  more: readonly string[] = [],
): Served {
  const folder = mkdtempSync(join(tmpdir(), 'raci-serve-'))
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:SLACK_|TEAMS_|ENCRYPTION_KEYS|PUBLIC_URL)/u.test(name)),
  )
  const child = spawn(process.execPath, [...more, 'src/main.ts', 'serve'], {
    cwd: ROOT,
    env: { ...clean, DATA_DIR: folder, ...environment },
  })
  const served = { child, said: '' }
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => {
      served.said += part.toString()
    })
  ends.push(async () => {
    await ended(served)
    rmSync(folder, { recursive: true, force: true })
  })
  return served
}

/** Resolves when it says that it answers. */
export async function ready(served: Served): Promise<void> {
  await eventually(() => (served.said.includes('Raci answers') ? true : undefined), 40_000)
}

/** Tells it to stop, or kills it; resolves to its exit status. */
export async function ended({ child }: Served, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  return new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill(signal)
  })
}
