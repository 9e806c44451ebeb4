#!/usr/bin/env node
// The composition root: the only file of src that knows the adapters. Everything that a command does not
// need is imported when it is needed, so that asking in a terminal starts no server's libraries.

import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import type { Express } from 'express'
import type { Logger } from 'pino'
import type { DryRunOptions, ServeOptions, Workspace } from '../adapters/cli/workspace.ts'
import type { Slack } from '../adapters/slack/slack-app.ts'
import type { StoreOptions } from '../adapters/storage/open-store.ts'
import type { Teams } from '../adapters/teams/teams-app.ts'
import manifest from '../package.json' with { type: 'json' }
import { listed } from './answer/wording.ts'
import type { FoundSources, SourcePlaces } from './calendar-root.ts'
import type { Config, SlackConfig } from './config.ts'
import type { Inside } from './conversation/inside.ts'
import type { Knowledge } from './domain/knowledge.ts'
import { AppError } from './errors.ts'
import type { AckJournal } from './ports/ack-journal.ts'
import type { Platform } from './ports/place.ts'

async function readKnowledgeFolder(folder: string) {
  const [{ folderKnowledgeSource }, { systemClock }, { readKnowledge }] = await Promise.all([
    import('../adapters/files/folder-knowledge-source.ts'),
    import('../adapters/observe/system-clock.ts'),
    import('./knowledge/read-knowledge.ts'),
  ])
  return folderKnowledgeSource(folder, readKnowledge, systemClock).load()
}

function createWorkspace(config: Config): Workspace {
  const knowledge = (folder = config.knowledgeDir) => readKnowledgeFolder(folder)
  const checked = async (folder = config.knowledgeDir): Promise<Knowledge> => {
    const [{ readMaintenanceFolder }, { readSourceList }, { unknownProducts }] = await Promise.all([
      import('../adapters/sources/maintenance-folder.ts'),
      import('../adapters/sources/read-source-list.ts'),
      import('../adapters/sources/unknown-products.ts'),
    ])
    const [read, maintenance] = await Promise.all([
      knowledge(folder),
      readMaintenanceFolder(join(folder, 'maintenance')),
    ])
    const products = read.documents.map(({ product }) => product)
    const taken = maintenance.sources.map(({ name }) => name)
    const sources = [...maintenance.sources, ...readSourceList(config.maintenanceSources ?? '', taken)]
    const unknown = unknownProducts({ ...maintenance, sources }, products)
    return { ...read, issues: [...read.issues, ...maintenance.issues, ...unknown] }
  }
  return {
    ...(config.publicUrl ? { publicUrl: config.publicUrl } : {}),
    knowledge: checked,
    async conversation(folder) {
      const [read, { createResolver }, { createConversation }, { MemoryConversationStore }] = await Promise.all([
        knowledge(folder),
        import('./resolve/resolver.ts'),
        import('./conversation/converse.ts'),
        import('../adapters/storage/memory-conversation-store.ts'),
      ])
      const inside = { resolver: createResolver(read), knowledge: read, conversations: new MemoryConversationStore() }
      return { knowledge: read, conversation: createConversation(inside) }
    },
    serve: (options) => serve(config, options, checked),
    digest: async (options) => digestHere(options, config, await knowledge(options.folder)),
  }
}

/** A digest in the terminal: sources are read, nothing is posted or kept. */
async function digestHere(options: DryRunOptions, config: Config, knowledge: Knowledge) {
  const places = placesOf(config, options.folder)
  const [{ systemClock }, { createResolver }, { channelDigest, dryDigest }] = await Promise.all([
    import('../adapters/observe/system-clock.ts'),
    import('./resolve/resolver.ts'),
    import('./digest-root.ts'),
  ])
  const inside = { knowledge, resolver: createResolver(knowledge) }
  const { channel } = options
  if (channel === undefined) return dryDigest(options, places, inside, systemClock)
  const store = await openConfigured(config)
  try {
    return await channelDigest({ ...options, channel }, { places, inside, store, clock: systemClock })
  } finally {
    await store.close()
  }
}

/** Where sources of maintenance are named. */
function placesOf({ knowledgeDir, maintenanceSources }: Config, folder = knowledgeDir): SourcePlaces {
  return { folder, ...(maintenanceSources ? { listed: maintenanceSources } : {}) }
}

/** The store that the environment says, and who is told when it goes down and comes back. */
async function openConfigured(config: Config, told: Pick<StoreOptions, 'onChange' | 'onLost'> = {}) {
  const [{ openStore }, { readSecretKeys }, { systemClock }] = await Promise.all([
    import('../adapters/storage/open-store.ts'),
    import('../adapters/storage/secret-key.ts'),
    import('../adapters/observe/system-clock.ts'),
  ])
  const { dataDir, databaseUrl, retentionDays, encryptionKeys } = config
  return openStore({
    clock: systemClock,
    hashKey: await hashKeyOf(config),
    retentionDays,
    secretKeys: readSecretKeys(encryptionKeys ?? ''),
    ...(databaseUrl ? { databaseUrl } : { folder: join(dataDir, 'store') }),
    ...told,
  })
}

async function hashKeyOf({ hashKey, dataDir }: Config): Promise<Uint8Array> {
  if (hashKey) return Buffer.from(hashKey)
  const { readOrCreateKey } = await import('../adapters/storage/secret-key.ts')
  return readOrCreateKey(join(dataDir, 'hash.key'))
}

/** What Slack was told "ok" for and the store does not have yet, where there is Slack. */
async function openJournal(config: Config, log: Logger): Promise<AckJournal | undefined> {
  if (!config.slack) return undefined
  const { openAckFolder } = await import('../adapters/storage/ack-folder.ts')
  return openAckFolder({
    folder: join(config.dataDir, 'acknowledged'),
    hashKey: await hashKeyOf(config),
    failed: (error) => log.warn({ err: error }, 'DATA_DIR: what was acknowledged could not be noted down'),
  })
}

/** Serves the web console, and Slack where it is configured, until the process is told to stop (Ctrl+C, or a container's SIGTERM). */
async function serve(
  config: Config,
  { folder, host = config.host, port = config.port }: ServeOptions,
  readKnowledge: (folder?: string) => Promise<Knowledge>,
): Promise<void> {
  const [{ serveHttp }, { mountWeb }, { renderFailurePage }, { createLog }, { createResolver }] = await Promise.all([
    import('../adapters/http/serve-http.ts'),
    import('../adapters/web/mount-web.ts'),
    import('../adapters/web/failure-page.ts'),
    import('../adapters/observe/create-log.ts'),
    import('./resolve/resolver.ts'),
  ])
  const log = createLog(config.logLevel)
  const knowledge = await readKnowledge(folder)
  const inside = { resolver: createResolver(knowledge), knowledge }
  const renderNotice = (title: string, message: string) => renderFailurePage({ title, message, requestId: '' })
  await refuseOpenDevelopment(config, host)
  const isChatting = config.slack !== undefined || config.teams !== undefined
  const [{ findSources, keepCalendar }, { systemClock: clock }] = await Promise.all([
    import('./calendar-root.ts'),
    import('../adapters/observe/system-clock.ts'),
  ])
  const found = await findSources(placesOf(config, folder))
  const chat = isChatting ? await openChat(config, found, inside, log, renderNotice) : undefined
  const calendar =
    chat ?? keepCalendar(found, { clock, log, ...(config.publicUrl ? { publicUrl: config.publicUrl } : {}) })
  const listening = await serveHttp({
    address: { host, port },
    readiness: () => ({ ready: chat?.ready() ?? true, documents: knowledge.documents.length }),
    mount: (app) => {
      chat?.mount(app)
      mountWeb(app, inside, calendar.board)
    },
    renderFailure: renderFailurePage,
    report: (error, requestId) => log.error({ err: error, requestId }, 'request failed'),
  })
  try {
    await calendar.start()
  } catch (error) {
    await Promise.allSettled([listening.close(), calendar.stop()])
    throw error
  }
  const places = [listening.url, ...(config.slack ? ['in Slack'] : []), ...(config.teams ? ['in Teams'] : [])]
  process.stdout.write(`Raci answers at ${listed(places)} (Ctrl+C stops it)\n`)
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop())
  })
  await listening.close()
  await calendar.stop()
}

/** Without an app id everybody who reaches the endpoint is believed: it may be reached from this machine alone. */
async function refuseOpenDevelopment({ teams }: Config, host: string): Promise<void> {
  if (teams !== 'development') return
  const { isLoopbackHost } = await import('../adapters/teams/wall/loopback.ts')
  if (isLoopbackHost(host)) return
  const text = `TEAMS_DEVELOPMENT asks nobody for a token, and ${host} can be reached by others. Listen on 127.0.0.1.`
  throw new AppError(`configuration: ${text}`, text)
}

/** What is looked after between questions, in milliseconds: deliveries, and what is past its time. */
const TENDED_EVERY = 10_000
const PRUNED_EVERY = 60_000

/** The store, and Slack and Teams over it: opened first, mounted on the one express app, started when that listens. */
async function openChat(
  config: Config,
  found: FoundSources,
  inside: Inside,
  log: Logger,
  renderPage: (title: string, message: string) => string,
) {
  const [
    { systemClock },
    { createConversation },
    { tendDeliveries },
    { withDigests },
    { withMaintenance },
    { openDigests },
    { chatBoard },
    createSlack,
    createTeams,
  ] = await Promise.all([
    import('../adapters/observe/system-clock.ts'),
    import('./conversation/converse.ts'),
    import('./conversation/tend-deliveries.ts'),
    import('./conversation/digests.ts'),
    import('./conversation/maintenance.ts'),
    import('./digest-root.ts'),
    import('./calendar-root.ts'),
    config.slack && import('../adapters/slack/slack-app.ts').then((room) => room.createSlack),
    config.teams && import('../adapters/teams/teams-app.ts').then((room) => room.createTeams),
  ])
  const { publicUrl, incidentChannels, teams: access } = config
  let isUp = true
  const store = await openConfigured(config, {
    onChange: (up, cause) => {
      isUp = up
      log.warn({ err: cause }, up ? 'store: back' : 'store: down')
    },
    onLost: (error) => log.error({ err: error }, 'store: something was not written'),
  })
  const journal = await openJournal(config, log)
  const { installations, bindings, conversations, feedback, persons, questions, deliveries } = store
  let slack: Slack | undefined
  let teams: Teams | undefined
  const notifierOf = (platform: Platform) =>
    platform === 'slack' ? slack?.notifier : platform === 'teams' ? teams?.notifier : undefined
  const { defaultZone: zone, maintenanceEditors: editors } = config
  const digests = openDigests({
    ...{ found, inside, store, clock: systemClock, log, notifierOf },
    zone,
    ...(publicUrl ? { publicUrl } : {}),
  })
  const whole = { ...inside, bindings, conversations, feedback, persons, questions }
  const calendar = { maintenance: store.maintenance, subscriptions: store.subscriptions, clock: systemClock, zone }
  const conversation = withMaintenance(
    withDigests(createConversation(whole), digests.desk, whole),
    { ...calendar, ...(editors ? { editors } : {}) },
    whole,
  )
  const options = {
    conversation,
    knowledge: inside.knowledge,
    deliveries,
    clock: systemClock,
    log,
    reference: newReference,
    ...(publicUrl ? { publicUrl } : {}),
  }
  const slackOptions = ({ intake, apiUrl, ...slackConfig }: SlackConfig) => ({
    intake,
    ...(journal ? { journal } : {}),
    identity:
      'botToken' in slackConfig
        ? { botToken: slackConfig.botToken }
        : { installing: { ...slackConfig.installing, installations, renderPage } },
    ...(apiUrl ? { apiUrl } : {}),
  })
  const tend = () =>
    tendDeliveries({
      deliveries,
      journal,
      platforms: { slack, teams },
      failed: (error, id) => log.warn({ err: error, delivery: id }, 'a delivery could not be tended'),
    })
  const begin = (work: () => Promise<unknown>) => {
    work().catch((error: unknown) => log.warn({ err: error }, 'tending failed'))
  }
  const tending = [setInterval(begin, TENDED_EVERY, tend), setInterval(begin, PRUNED_EVERY, store.prune)]
  return {
    ready: () => isUp,
    board: chatBoard(config, found, store, { status: digests.status, clock: systemClock }),
    mount: (app: Express) => {
      if (config.slack) slack = createSlack?.({ ...options, ...slackOptions(config.slack), incidentChannels }, app)
      const lookup = createConversation(inside)
      if (access) teams = createTeams?.({ ...options, access, lookup, references: store.references }, app)
    },
    async start() {
      await slack?.start()
      // What an earlier process left is not made to wait.
      begin(tend)
      await digests.start()
    },
    async stop() {
      for (const timer of tending) clearInterval(timer)
      await digests.stop()
      await Promise.allSettled([slack?.stop(), teams?.stop()])
      await store.close()
    },
  }
}

/** The global, as importing node:crypto costs every command half of what starting Node does. */
function newReference(): string {
  return crypto.randomUUID().slice(0, 8)
}

async function main(): Promise<number> {
  // Compiled modules are kept between runs: asking again starts in half the time.
  enableCompileCache()
  const [{ readConfig }, { runCommandLine }, { processTerminal }] = await Promise.all([
    import('./config.ts'),
    import('../adapters/cli/run.ts'),
    import('../adapters/cli/process-terminal.ts'),
  ])
  const config = readConfig()
  return runCommandLine(process.argv.slice(2), createWorkspace(config), processTerminal(process, config.colour), {
    version: manifest.version,
    debug: config.logLevel === 'debug' || config.logLevel === 'trace',
    reference: newReference,
  })
}

/** Everything is written and closed by now: taking the heap apart would only keep the person waiting. */
function end(status: number): void {
  process.stdout.write('', () => process.exit(status))
}

main().then(end, (error: unknown) => {
  process.stderr.write(`raci: ${error instanceof AppError ? error.forPerson : String(error)}\n`)
  end(1)
})
