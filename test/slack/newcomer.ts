// Somebody new, who does what the README's "One workspace" says, word for word, in a folder of their own. Slack's own
// pages are not to be had here: the app stands in local-slack as the manifest describes it, with its two tokens.

import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONFIG_VARIABLES } from '../../src/config.ts'
import { eventually, freePort, IDS, LocalSlack, SECRETS } from './local-slack.ts'
import { answerTo, readBlocks } from './person.ts'

/** What the README says, as it stands there. */
export interface Steps {
  readonly install: string
  readonly manifest: string
  /** Writes `.env` and starts, with dots where the tokens go. */
  readonly start: string
  /** What it prints, up to the address. */
  readonly printed: RegExp
  readonly command: string
  readonly mention: string
}

export interface Tried {
  /** Seconds of each step, in their order. */
  readonly seconds: Readonly<Record<string, number>>
  readonly answers: { readonly command: string; readonly mention: string }
}

export function readSteps(folder: string): Steps {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8')
  const [, section = ''] = /\n### One workspace[^\n]*\n([\s\S]*?)\n### /u.exec(readme) ?? []
  const found = (pattern: RegExp): string => {
    const [, text] = pattern.exec(section) ?? []
    if (text === undefined) throw new Error(`the README's "One workspace" has no ${pattern}`)
    return text
  }
  const printed = found(/It prints `([^`]+)`/u)
  return {
    install: found(/^1\. `([^`]+)`/mu),
    manifest: found(/paste \[`([^`]+)`\]/u),
    start: found(/```sh\n([\s\S]*?)```/u).replaceAll(/^ {3}/gmu, ''),
    printed: new RegExp(RegExp.escape(printed).replaceAll(/3000/gu, String.raw`\d+`), 'u'),
    command: found(/In Slack type `\/raci ([^`]+)`/u),
    mention: found(/then `@raci ([^`]+)`/u),
  }
}

/** Follows the README in the folder, a fresh checkout; what it says is installed already unless `isInstalling`. */
export async function follow(folder: string, isInstalling: boolean): Promise<Tried> {
  const seconds: Record<string, number> = {}
  const timed = async <T>(step: string, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now()
    const result = await work()
    seconds[step] = (performance.now() - begun) / 1_000
    return result
  }
  const steps = readSteps(folder)
  if (isInstalling) await timed(steps.install, () => ends(shell(steps.install, folder, {})))
  const slack = await LocalSlack.start(undefined, readBot(join(folder, steps.manifest)))
  const settings = { SLACK_API_URL: `${slack.url}/api/`, PORT: String(await freePort()) }
  const running = shell(withTokens(steps.start), folder, settings)
  try {
    await timed('start', () => says(running, steps.printed))
    const { command, mention } = steps
    const first = await timed('/raci', () => answerTo(slack, IDS.general, () => slack.command(command)))
    const second = await timed('@raci', () =>
      answerTo(slack, IDS.incident, () => slack.say(`<@${IDS.bot}> ${mention}`, IDS.incident)),
    )
    return { seconds, answers: { command: readBlocks(first.blocks), mention: readBlocks(second.blocks) } }
  } finally {
    if (running.pid !== undefined && running.exitCode === null) process.kill(-running.pid)
    slack.stop()
  }
}

/** The bot's name; a manifest over HTTP would be of no use to somebody without a public address. */
function readBot(manifest: string): string {
  const { features, settings } = JSON.parse(readFileSync(manifest, 'utf8'))
  if (settings.socket_mode_enabled !== true) throw new Error(`${manifest} has no Socket Mode`)
  return features.bot_user.display_name
}

function withTokens(start: string): string {
  const filled = start.replace(' xapp-… ', ` ${SECRETS.app} `).replace(' xoxb-… ', ` ${SECRETS.bot} `)
  if (filled.includes('…')) throw new Error(`not all dots are tokens: ${filled}`)
  return filled
}

/** In a group of its own, with nothing of this checkout: neither its configuration nor its Node. */
function shell(words: string, folder: string, settings: Readonly<Record<string, string>>): ChildProcess {
  const isOurs = (name: string) => CONFIG_VARIABLES.includes(name) || /^npm_(?!config_cache$)/u.test(name)
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOurs(name)))
  const paths = inherited.PATH?.split(':').filter((path) => !path.includes('node_modules'))
  const env = { ...inherited, PATH: paths?.join(':'), ...settings }
  return spawn('sh', ['-ec', words], { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function ends(child: ChildProcess): Promise<void> {
  const said = listen(child)
  const status = await new Promise((resolve) => {
    child.once('close', resolve)
  })
  if (status !== 0) throw new Error(`ended with ${String(status)}: ${said()}`)
}

async function says(child: ChildProcess, expected: RegExp): Promise<void> {
  const said = listen(child)
  await eventually(() => {
    if (child.exitCode !== null) throw new Error(`ended: ${said()}`)
    return expected.test(said()) || undefined
  }, 60_000)
}

function listen(child: ChildProcess): () => string {
  let heard = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => {
      heard += part.toString()
    })
  return () => heard
}
