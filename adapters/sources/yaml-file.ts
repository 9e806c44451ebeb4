// A YAML file of lists, checked by schemas; every fault is told with the line it stands on.

import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Issue } from '../../src/domain/knowledge.ts'

/** Where in the file: keys and positions from the outermost in. */
export type Path = readonly PropertyKey[]

export interface Listed<T> {
  readonly value: T
  /** Position in the list, from 0. */
  readonly at: number
}

export class YamlFile {
  readonly #file: string
  readonly #lines = new LineCounter()
  readonly #document: Document
  readonly #issues: Issue[] = []

  /** `file` is how the file is called in issues, `parts` what may stand at its top. */
  constructor(text: string, file: string, parts: readonly string[]) {
    this.#file = file
    this.#document = parseDocument(text, { lineCounter: this.#lines })
    this.#checkTop(parts)
  }

  get issues(): readonly Issue[] {
    return this.#issues
  }

  /** Remembers a fault at the path, or at the nearest place round it that the file has. */
  report(path: Path, rule: string, reason: string, fix: string): void {
    this.#add(this.#offsetOf(path), rule, reason, fix)
  }

  /** The entries of a list that the schema accepts; the others are reported. Empty when the file has no such list. */
  list<T>(part: string, schema: z.ZodType<T>): readonly Listed<T>[] {
    const list: unknown = isMap(this.#document.contents) ? this.#document.toJS()[part] : undefined
    if (list === undefined || list === null) return []
    if (!Array.isArray(list)) {
      this.report([part], 'no-list', `“${part}” is no list.`, 'Begin each entry with a hyphen.')
      return []
    }
    return list.flatMap((one: unknown, at) => {
      const { data, error } = schema.safeParse(one)
      if (!error) return [{ value: data, at }]
      for (const { path, message } of error.issues) this.#refuse([part, at], path, message)
      return []
    })
  }

  #checkTop(parts: readonly string[]): void {
    const { errors, contents } = this.#document
    const [fault] = errors
    if (fault) {
      const reason = `This is no YAML: ${fault.message.split('\n')[0]}`
      this.#add(fault.pos[0], 'no-yaml', reason, 'Mend the line; an editor that knows YAML shows what is wrong.')
      this.#document.contents = null
    } else if (isMap(contents)) {
      for (const { key } of contents.items) {
        if (!isScalar(key) || parts.includes(String(key.value))) continue
        this.#add(key.range?.[0], 'unknown-part', `“${key.value}” is not known here.`, `Use ${parts.join(', ')}.`)
      }
    } else if (contents !== null) {
      this.#add(0, 'no-parts', 'The file is no list of named parts.', `Begin with “${parts[0]}:” and a list below it.`)
    }
  }

  #refuse(entry: Path, path: Path, message: string): void {
    const name = path.join('.')
    const isMissing = path.length > 0 && !this.#document.hasIn([...entry, ...path])
    const reason = isMissing ? `${name} is missing.` : `${name || 'The entry'}: ${message}.`
    const fix = 'Write it as knowledge/README.md shows.'
    this.report([...entry, ...path], `bad-${String(entry[0]).replace(/s$/u, '')}`, reason, fix)
  }

  #offsetOf(path: Path): number | undefined {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = this.#document.getIn(path.slice(0, length), true)
      const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
      if (Array.isArray(range)) return Number(range[0])
    }
    return undefined
  }

  #add(offset: number | undefined, rule: string, reason: string, fix: string): void {
    const line = offset === undefined ? 0 : this.#lines.linePos(offset).line
    this.#issues.push({ severity: 'error', file: this.#file, line, rule, reason, fix })
  }
}
