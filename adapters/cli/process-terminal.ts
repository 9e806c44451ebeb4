// This process's own streams as a Terminal; a person gets a line that can be edited, with a history.

import type { Terminal } from './terminal.ts'

/** The streams of the process; `colour` false keeps emphasis away even from a screen. */
export function processTerminal({ stdin, stdout, stderr }: NodeJS.Process, colour: boolean): Terminal {
  // A reader that has seen enough (`raci show | head`) closes the pipe: that is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  const interactive = Boolean(stdin.isTTY && stdout.isTTY)
  let opened: ReturnType<typeof openEditor> | undefined
  // Opened only when a line is wanted: it keeps the process waiting for one.
  const editor = () => {
    opened ??= openEditor(stdin, stdout)
    return opened
  }
  return {
    input: { [Symbol.asyncIterator]: () => (interactive ? editor().lines : stdin[Symbol.asyncIterator]()) },
    interactive,
    colour: Boolean(colour && stdout.isTTY),
    ...(stdout.isTTY ? { columns: stdout.columns } : {}),
    prompt: () => (interactive ? editor().prompt() : undefined),
    write: async (text) => {
      if (!stdout.write(text)) await new Promise<void>((resolve) => stdout.once('drain', resolve))
    },
    complain: (line) => stderr.write(`${line}\n`),
  }
}

function openEditor(input: NodeJS.ReadStream, output: NodeJS.WriteStream) {
  // loaded only for a conversation: a single question has no use for it
  const { createInterface } = process.getBuiltinModule('node:readline')
  const line = createInterface({ input, output, prompt: '> ', historySize: 200, removeHistoryDuplicates: true })
  // Listens from the start, so that nothing typed ahead is lost.
  const typed = line[Symbol.asyncIterator]()
  async function* lines(): AsyncGenerator<string> {
    try {
      for (let next = await typed.next(); !next.done; next = await typed.next()) yield `${next.value}\n`
    } finally {
      line.close()
    }
  }
  return { lines: lines(), prompt: () => line.prompt() }
}
