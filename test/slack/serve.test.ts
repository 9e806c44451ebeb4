import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { eventually, freePort, IDS, isPeerMissing, LocalSlack, SECRETS } from './local-slack.ts'
import { answerTo, readBlocks } from './person.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Served {
  readonly child: ChildProcess
  said: string
}

describe('raci serve', () => {
  const ends: (() => void | Promise<void>)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0).toReversed()) await end()
  })

  const serve = (environment: Readonly<Record<string, string>>): Served => {
    const folder = mkdtempSync(join(tmpdir(), 'raci-serve-'))
    const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('SLACK_')))
    const child = spawn(process.execPath, ['src/main.ts', 'serve'], {
      cwd: root,
      env: { ...clean, DATA_DIR: folder, ...environment },
    })
    const served = { child, said: '' }
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part: Buffer) => {
        served.said += part.toString()
      })
    ends.push(async () => {
      if (child.exitCode === null)
        await new Promise((resolve) => {
          child.once('exit', resolve)
          child.kill()
        })
      rmSync(folder, { recursive: true, force: true })
    })
    return served
  }

  it.skipIf(isPeerMissing()).each(['socket', 'http'] as const)(
    'answers in Slack over %s, and ends cleanly',
    async (mode) => {
      const port = await freePort()
      const peer = await LocalSlack.start(mode === 'http' ? `http://127.0.0.1:${port}/slack/events` : undefined)
      ends.push(() => peer.stop())
      const served = serve({
        PORT: String(port),
        SLACK_BOT_TOKEN: SECRETS.bot,
        SLACK_API_URL: `${peer.url}/api/`,
        ...(mode === 'http' ? { SLACK_SIGNING_SECRET: SECRETS.signing } : { SLACK_APP_TOKEN: SECRETS.app }),
      })
      await eventually(() => (served.said.includes('and in Slack') ? true : undefined), 15_000)
      const answer = await answerTo(peer, IDS.general, () => peer.command('who restores backups on Email Pro'))
      expect(readBlocks(answer.blocks)).toContain('Realize backup recovery')
      const ended = new Promise((resolve) => {
        served.child.once('exit', resolve)
      })
      served.child.kill()
      expect(await ended).toBe(0)
    },
    30_000,
  )

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '' }, 'SLACK_SIGNING_SECRET'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN is missing'],
  ])('does not start half configured: %o', async (environment, named) => {
    const served = serve({ PORT: '0', ...environment })
    const status = await new Promise((resolve) => {
      served.child.once('exit', resolve)
    })
    expect(status).toBe(1)
    expect(served.said).toContain(named)
    expect(served.said).toContain('https://api.slack.com/apps')
  })
})
