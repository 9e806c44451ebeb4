// A question that Slack was told "ok" for, and a process that is killed (kill -9) before it has begun to answer.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasPostgres, type Place, postgres } from '../storage/engines.ts'
import { withRawDatabase } from '../storage/raw-database.ts'
import { eventually, freePort, SECRETS } from './local-slack.ts'
import { command, form, mention, press, type Question, shortcut } from './questions.ts'
import { ended, ready, type Served, serve } from './served.ts'
import { deliverSigned } from './signed.ts'
import { SlackStandIn } from './slack-stand-in.ts'

const ROW = 'email-pro#3-1-1-daily-operations/manage-backups-on-the-service'
const HASH_KEY = 'k'.repeat(32)

describe('killed between "ok" and the answer', () => {
  const ends: (() => void | Promise<void>)[] = []
  let slack: SlackStandIn
  let store: Readonly<Record<string, string>>

  beforeEach(async () => {
    slack = await SlackStandIn.start()
    const folder = mkdtempSync(join(tmpdir(), 'raci-killed-'))
    store = { DATA_DIR: folder, HASH_KEY }
    ends.push(
      () => slack.stop(),
      () => rmSync(folder, { recursive: true, force: true }),
    )
  })
  afterEach(async () => {
    for (const end of ends.splice(0).toReversed()) await end()
  })

  const start = async (more: Readonly<Record<string, string>> = {}): Promise<Served & { readonly url: string }> => {
    const port = await freePort()
    const environment = {
      ...store,
      PORT: String(port),
      SLACK_BOT_TOKEN: SECRETS.bot,
      SLACK_SIGNING_SECRET: SECRETS.signing,
      SLACK_API_URL: `${slack.url}/api/`,
      LOG_LEVEL: 'error',
      ...more,
    }
    const served = serve(environment, ends, [
      '--import',
      more.DIES ? './test/slack/dies-at-ack.ts' : './test/fast-tending.ts',
    ])
    await ready(served)
    return Object.assign(served, { url: `http://127.0.0.1:${port}` })
  }
  const ask = async ({ url }: { readonly url: string }, { body, type }: Question) =>
    expect((await deliverSigned(url, body, type)).status).toBe(200)
  /** A process that says "ok" and is gone. */
  const askTheDying = async (
    question: Question,
    how: { readonly DIES: string },
    prepared: () => Promise<unknown> = async () => {},
  ) => {
    const dying = await start(how)
    await prepared()
    await ask(dying, question)
    await eventually(() => dying.child.signalCode ?? undefined)
  }
  const answersTo = ({ answeredOn }: Question) => slack.said().filter(({ on }) => on === answeredOn)
  const answered = (question: Question, ms = 30_000) =>
    eventually(() => (answersTo(question).length ? true : undefined), ms)
  /** As many rounds of looking after what was left as fit, each of which could answer again. */
  const rounds = () =>
    new Promise((resolve) => {
      setTimeout(resolve, 500)
    })

  it('each way to ask is answered exactly once by the next process', async () => {
    const first = await start()
    slack.hangOn('auth.test')
    const responses = `${slack.url}/response`
    const questions = [command(responses), mention(), shortcut(responses), press(responses, ROW), form(responses)]
    for (const question of questions) await ask(first, question)
    await eventually(() => slack.isHanging || undefined)
    await ended(first, 'SIGKILL')
    expect(slack.said()).toEqual([])

    const second = await start()
    for (const question of questions) await answered(question)
    // Slack delivers an event again when it has not heard the "ok".
    for (const question of questions) await ask(second, question)
    await rounds()
    for (const question of questions) {
      expect(answersTo(question).map(({ body }) => /Realize backup|backups/u.test(body))).toEqual([true])
    }
    await ended(second, 'SIGKILL')
    await start()
    await rounds()
    expect(slack.said()).toHaveLength(questions.length)
  }, 120_000)

  it('a flood of questions at any moment: every one that was told "ok" is answered once, or told of', async () => {
    const first = await start()
    const questions = Array.from({ length: 60 }, () => command(`${slack.url}/response`))
    const asking = questions.map(async (question, at) => {
      await new Promise((resolve) => {
        setTimeout(resolve, at * 4)
      })
      const { status } = await deliverSigned(first.url, question.body, question.type).catch(() => ({ status: 0 }))
      return { question, isOk: status === 200 }
    })
    await eventually(() => (slack.said().length >= 5 ? true : undefined))
    await ended(first, 'SIGKILL')
    const asked = await Promise.all(asking)
    const ok = asked.filter(({ isOk }) => isOk)
    expect(ok.length).toBeGreaterThan(5)
    await start()
    for (const { question } of ok) await answered(question)
    await rounds()
    for (const { question } of asked) {
      // Between an answer and its being noted as given there is a moment in which a kill makes a word too many.
      const answers = answersTo(question).filter(({ body }) => !body.includes('I was interrupted'))
      expect(answers.length).toBeLessThanOrEqual(1)
    }
  }, 120_000)

  it('in the same tick as "ok", before anything else could run: each way to ask is answered once by the next', async () => {
    const responses = `${slack.url}/response`
    const questions = [command(responses), mention(), shortcut(responses), press(responses, ROW), form(responses)]
    for (const question of questions) await askTheDying(question, { DIES: 'in the same tick' })
    expect(slack.said()).toEqual([])
    await start()
    for (const question of questions) await answered(question)
    await rounds()
    expect(slack.said()).toHaveLength(questions.length)
  }, 120_000)

  describe.skipIf(!hasPostgres)('with two replicas', () => {
    let place: Place
    beforeEach(async () => {
      place = await postgres.place()
      ends.push(() => place.remove())
      store = { DATABASE_URL: place.at.databaseUrl ?? '', HASH_KEY }
    })

    it('the other one answers, exactly once', async () => {
      const [first, second] = [await start(), await start()]
      slack.hangOn('auth.test')
      const question = command(`${slack.url}/response`)
      await ask(first, question)
      await eventually(() => slack.isHanging || undefined)
      await ended(first, 'SIGKILL')
      await answered(question)
      await start()
      await rounds()
      expect(answersTo(question)).toHaveLength(1)
      expect(second.said).not.toContain('error')
    }, 120_000)

    /** A connection is open and has nothing to do, as most of the time. */
    const idle = () =>
      withRawDatabase(place, (db) =>
        eventually(async () => {
          const { rows } = await sql<{ state: string }>`select state from pg_stat_activity
            where datname = current_database() and application_name = 'raci'`.execute(db)
          return (rows.length > 0 && rows.every(({ state }) => state === 'idle')) || undefined
        }),
      )

    it('killed in the turn of the event loop that said "ok": the database has it, and the other one answers', async () => {
      const question = command(`${slack.url}/response`)
      await askTheDying(question, { DIES: 'at the end of the turn' }, idle)
      await start()
      await answered(question)
      await rounds()
      expect(answersTo(question)).toHaveLength(1)
    }, 120_000)

    it('killed in the same tick as "ok": its data folder has it, and the next to start there answers, once', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'raci-killed-'))
      ends.push(() => rmSync(folder, { recursive: true, force: true }))
      store = { ...store, DATA_DIR: folder }
      await start()
      const question = command(`${slack.url}/response`)
      await askTheDying(question, { DIES: 'in the same tick' })
      await start()
      await answered(question)
      await rounds()
      expect(answersTo(question)).toHaveLength(1)
    }, 120_000)

    it('a replica that was only slow does not answer again', async () => {
      const [first] = [await start(), await start()]
      slack.hangOn('auth.test')
      const question = command(`${slack.url}/response`)
      await ask(first, question)
      await answered(question)
      slack.letGo()
      // It is no longer waiting: what is asked of it now is answered.
      const next = command(`${slack.url}/response`)
      await ask(first, next)
      await answered(next)
      await rounds()
      expect(answersTo(question)).toHaveLength(1)
    }, 120_000)
  })
})
