// The sources that the environment names: the same entries as under “sources:” in knowledge/maintenance/*.yaml, as JSON.

import { z } from 'zod'
import { AppError } from '../../src/errors.ts'
import { configOf, type SourceConfig, sourceSchema } from './source-config.ts'

/** The variable that holds them. */
const VARIABLE = 'MAINTENANCE_SOURCES'
const LIKE =
  '[{"name":"web-cloud","type":"statuspage","url":"https://status.example.com","products":{"Email Pro - Mailboxes":["Email Pro"]}}]'

/**
 * Reads the list; empty text is none. `taken` are names that the folder has given away already. Throws AppError with
 * every fault: which source, which part, what is wrong and what to do. Addresses are not said back: a calendar's may
 * be a secret.
 */
export function readSourceList(text: string, taken: readonly string[] = []): readonly SourceConfig[] {
  if (!text.trim()) return []
  const list = z.array(z.unknown()).safeParse(jsonOf(text))
  if (!list.success) throw faulty([`it must be a list. Write it as ${LIKE}.`])
  const read = list.data.map((one) => sourceSchema.safeParse(one))
  const faults = read.flatMap(({ error }, at) =>
    (error?.issues ?? []).map((issue) => faultOf(issue, list.data[at], at)),
  )
  const configs = read.flatMap(({ data }) => (data ? [configOf(data)] : []))
  const named = configs.map(({ name }) => name)
  const twice = named.flatMap((name, at) => {
    if (taken.includes(name))
      return [`source ${at + 1}, name: knowledge/maintenance has a source ${name} already. Name one of them otherwise.`]
    if (named.indexOf(name) !== at)
      return [
        `source ${at + 1}, name: ${name} is the name of source ${named.indexOf(name) + 1} too. Name one of them otherwise.`,
      ]
    return []
  })
  if (faults.length || twice.length) throw faulty([...faults, ...twice])
  return configs
}

/** Undefined is no JSON; the runtime's own message may repeat a part of the text. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const place = /position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1]
    const where = place === undefined ? 'it ends too early' : `it is no JSON from character ${Number(place) + 1} on`
    throw faulty([`${where}. Mend it there; names and texts stand in double quotes, without a comma after the last.`])
  }
}

function faultOf({ path, message, code }: z.core.$ZodIssue, source: unknown, at: number): string {
  const part = path.map(String).join('.')
  const isMissing = code === 'invalid_type' || code === 'invalid_value' ? !has(source, path) : false
  const what = isMissing ? 'is missing' : message
  const fix = 'knowledge/README.md shows how a source is written'
  return `source ${at + 1}${part ? `, ${part}` : ''}: ${what}; ${fix}.`
}

function has(source: unknown, path: readonly PropertyKey[]): boolean {
  let at: unknown = source
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return false
    at = Reflect.get(at, key)
  }
  return true
}

function faulty(faults: readonly string[]): AppError {
  const lines = faults.map((fault) => `${VARIABLE}: ${fault}`)
  return new AppError(`configuration: ${lines.join(' ')}`, lines.join('\n'))
}
