// The whole process: `raci serve` with Teams switched on, killed without a warning, and started again.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { field } from '../../adapters/teams/read-json.ts'
import { ADA, execute, invoke, personal } from './activities.ts'
import { ConnectorStub, cardIn, ofType, wordsIn } from './connector-stub.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const stub = new ConnectorStub()
let url: string
let folder: string
const running: ChildProcess[] = []

beforeAll(async () => {
  ;[url, folder] = await Promise.all([stub.start(), mkdtemp(join(tmpdir(), 'raci-teams-'))])
})
afterEach(async () => {
  for (const process of running.splice(0)) await end(process, 'SIGKILL')
})
afterAll(async () => {
  await stub.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('raci serve', () => {
  it('answers in Teams, and a button of before still works after it was killed', { timeout: 60_000 }, async () => {
    const first = await serve({ TEAMS_DEVELOPMENT: '1', DATA_DIR: folder })
    expect(first.line).toContain('and in Teams')
    const asked = personal(url, 'who restores backups')
    expect((await post(first.url, asked)).status).toBe(200)
    await vi.waitFor(() => expect(stub.messages).toHaveLength(1), 20_000)
    await noted(first.url)
    await end(first.process, 'SIGKILL')

    const second = await serve({ TEAMS_DEVELOPMENT: '1', DATA_DIR: folder })
    await post(second.url, asked)
    const [button] = ofType(cardIn(stub.messages[0]?.activity), 'Action.Execute')
    const reply = await post(second.url, execute(url, 'm1', field(button, 'data')))
    expect(wordsIn(await reply.json())).toMatch(/^Chosen: Email Pro/u)
    expect(stub.messages).toHaveLength(1)
  })

  it('keeps maintenance that was told and a digest that was asked for, killed or not', {
    timeout: 60_000,
  }, async () => {
    const environment = { TEAMS_DEVELOPMENT: '1', DATA_DIR: folder, MAINTENANCE_EDITORS: ADA.aadObjectId }
    const said = () => wordsIn(cardIn(stub.messages.at(-1)?.activity))
    const say = async (root: string, words: string, answer: RegExp) => {
      await post(root, personal(url, words))
      await vi.waitFor(() => expect(said()).toMatch(answer), 20_000)
    }
    const first = await serve(environment)
    await say(first.url, 'maintenance add email pro', /^Add maintenance/u)
    const form = stub.messages.at(-1)
    const [send] = ofType(cardIn(form?.activity), 'Action.Execute')
    const filled = { products: 'Email Pro', title: 'Storage upgrade', day: '2099-11-19', time: '22:00', until: '2 h' }
    const data = { ...Object(field(send, 'data')), ...filled, zone: 'Europe/Paris' }
    const reply = await post(first.url, execute(url, form?.id ?? '', data))
    expect(wordsIn(await reply.json())).toContain('Added: Email Pro: Storage upgrade')
    await say(first.url, 'digest on 08:30 Europe/Paris email pro reminder 30', /is posted here at 08:30/u)
    await noted(first.url)
    await end(first.process, 'SIGKILL')

    const second = await serve(environment)
    await say(second.url, 'maintenance list', /Storage upgrade/u)
    await say(second.url, 'digest status', /a reminder 30 minutes before/u)
  })

  it('has no such endpoint where nothing of Teams is configured', async () => {
    const plain = await serve({})
    expect((await post(plain.url, personal(url, 'help'))).status).toBe(404)
  })

  it('does not open development to others', async () => {
    const open = start({ TEAMS_DEVELOPMENT: '1', HOST: '0.0.0.0', DATA_DIR: folder })
    const [line] = await once(createInterface(open.stderr), 'line')
    expect(String(line)).toContain('can be reached by others')
    expect(await once(open, 'exit')).toEqual([1, null])
  })
})

function start(environment: Readonly<Record<string, string>>) {
  const env = { PATH: process.env.PATH, LOG_LEVEL: 'silent', ...environment }
  const started = spawn(process.execPath, ['src/main.ts', 'serve', '--port', '0'], { cwd: ROOT, env })
  running.push(started)
  return started
}

async function serve(environment: Readonly<Record<string, string>>) {
  const started = start(environment)
  const [said] = await once(createInterface(started.stdout), 'line')
  const line = String(said)
  return { process: started, line, url: /http:\/\/[\d.:]+/u.exec(line)?.[0] ?? '' }
}

function post(root: string, activity: object): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' }
  return fetch(`${root}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) })
}

/** A dialog is read from the store: when the second one is, that knows what was answered before the first. */
async function noted(root: string): Promise<void> {
  const data = { raci: { role: 'next', about: 'an answer', name: 'product', value: 'Email Pro' } }
  for (const _dialog of ['first', 'second']) await post(root, invoke(url, 'task/fetch', { data }))
}

async function end(started: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (started.exitCode !== null || started.signalCode !== null) return
  const ended = once(started, 'exit')
  started.kill(signal)
  await ended
}
