import { describe, expect, it } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { run } from './run.ts'

describe('bad usage ends with 2 and one line that says what to type', () => {
  it.each([
    ['frob', "raci: unknown command 'frob'; type: raci --help"],
    ['who restores backups', 'raci: unknown command \'who\'; type: raci ask "who restores backups"'],
    ['ask --jsn x', "raci: unknown option '--jsn' (Did you mean --json?); type: raci ask --help"],
    ['ask --channel', "raci: option '--channel <name>' argument missing; type: raci ask --help"],
    [
      'serve --port abc',
      "raci: option '--port <number>' argument 'abc' is invalid. A port is 0 to 65535; type: raci serve --help",
    ],
    [
      'serve --port 70000',
      "raci: option '--port <number>' argument '70000' is invalid. A port is 0 to 65535; type: raci serve --help",
    ],
    ['check a b', "raci: too many arguments for 'check'. Expected 1 argument but got 2: a, b; type: raci check --help"],
    ['show nutanix', 'raci: no product “nutanix” is loaded; type: raci products'],
    ['ask --batch who', 'raci: --batch reads questions from standard input; type: raci ask --batch < questions.jsonl'],
  ])('raci %s', async (line, complaint) => {
    expect(await run(line.split(' '))).toEqual({ status: 2, out: '', err: `${complaint}\n` })
  })
})

describe('help', () => {
  it.each([[], ['--help'], ['help'], ['ask', '--help'], ['help', 'show'], ['check', '-h'], ['serve', '--help']])(
    'raci %s %s',
    async (...words) => {
      const { status, out, err } = await run(words)
      expect({ status, err }).toEqual({ status: 0, err: '' })
      expect(out).toContain('Usage: raci')
      expect(out).toContain('Examples:\n  raci ')
      expect(out).toContain('--knowledge <dir>')
    },
  )

  it('fits 80 columns', async () => {
    const { out } = await run(['ask', '--help'], { terminal: { columns: 80 } })
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  it('names the version', async () => {
    expect(await run(['--version'])).toEqual({ status: 0, out: '1.2.3\n', err: '' })
  })
})

describe('failures', () => {
  const failing = (error: Error) => ({
    knowledge: () => Promise.reject(error),
    conversation: () => Promise.reject(error),
  })

  it.each([['ask', 'who'], ['ask'], ['ask', '--batch'], ['show'], ['products'], ['check']])(
    'an operational one says what to do: raci %s %s',
    async (...words) => {
      const error = new AppError('ENOENT /nowhere', 'The knowledge folder /nowhere cannot be read.')
      const ran = await run(words, { workspace: failing(error) })
      expect(ran).toEqual({ status: 1, out: '', err: 'raci: The knowledge folder /nowhere cannot be read.\n' })
    },
  )

  it('a bug gives a reference, and its stack only for debugging', async () => {
    const workspace = failing(new TypeError('x is not a function'))
    const quiet = await run(['ask', 'who'], { workspace })
    expect(quiet).toEqual({
      status: 1,
      out: '',
      err: 'raci: something went wrong here (reference ref-1); LOG_LEVEL=debug shows more.\n',
    })
    expect((await run(['ask', 'who'], { workspace, debug: true })).err).toContain(
      'TypeError: x is not a function\n    at ',
    )
  })
})

describe('options reach the commands', () => {
  it.each([
    ['--knowledge', './docs', 'products'],
    ['products', '--knowledge', './docs'],
  ])('%s %s %s', async (...words) => {
    const asked: (string | undefined)[] = []
    const error = new AppError('stop', 'stop')
    const conversation = (folder?: string) => {
      asked.push(folder)
      return Promise.reject(error)
    }
    await run(words, { workspace: { conversation } })
    expect(asked).toEqual(['./docs'])
  })

  it('serve takes folder, host and port', async () => {
    const served: unknown[] = []
    const serve = async (options: object) => void served.push(options)
    await run(['serve', '--knowledge', './docs', '--host', '0.0.0.0', '--port', '8080'], { workspace: { serve } })
    await run(['serve'], { workspace: { serve } })
    expect(served).toEqual([{ folder: './docs', host: '0.0.0.0', port: 8080 }, {}])
  })
})
