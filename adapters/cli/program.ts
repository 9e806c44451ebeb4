// The command line: commands, options, examples. What they do stands in a file each, loaded when it is needed.

import { Command, InvalidArgumentError } from 'commander'
import type { AskOptions } from './ask-command.ts'
import type { DigestOptions } from './digest-command.ts'
import type { ShowOptions } from './show-command.ts'
import type { Terminal } from './terminal.ts'
import type { ServeOptions, Workspace } from './workspace.ts'

/** Ends the run with another status than 0. */
export type Finish = (status: number) => void

/** Builds the program; `finish` is told when a command ran and found something wrong. */
export function createProgram(workspace: Workspace, terminal: Terminal, finish: Finish): Command {
  const program = new Command('raci')
    .description('Who is responsible, from your responsibility documents.')
    .option('--knowledge <dir>', 'folder of the documents (default: KNOWLEDGE_DIR, or ./knowledge)')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', examples('ask "who restores backups on Email Pro"', 'show "email pro" incidents', 'check'))
  addAsk(program, workspace, terminal)
  addShow(program, workspace, terminal)
  addCheck(program, workspace, terminal, finish)
  addDigest(program, workspace, terminal)
  addServe(program, workspace)
  return program
}

function addAsk(program: Command, workspace: Workspace, terminal: Terminal): void {
  program
    .command('ask')
    .description('answer a question; without one, a conversation')
    .argument('[question...]', 'in your own words')
    .option('--channel <name>', 'channel that the question comes from; its name may say the product')
    .option('--explain', 'say why these rows were chosen')
    .option('--json', 'write one JSON object a line')
    .option('--batch', 'read {"id", "question", "channel"?} lines, write an answer a line')
    .addHelpText(
      'after',
      examples(
        'ask "who renews the certificate on trusted exchange"',
        'ask --channel inc-email-pro-0412 "who restores backups"',
        'ask --batch < questions.jsonl > answers.jsonl',
      ),
    )
    .action(async (words: readonly string[], _options: unknown, command: Command) => {
      const { askCommand } = await import('./ask-command.ts')
      await askCommand(words, command.optsWithGlobals<AskOptions>(), workspace, terminal)
    })
}

function addShow(program: Command, workspace: Workspace, terminal: Terminal): void {
  program
    .command('show')
    .description('show what a document states, whole or a section')
    .argument('[product]', 'name of the product')
    .argument('[section...]', 'number or words of a heading')
    .option('--json', 'write every row and rule as a JSON object a line')
    .addHelpText('after', examples('show "email pro"', 'show "email pro" 3.2', 'show --json > rows.jsonl'))
    .action(async (product: string | undefined, section: readonly string[], _options: unknown, command: Command) => {
      const { showCommand } = await import('./show-command.ts')
      const words = product === undefined ? [] : [product, ...section]
      await showCommand(words, command.optsWithGlobals<ShowOptions>(), workspace, terminal)
    })
  program
    .command('products')
    .description('list the products covered')
    .option('--json', 'write one JSON object a line')
    .action(async (_options: unknown, command: Command) => {
      const { productsCommand } = await import('./show-command.ts')
      await productsCommand(command.optsWithGlobals<ShowOptions>(), workspace, terminal)
    })
}

function addCheck(program: Command, workspace: Workspace, terminal: Terminal, finish: Finish): void {
  program
    .command('check')
    .description('say what is wrong in the documents; exit status 1 on errors')
    .argument('[dir]', 'folder of the documents')
    .option('--json', 'write one JSON object a line')
    .addHelpText('after', examples('check', 'check ./knowledge'))
    .action(async (folder: string | undefined, _options: unknown, command: Command) => {
      const { checkCommand } = await import('./check-command.ts')
      const options = command.optsWithGlobals<ShowOptions>()
      if (!(await checkCommand(folder ?? options.knowledge, options, workspace, terminal))) finish(1)
    })
}

function addDigest(program: Command, workspace: Workspace, terminal: Terminal): void {
  program
    .command('digest')
    .description('read the maintenance digest as a channel would')
    .argument('[product...]', 'products, each in quotes (default: all)')
    .option('--dry-run', 'post nothing, print it here')
    .option('--at <time>', 'as if read then, for example "2026-11-18 08:30" (default: now)')
    .option('--channel <id>', 'as a subscribed channel reads it, by the platform’s id')
    .option('--zone <zone>', 'clock of the reader, for example Europe/Paris (default: this machine’s)')
    .addHelpText('after', examples('digest --dry-run', 'digest --dry-run "email pro" --zone Europe/Paris'))
    .action(async (words: readonly string[], _options: unknown, command: Command) => {
      const { digestCommand } = await import('./digest-command.ts')
      await digestCommand(words, command.optsWithGlobals<DigestOptions>(), workspace, terminal)
    })
}

function addServe(program: Command, workspace: Workspace): void {
  program
    .command('serve')
    .description('ask and browse in a web page on this machine')
    .option('--host <address>', 'address to listen on (default: HOST, or 127.0.0.1)')
    .option('--port <number>', 'port to listen on (default: PORT, or 3000)', port)
    .addHelpText('after', examples('serve', 'serve --port 8080'))
    .action(async (_options: unknown, command: Command) => {
      const { knowledge, host, port } = command.optsWithGlobals<ServeOptions & { readonly knowledge?: string }>()
      await workspace.serve({
        ...(knowledge ? { folder: knowledge } : {}),
        ...(host ? { host } : {}),
        ...(port === undefined ? {} : { port }),
      })
    })
}

function port(text: string): number {
  if (!/^\d{1,5}$/u.test(text) || Number(text) > 65535) throw new InvalidArgumentError('A port is 0 to 65535.')
  return Number(text)
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  raci ${line}`).join('\n')}\n`
}
