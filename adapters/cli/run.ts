// Runs one command line from start to exit status; every failure ends in words, never in a stack on the screen.

import { CommanderError } from 'commander'
import { AppError } from '../../src/errors.ts'
import { createProgram } from './program.ts'
import type { Terminal } from './terminal.ts'
import { UsageError, type Workspace } from './workspace.ts'

export interface RunOptions {
  /** What `--version` prints. */
  readonly version: string
  /** Shows the stack of a bug. */
  readonly debug: boolean
  /** Names one failure, so that a person and a log can speak of the same. */
  readonly reference: () => string
}

/** Exit status: 0 it ran, 1 it failed or `check` found errors, 2 the command line was wrong. */
export async function runCommandLine(
  words: readonly string[],
  workspace: Workspace,
  terminal: Terminal,
  options: RunOptions,
): Promise<number> {
  let status = 0
  const written: Promise<void>[] = []
  const program = createProgram(workspace, terminal, (found) => {
    status = found
  })
  program.version(options.version)
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => written.push(terminal.write(text)),
      writeErr: (text) => written.push(terminal.write(text)),
      outputError: () => undefined,
      ...(terminal.columns === undefined ? {} : { getOutHelpWidth: () => terminal.columns ?? 80 }),
    })
  }
  try {
    await program.parseAsync(words, { from: 'user' })
  } catch (error) {
    status = report(error, words, terminal, options)
  }
  await Promise.all(written)
  return status
}

function report(error: unknown, words: readonly string[], terminal: Terminal, options: RunOptions): number {
  if (error instanceof CommanderError) {
    if (error.code.startsWith('commander.help') || error.code === 'commander.version') return 0
    terminal.complain(`raci: ${usage(error, words)}`)
    return 2
  }
  if (error instanceof UsageError) {
    terminal.complain(`raci: ${error.message}`)
    return 2
  }
  if (error instanceof AppError) {
    terminal.complain(`raci: ${error.forPerson}`)
    return 1
  }
  terminal.complain(`raci: something went wrong here (reference ${options.reference()}); LOG_LEVEL=debug shows more.`)
  if (options.debug) terminal.complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return 1
}

/** What was wrong and what to type, in one line. */
function usage(error: CommanderError, words: readonly string[]): string {
  const what = error.message
    .replace(/^error: /u, '')
    .replaceAll(/\s+/gu, ' ')
    .replace(/\.$/u, '')
  if (error.code !== 'commander.unknownCommand') return `${what}; type: raci ${helpFor(words)}`
  if (words.length === 1) return `${what}; type: raci --help`
  // Several words without a command are a question: "raci who restores backups".
  const question = words.join(' ').replaceAll('"', '')
  return `${what.replace(/ \(Did you mean .*$/u, '')}; type: raci ask "${question}"`
}

function helpFor([first = '']: readonly string[]): string {
  return /^(?:ask|show|products|check|digest|serve)$/u.test(first) ? `${first} --help` : '--help'
}
