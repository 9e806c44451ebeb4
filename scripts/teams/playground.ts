// The two processes of `npm run e2e:teams`: our bot as it is served, and Microsoft's Agents Playground by npx.
// The Playground's licence is for evaluation: it is no dependency, and nothing of it is kept.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = join(import.meta.dirname, '../..')
const PACKAGE = '@microsoft/m365agentsplayground@0.2.28'
/** Ports that nothing else is likely to have. */
export const PORTS = { bot: 39_780, page: 56_150 } as const

export interface Running {
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** `raci serve`, open to this machine; resolves when it says where it answers. */
export async function startBot(dataDir: string): Promise<Running> {
  const env = { PATH: process.env.PATH, TEAMS_DEVELOPMENT: '1', DATA_DIR: dataDir, LOG_LEVEL: 'warn' }
  const args = ['src/main.ts', 'serve', '--port', String(PORTS.bot)]
  return running(spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] }), /answers at/u)
}

/** The page; npx fetches it the first time. */
export async function startPlayground(): Promise<Running> {
  const endpoint = `http://127.0.0.1:${PORTS.bot}/api/messages`
  const options = ['-e', endpoint, '-c', 'msteams', '-p', String(PORTS.page), '--disable-telemetry']
  // A group of its own: npx starts the Playground as its child, and both must end.
  const playground = spawn('npx', ['-y', PACKAGE, 'start', ...options], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return running(playground, /Listening/u)
}

async function running(child: ChildProcess, ready: RegExp): Promise<Running> {
  await new Promise<void>((resolve, reject) => {
    if (child.stdout) createInterface(child.stdout).on('line', (line) => ready.test(line) && resolve())
    child.once('exit', (status) => reject(new Error(`${child.spawnfile} ended with ${status}`)))
  })
  return {
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
      const ended = once(child, 'exit')
      process.kill(child.spawnfile === 'npx' ? -child.pid : child.pid, signal)
      await ended
    },
  }
}
