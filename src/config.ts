// The environment, read once and checked: the only file that looks at process.env.

import { z } from 'zod'
import { AppError } from './errors.ts'

const schema = z.object({
  KNOWLEDGE_DIR: z.string().min(1, 'must name a folder').default('./knowledge'),
  HOST: z.string().min(1, 'must name an address to listen on').default('127.0.0.1'),
  PORT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be 0 to 65535')
    .max(65535, 'must be 0 to 65535')
    .default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/u, error: 'must be an http or https address' }).optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  NO_COLOR: z.string().optional(),
  DATA_DIR: z.string().min(1, 'must name a folder').default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/u, error: 'must be a postgres address' }).optional(),
  RETENTION_DAYS: z.coerce
    .number('must be a number of days')
    .int('must be a whole number of days')
    .min(1, 'must be 1 day or more')
    .default(90),
  HASH_KEY: z.string().min(32, 'must be 32 characters or more, for example from openssl rand -base64 32').optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xox[be]/u, 'must begin with xoxb-: it is the Bot User OAuth Token in OAuth & Permissions')
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/u, 'must begin with xapp-: it is made in Basic Information > App-Level Tokens')
    .optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_STATE_SECRET: z
    .string()
    .min(32, 'must be 32 characters or more, for example from openssl rand -base64 32')
    .optional(),
  ENCRYPTION_KEYS: z.string().optional(),
  SLACK_API_URL: z.url({ protocol: /^https?$/u, error: 'must be an http or https address' }).optional(),
  TEAMS_APP_ID: z.guid('must be the application (client) id of the registration').optional(),
  TEAMS_APP_PASSWORD: z.string().optional(),
  TEAMS_TENANT_ID: z.guid('must be the directory (tenant) id of the registration').optional(),
  TEAMS_DEVELOPMENT: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('0'),
  DEFAULT_ZONE: z.string().refine(isZone, 'must be an IANA time zone such as Europe/Paris').default('Europe/Paris'),
  MAINTENANCE_EDITORS: z.string().optional(),
  MAINTENANCE_SOURCES: z.string().optional(),
  INCIDENT_CHANNELS: z.string().refine(isPattern, 'must be a regular expression').default('^inc(ident)?-'),
})

type Read = z.infer<typeof schema>

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text, 'u'))
  } catch {
    return false
  }
}

function isZone(text: string): boolean {
  try {
    // An offset is no zone: it knows no summer.
    return /^[a-z]/iu.test(text) && Boolean(new Intl.DateTimeFormat('en', { timeZone: text }))
  } catch {
    return false
  }
}

/** Names of all variables that are read, for `.env.example`. */
export const CONFIG_VARIABLES: readonly string[] = Object.keys(schema.shape)

export interface Config {
  /** Folder of the documents. */
  readonly knowledgeDir: string
  /** Address and port that the web console listens on. */
  readonly host: string
  readonly port: number
  /** Where people reach the web console, without a trailing slash; absent when nobody said. */
  readonly publicUrl?: string
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  /** False when NO_COLOR is set to anything (https://no-color.org). */
  readonly colour: boolean
  /** Folder of the embedded database and of keys that were made here. */
  readonly dataDir: string
  /** PostgreSQL, for more than one replica; absent for the embedded database. */
  readonly databaseUrl?: string
  /** Days that questions and misses are kept. */
  readonly retentionDays: number
  /** Key of the hashes that stand for people; absent for one made in `dataDir`, which replicas do not share. */
  readonly hashKey?: string
  /** `NAME:KEY`, newest first, with commas between: what credentials are encrypted with where they rest. */
  readonly encryptionKeys?: string
  /** Absent when nothing of Slack is configured: Slack is off. */
  readonly slack?: SlackConfig
  /** Absent when nothing of Teams is configured: its endpoint is closed. */
  readonly teams?: TeamsConfig
  /** IANA zone of forms where a channel has said nothing. */
  readonly defaultZone: string
  /** Who may add and cancel maintenance in chat: ids of people and channels, or `everybody`; absent for nobody. */
  readonly maintenanceEditors?: readonly string[]
  /** Sources of maintenance besides those of the knowledge folder, as JSON; adapters/sources checks it. */
  readonly maintenanceSources?: string
  /** Names of channels where the incident card is for everybody. */
  readonly incidentChannels: RegExp
}

/** How Slack reaches us, and whose tokens we answer with: one workspace's, or those of whoever installs the app. */
export type SlackConfig = SlackConnection & ({ readonly botToken: string } | { readonly installing: InstallingConfig })

/** Many workspaces: the app's own credentials, and a secret that signs what an installation carries through Slack. */
export interface InstallingConfig {
  readonly clientId: string
  readonly clientSecret: string
  readonly stateSecret: string
  /** Where Slack and browsers reach us, without a trailing slash. */
  readonly publicUrl: string
}

export interface SlackConnection {
  readonly intake:
    | { readonly mode: 'socket'; readonly appToken: string }
    | { readonly mode: 'http'; readonly signingSecret: string }
  /** Another Slack than Slack's own, for trying out. */
  readonly apiUrl?: string
}

/** Reads the environment; an empty variable counts as not set. Throws AppError that names every wrong variable. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const read = schema.safeParse(set)
  if (!read.success) {
    // The value is not said back: the variable may hold a secret.
    const wrong = read.error.issues.map(({ path, message }) => `${String(path[0])} ${message} (see .env.example).`)
    throw new AppError(`configuration: ${wrong.join(' ')}`, wrong.join('\n'))
  }
  const { KNOWLEDGE_DIR, HOST, PORT, PUBLIC_URL, LOG_LEVEL, NO_COLOR } = read.data
  return {
    knowledgeDir: KNOWLEDGE_DIR,
    host: HOST,
    port: PORT,
    ...(PUBLIC_URL ? { publicUrl: PUBLIC_URL.replace(/\/+$/u, '') } : {}),
    logLevel: LOG_LEVEL,
    colour: NO_COLOR === undefined,
    dataDir: read.data.DATA_DIR,
    ...(read.data.DATABASE_URL ? { databaseUrl: read.data.DATABASE_URL } : {}),
    retentionDays: read.data.RETENTION_DAYS,
    ...(read.data.HASH_KEY ? { hashKey: read.data.HASH_KEY } : {}),
    ...(read.data.ENCRYPTION_KEYS ? { encryptionKeys: read.data.ENCRYPTION_KEYS } : {}),
    ...slackConfig(read.data),
    ...teamsConfig(read.data),
    ...(read.data.MAINTENANCE_SOURCES ? { maintenanceSources: read.data.MAINTENANCE_SOURCES } : {}),
    defaultZone: read.data.DEFAULT_ZONE,
    ...(read.data.MAINTENANCE_EDITORS
      ? { maintenanceEditors: read.data.MAINTENANCE_EDITORS.split(/[\s,]+/u).filter(Boolean) }
      : {}),
    incidentChannels: new RegExp(read.data.INCIDENT_CHANNELS, 'u'),
  }
}

const SLACK_PAGES = {
  SLACK_BOT_TOKEN: 'OAuth & Permissions > Bot User OAuth Token',
  SLACK_APP_TOKEN: 'Basic Information > App-Level Tokens, with the scope connections:write',
  SLACK_SIGNING_SECRET: 'Basic Information > App Credentials > Signing Secret',
  SLACK_CLIENT_ID: 'Basic Information > App Credentials > Client ID',
  SLACK_CLIENT_SECRET: 'Basic Information > App Credentials > Client Secret',
} as const

/** What Slack does not show because it is made here. */
const MADE_HERE = {
  SLACK_STATE_SECRET: 'It is yours to make: openssl rand -base64 32.',
  ENCRYPTION_KEYS: 'It is yours to make: ENCRYPTION_KEYS=first:$(openssl rand -base64 32).',
  PUBLIC_URL:
    'It is the address under which Slack reaches this server, e.g. https://raci.example.com; enter PUBLIC_URL/slack/oauth_redirect at https://api.slack.com/apps > your app > OAuth & Permissions > Redirect URLs.',
} as const

type SlackVariable = keyof typeof SLACK_PAGES | keyof typeof MADE_HERE

/** Nothing, or all that one way of connecting needs. Throws AppError that names what is missing and where it is found. */
function slackConfig(given: Read): { readonly slack?: SlackConfig } {
  const identity = slackIdentity(given)
  if (!identity) return {}
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL } = given
  const apiUrl = SLACK_API_URL ? { apiUrl: SLACK_API_URL } : {}
  if (appToken) return { slack: { ...identity, intake: { mode: 'socket', appToken }, ...apiUrl } }
  if (signingSecret) return { slack: { ...identity, intake: { mode: 'http', signingSecret }, ...apiUrl } }
  throw missing(
    `SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) is missing or empty. ${pageOf('SLACK_APP_TOKEN')} ${pageOf('SLACK_SIGNING_SECRET')}`,
  )
}

type SlackIdentity = { readonly botToken: string } | { readonly installing: InstallingConfig }

function slackIdentity(given: Read): SlackIdentity | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = given
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = given
  const isInstalling = Boolean(clientId || clientSecret || stateSecret)
  if (!botToken && !appToken && !signingSecret && !isInstalling) return undefined
  if (botToken && isInstalling) {
    throw missing(
      'SLACK_BOT_TOKEN is for one workspace, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET are for many: leave one of the two ways out.',
    )
  }
  if (botToken) return { botToken }
  if (!isInstalling) throw missing(`SLACK_BOT_TOKEN is missing. ${pageOf('SLACK_BOT_TOKEN')}`)
  const installing = {
    clientId: needed(given, 'SLACK_CLIENT_ID'),
    clientSecret: needed(given, 'SLACK_CLIENT_SECRET'),
    stateSecret: needed(given, 'SLACK_STATE_SECRET'),
    publicUrl: needed(given, 'PUBLIC_URL').replace(/\/+$/u, ''),
  }
  needed(given, 'ENCRYPTION_KEYS')
  return { installing }
}

function needed(given: Read, name: SlackVariable): string {
  const value = given[name]
  if (!value) throw missing(`${name} is missing: installing into many workspaces needs it. ${pageOf(name)}`)
  return value
}

function pageOf(name: SlackVariable): string {
  if (isMadeHere(name)) return MADE_HERE[name]
  return `${name} is found at https://api.slack.com/apps > your app > ${SLACK_PAGES[name]}.`
}

function isMadeHere(name: SlackVariable): name is keyof typeof MADE_HERE {
  return Object.hasOwn(MADE_HERE, name)
}

function missing(text: string, platform: 'SLACK' | 'TEAMS' = 'SLACK'): AppError {
  const name = platform === 'SLACK' ? 'Slack' : 'Teams'
  return new AppError(`configuration: ${text}`, `${text} Without any ${platform}_ variable ${name} is simply off.`)
}

/** A single-tenant bot, or anybody on this machine without a token. */
export type TeamsConfig = { readonly appId: string; readonly password: string; readonly tenant: string } | 'development'

const TEAMS_PAGES = {
  TEAMS_APP_ID: 'Overview > Application (client) ID',
  TEAMS_APP_PASSWORD: 'Certificates & secrets > Client secrets > Value',
  TEAMS_TENANT_ID: 'Overview > Directory (tenant) ID',
} as const

/** Nothing, or the whole registration. Throws AppError that names what is missing and where Microsoft shows it. */
function teamsConfig(given: Read): { readonly teams?: TeamsConfig } {
  const { TEAMS_APP_ID: appId, TEAMS_APP_PASSWORD: password, TEAMS_TENANT_ID: tenant, TEAMS_DEVELOPMENT } = given
  const development = TEAMS_DEVELOPMENT === '1'
  if (!appId && !password && !tenant) return development ? { teams: 'development' } : {}
  if (development) throw missing('TEAMS_DEVELOPMENT asks nobody for a token: remove it, or TEAMS_APP_ID.', 'TEAMS')
  if (appId && password && tenant) return { teams: { appId, password, tenant } }
  const kept: Readonly<Record<string, unknown>> = given
  const names = Object.entries(TEAMS_PAGES).filter(([name]) => !kept[name])
  const where = names.map(
    ([name, page]) => `${name} is missing: https://entra.microsoft.com > App registrations > ${page}.`,
  )
  throw missing(where.join(' '), 'TEAMS')
}
