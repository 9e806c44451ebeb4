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
})

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
  }
}
