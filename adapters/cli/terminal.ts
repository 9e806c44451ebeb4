// The outside of this adapter: streams and what they can show, so that tests can hold them.

export interface Terminal {
  readonly input: AsyncIterable<string | Uint8Array>
  /** True when a person types: prompts are shown. */
  readonly interactive: boolean
  /** Emphasis may be written. */
  readonly colour: boolean
  /** Columns of the screen; absent when the output is no screen, and lines run on. */
  readonly columns?: number
  /** Shows a person that a line is awaited; does nothing otherwise. */
  prompt(): void
  /** Writes to standard output; resolves when the reader has taken enough. */
  write(text: string): Promise<void>
  /** Writes one line to standard error. */
  complain(line: string): void
}

/** Screens wider than this are not filled: long lines are hard to read. */
const WIDEST_PAGE = 100

/** The width to fill, at most a page. */
export function pageWidth({ columns }: Terminal): { readonly width?: number } {
  return columns === undefined ? {} : { width: Math.min(columns, WIDEST_PAGE) }
}

/** The lines of a stream, decoded as UTF-8, without line ends; the last may lack its end. */
export async function* linesOf(input: Terminal['input']): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of input) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.replace(/\r$/u, '')
  }
  rest += decoder.decode()
  if (rest) yield rest
}
