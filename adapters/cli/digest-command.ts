// `raci digest --dry-run`: what a channel would read, without a channel.

import { renderPage } from './page.ts'
import type { Terminal } from './terminal.ts'
import { UsageError, type Workspace } from './workspace.ts'

export interface DigestOptions {
  readonly knowledge?: string
  readonly dryRun?: boolean
  readonly at?: string
  readonly zone?: string
  readonly channel?: string
}

/** Prints the digest of the products, of all of them, or of a channel. */
export async function digestCommand(
  words: readonly string[],
  { knowledge, dryRun, at, zone, channel }: DigestOptions,
  workspace: Workspace,
  terminal: Terminal,
): Promise<void> {
  if (!dryRun) throw new UsageError('digests are posted by the server; to read one here type: raci digest --dry-run')
  if (channel !== undefined && (words.length || zone !== undefined)) {
    throw new UsageError('--channel brings its own products and zone; type: raci digest --dry-run --channel ID')
  }
  const { answer, problems } = await workspace.digest({
    products: words,
    ...(knowledge === undefined ? {} : { folder: knowledge }),
    ...(at === undefined ? {} : { at }),
    ...(zone === undefined ? {} : { zone }),
    ...(channel === undefined ? {} : { channel }),
  })
  for (const problem of problems) terminal.complain(problem)
  await terminal.write(`${renderPage(answer, terminal, workspace)}\n`)
}
