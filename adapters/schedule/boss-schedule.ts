// Work that recurs, once a minute over all replicas: pg-boss on the store's own database, embedded or not.

import { type Clock as BossClock, type ConstructorOptions, type Db, fromPglite, PgBoss } from 'pg-boss'

/** How pg-boss reaches the database; the store's own handle fits. */
export type ScheduleHandle =
  | { readonly kind: 'postgres'; readonly databaseUrl: string }
  | { readonly kind: 'pglite'; readonly current: () => Parameters<typeof fromPglite>[0] | undefined }

export interface ScheduleOptions {
  readonly handle: ScheduleHandle
  /** Called once a minute by one of the replicas; a run that takes longer lets the next minutes wait. Its failure is told and forgotten: the next minute comes. */
  readonly everyMinute: () => Promise<void>
  /** Told of what goes wrong, the database being down included. */
  readonly onFailure: (error: unknown) => void
  /** Default the system's; pg-boss's TestClock in tests. */
  readonly clock?: BossClock
}

export interface Schedule {
  /** The first attempt to start is over. Never rejects. */
  readonly started: Promise<void>
  /** Lets a run that is under way finish, for some seconds. */
  stop(): Promise<void>
}

const QUEUE = 'digest-minute'
const SCHEMA = 'raci_jobs'
/** A thousand channels take minutes; what takes longer than this has died (seconds). */
const LONGEST_RUN = 15 * 60
/** After a start that failed (ms). */
const RETRY_AFTER = 30_000
/** How long stopping waits for a run (ms). */
const GOODBYE = 8_000

/** Starts in the background, which takes seconds on a new database; one that is down is tried again every half minute until `stop`. */
export function startSchedule(options: ScheduleOptions): Schedule {
  let boss: PgBoss | undefined
  let retry: NodeJS.Timeout | undefined
  let isStopped = false
  const start = async (): Promise<void> => {
    if (isStopped) return
    try {
      boss = await startBoss(options)
    } catch (error) {
      options.onFailure(error)
      retry = setTimeout(() => {
        starting = start()
      }, RETRY_AFTER)
      retry.unref()
    }
  }
  let starting = start()
  return {
    started: starting,
    async stop() {
      isStopped = true
      clearTimeout(retry)
      await starting
      await boss?.stop({ graceful: true, timeout: GOODBYE }).catch(options.onFailure)
    },
  }
}

async function startBoss({ handle, everyMinute, onFailure, clock }: ScheduleOptions): Promise<PgBoss> {
  const boss = new PgBoss({ ...connection(handle), schema: SCHEMA, ...(clock ? { clock } : {}) })
  boss.on('error', onFailure)
  try {
    await boss.start()
    // `short`: one minute waits, and a minute whose replica died does not hold up the next ones.
    await boss.createQueue(QUEUE, {
      policy: 'short',
      retryLimit: 0,
      expireInSeconds: LONGEST_RUN,
      deleteAfterSeconds: 3_600,
    })
    await boss.schedule(QUEUE, '* * * * *')
    await boss.work(QUEUE, { pollingIntervalSeconds: 2 }, async () => {
      await everyMinute().catch(onFailure)
    })
    return boss
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {})
    throw error
  }
}

function connection(handle: ScheduleHandle): ConstructorOptions {
  if (handle.kind === 'postgres') {
    return { connectionString: handle.databaseUrl, application_name: 'raci schedule', max: 2 }
  }
  return { db: embedded(handle.current), backend: 'pglite' }
}

/** The store opens a new instance where the old one has ended: each statement goes to the running one. */
function embedded(current: () => Parameters<typeof fromPglite>[0] | undefined): Db {
  const known = new WeakMap<object, Db>()
  const running = (): Db => {
    const pglite = current()
    if (!pglite) throw new Error('the embedded database is not open')
    const db = known.get(pglite) ?? fromPglite(pglite)
    known.set(pglite, db)
    return db
  }
  return {
    executeSql: async (text, values) => running().executeSql(text, values),
    // Asked for by pg-boss's TestClock alone.
    setSessionStatements: async (statements) => running().setSessionStatements?.(statements),
  }
}
