// This process's own streams as a Terminal.

import type { Terminal } from './terminal.ts'

/** The streams of the process; `colour` false keeps emphasis away even from a screen. */
export function processTerminal({ stdin, stdout, stderr }: NodeJS.Process, colour: boolean): Terminal {
  // A reader that has seen enough (`raci show | head`) closes the pipe: that is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  return {
    input: stdin,
    interactive: Boolean(stdin.isTTY && stdout.isTTY),
    colour: Boolean(colour && stdout.isTTY),
    ...(stdout.isTTY ? { columns: stdout.columns } : {}),
    write: async (text) => {
      if (!stdout.write(text)) await new Promise<void>((resolve) => stdout.once('drain', resolve))
    },
    complain: (line) => stderr.write(`${line}\n`),
  }
}
