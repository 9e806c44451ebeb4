// Holds the README to what happens: its exchange, its two commands, its figures, its links.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { raci } from './contracts/raci.ts'
import { askAll, shareOf } from './questions/figures.ts'
import type { Question } from './questions/judge.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const file = join(root, 'README.md')
const readme = readFileSync(file, 'utf8')
const blocks = [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language, text]) => ({
  language,
  text: text ?? '',
}))
const commands = blocks.filter(({ language }) => language === 'sh').map(({ text }) => text.trim())

describe('the exchange on the first screen', () => {
  const exchange = blocks.find(({ language }) => language === 'console')?.text ?? ''
  const asked = exchange.split(/^\$ /m).filter(Boolean)

  it('has a misspelt question and an honest "I do not know"', () => {
    expect(asked).toHaveLength(2)
  })

  it.each(
    asked.map((part): [string, string] => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]),
  )('$ %s', async (command, printed) => {
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
    const ran = await raci(words.slice(1), '', { NO_COLOR: '1' })
    expect(ran.status).toBe(0)
    expect(ran.out.trim()).toBe(printed.trim())
  })
})

describe('the two commands', () => {
  it('installs and answers', async () => {
    const [install, ask] = (commands[0] ?? '').split(' && ')
    expect(install).toBe('npm ci')
    const [, question] = /^npm run -s raci -- ask "([^"]+)"$/.exec(ask ?? '') ?? []
    const ran = await raci(['ask', question ?? ''])
    expect(ran.out).toContain('Realize backup recovery')
  })

  it('installs and checks, and CI runs the same', () => {
    expect(readFileSync(join(root, '.ci/run'), 'utf8')).toContain(`\n${commands[1]} `)
  })

  it('names scripts that exist', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    )
    const named = [...readme.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name ?? '')
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
  })
})

describe('the accuracy table', async () => {
  const replies = await askAll('dev')
  const kinds: ReadonlyArray<readonly [Question['expect'], string]> = [
    ['answer', 'one right row'],
    ['choose', 'several right rows'],
    ['list', 'a set of rows'],
    ['rule', 'a communication rule'],
    ['unknown', 'no answer in the documents'],
  ]
  const percent = (share: number): string => `${(100 * share).toFixed(1)}%`
  const lines = kinds.map(([kind, words]) => {
    const count = replies.filter(({ question }) => question.expect === kind).length
    return `| ${words} | ${count} | ${percent(shareOf(replies, kind, ['right']))} | ${percent(shareOf(replies, kind, ['right', 'offered']))} |`
  })

  it('shows what is reached', () => {
    if (process.env.UPDATE === '1' && !process.env.CI) {
      const table = [
        '<!-- accuracy -->',
        '| question has | n | right at once | right or on offer |',
        '|---|---|---|---|',
        ...lines,
        '<!-- /accuracy -->',
      ].join('\n')
      writeFileSync(file, readFileSync(file, 'utf8').replace(/<!-- accuracy -->[\s\S]*?<!-- \/accuracy -->/, table))
    }
    const now = readFileSync(file, 'utf8')
    expect(lines.filter((line) => !now.includes(line))).toEqual([])
  })
})

describe('the links', () => {
  const links = [...readme.matchAll(/\]\(([^)]+)\)/g)]
    .map(([, target]) => target ?? '')
    .filter((target) => !/^https?:/.test(target))

  it.each([...new Set(links)])('%s leads somewhere', (target) => {
    if (target.startsWith('#')) expect(readme.toLowerCase()).toContain(`\n## ${target.slice(1).replaceAll('-', ' ')}`)
    else expect(existsSync(join(dirname(file), target))).toBe(true)
  })
})
