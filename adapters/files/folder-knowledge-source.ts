// The knowledge folder on disk. Knows files and their faults, nothing of what they say.

import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Issue, Knowledge } from '../../src/domain/knowledge.ts'
import { AppError } from '../../src/errors.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { KnowledgeSource } from '../../src/ports/knowledge-source.ts'

/** Largest file that is read, in bytes; a responsibility document has a few thousand. */
const LARGEST = 64 * 1024 * 1024

interface FolderFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Turns named bytes into knowledge; `readKnowledge` of src/knowledge, given by the composition root. */
export type ReadFiles = (files: readonly FolderFile[], options: { readonly now: Date }) => Knowledge

/**
 * The knowledge of one folder (no subfolders). Files that cannot be read become issues.
 * `load` throws AppError when the folder is missing, unreadable, or holds nothing that could be read as a document.
 */
export function folderKnowledgeSource(folder: string, read: ReadFiles, clock: Clock): KnowledgeSource {
  return {
    async load() {
      const issues: Issue[] = []
      const files: FolderFile[] = []
      for (const name of await list(folder)) {
        const file = await readOne(folder, name, issues)
        if (file !== undefined) files.push(file)
      }
      const knowledge = read(files, { now: clock.now() })
      const problems = [...issues, ...knowledge.issues]
      if (knowledge.documents.length === 0 && problems.every(({ file }) => file.endsWith('.yaml'))) throw empty(folder)
      return { ...knowledge, issues: problems }
    },
  }
}

async function list(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder)
    return names.filter((name) => !name.startsWith('.')).sort()
  } catch (cause) {
    const text = `The knowledge folder ${folder} cannot be read (${code(cause)}). Name a folder with responsibility documents.`
    throw new AppError(text, text, { cause })
  }
}

async function readOne(folder: string, name: string, issues: Issue[]): Promise<FolderFile | undefined> {
  const path = join(folder, name)
  try {
    const found = await stat(path)
    if (found.isDirectory() && !/\.(?:md|markdown|txt|csv|html?|adoc|ya?ml)$/i.test(name)) return undefined
    if (!found.isFile())
      return refuse(issues, name, 'is no file, so it was left out', 'Put a file in its place or rename it.')
    if (found.size > LARGEST) return refuse(issues, name, 'is larger than 64 MB, the limit', 'Split the document.')
    return { name, bytes: await readFile(path) }
  } catch (cause) {
    return refuse(issues, name, `cannot be read (${code(cause)})`, 'Check that the file exists and may be read.')
  }
}

function refuse(issues: Issue[], file: string, what: string, fix: string): undefined {
  issues.push({ severity: 'error', file, line: 0, rule: 'unreadable-file', reason: `${file} ${what}.`, fix })
  return undefined
}

function empty(folder: string): AppError {
  const text = `The knowledge folder ${folder} holds no document. Put responsibility documents there (.md, .txt, .csv, .html or .adoc). A catalog.yaml with their products, other names and addresses is optional.`
  return new AppError(text, text)
}

function code(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
}
