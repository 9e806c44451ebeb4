// `npm run eval [FILE.jsonl] [-- --misses]`: asks every question of test/questions and prints the scorer's table.
// Predictions stay in data/eval; the scorer lies beside the checkout (../shared/score.mjs) and may be absent.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { jsonAnswer, jsonLine } from '../adapters/cli/json-line.ts'
import { folderKnowledgeSource } from '../adapters/files/folder-knowledge-source.ts'
import { systemClock } from '../adapters/observe/system-clock.ts'
import { type Conversation, createConversation } from '../src/conversation/converse.ts'
import { readKnowledge } from '../src/knowledge/read-knowledge.ts'
import { createResolver } from '../src/resolve/resolver.ts'

interface Question {
  readonly id: string
  readonly kb: string
  readonly question: string
  readonly channel?: string
}

const root = fileURLToPath(new URL('..', import.meta.url))
const scorer = join(root, '../shared/score.mjs')
const opened = new Map<string, Promise<Conversation>>()

const words = process.argv.slice(2)
const flags = words.filter((word) => word.startsWith('--'))
const named = words.filter((word) => !word.startsWith('--'))
const files = named.length ? named : await questionFiles()
if (!files.length)
  console.log('no questions: test/questions holds no .jsonl file; name one: npm run eval -- FILE.jsonl')
for (const file of files) await evaluate(file)

async function questionFiles(): Promise<readonly string[]> {
  const folder = join(root, 'test/questions')
  const names = existsSync(folder) ? await readdir(folder) : []
  return names
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .map((name) => join(folder, name))
}

async function evaluate(file: string): Promise<void> {
  const questions = readQuestions(await readFile(file, 'utf8'))
  if (!questions.length) return
  const predictions: string[] = []
  for (const { kb } of questions) await open(kb)
  const started = performance.now()
  for (const { id, kb, question, channel } of questions) {
    const conversation = await open(kb)
    const place = channel ? { channelName: channel } : {}
    const answer = await conversation.converse({ platform: 'cli', conversation: id, text: question, ...place })
    predictions.push(jsonLine({ id, ...jsonAnswer(answer) }))
  }
  const perQuestion = ((performance.now() - started) * 1000) / questions.length
  const folder = join(root, 'data/eval')
  await mkdir(folder, { recursive: true })
  const written = join(folder, basename(file))
  await writeFile(written, predictions.join(''))
  console.log(`\n${basename(file)}: ${questions.length} questions, ${perQuestion.toFixed(0)} µs each`)
  if (!existsSync(scorer)) return console.log(`no scorer beside the checkout; predictions: data/eval/${basename(file)}`)
  spawnSync(process.execPath, [scorer, file, written, ...flags], { stdio: 'inherit' })
}

function readQuestions(text: string): readonly Question[] {
  const lines = text.split('\n').filter((line) => line.trim())
  return lines.map((line): Question => JSON.parse(line)).filter(({ kb }) => kb === 'core' || kb === 'wide')
}

/** One index a folder; no memory, so that each question stands alone. */
function open(kb: string): Promise<Conversation> {
  const known = opened.get(kb)
  if (known) return known
  const opening = load(kb)
  opened.set(kb, opening)
  return opening
}

async function load(kb: string): Promise<Conversation> {
  const kept = join(root, `test/fixtures/kb-${kb}`)
  const folder = existsSync(kept) ? kept : join(root, `../shared/kb/${kb}`)
  const knowledge = await folderKnowledgeSource(folder, readKnowledge, systemClock).load()
  return createConversation({ resolver: createResolver(knowledge), knowledge })
}
