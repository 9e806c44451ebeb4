// The folder knowledge/maintenance: windows that a person wrote, the sources an operator named, holidays.

import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Issue } from '../../src/domain/knowledge.ts'
import type { MaintenanceSource } from '../../src/ports/maintenance-source.ts'
import { type MaintenanceFile, readMaintenanceFile } from './read-maintenance-file.ts'
import { FOLDER_SOURCE } from './source-config.ts'

const LARGEST = 1024 * 1024
const FAR = '9999-12-31T00:00:00.000Z'

/** All that the folder says; nothing where there is no folder. Faults become issues, never a rejection. */
export async function readMaintenanceFolder(folder: string): Promise<MaintenanceFile> {
  const names = await filesOf(folder)
  if (!names) return refused('maintenance', 'The folder cannot be read.', 'Check that it may be read.')
  const files = await Promise.all(names.map((file) => readOne(folder, file)))
  const all = {
    windows: files.flatMap((file) => file.windows),
    sources: files.flatMap((file) => file.sources),
    holidays: files.flatMap((file) => file.holidays),
  }
  const twice = [
    ...repeated(
      'window',
      all.windows.map(({ key }) => key),
    ),
    ...repeated(
      'source',
      all.sources.map(({ name }) => name),
    ),
    ...repeated(
      'holidays',
      all.holidays.map(({ name }) => name),
    ),
  ]
  return { ...all, issues: [...files.flatMap((file) => file.issues), ...twice] }
}

/** The windows of the folder as a source. While a file has a fault, what is missing is not taken for called off. */
export function folderSource(folder: string): MaintenanceSource {
  return {
    name: FOLDER_SOURCE,
    async read(now) {
      const { windows, issues } = await readMaintenanceFolder(folder)
      const batch = { source: FOLDER_SOURCE, reports: [...new Map(windows.map((one) => [one.key, one])).values()] }
      const problems = issues.map(({ file, line, reason }) => `${file}:${line}: ${reason}`)
      return { kind: 'read', problems, batch: issues.length ? batch : { ...batch, complete: { from: now, to: FAR } } }
    },
  }
}

/** Undefined when the folder is there and cannot be read. */
async function filesOf(folder: string): Promise<readonly string[] | undefined> {
  try {
    const names = await readdir(folder)
    return names.filter((name) => /^[^.].*\.ya?ml$/iu.test(name)).sort()
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? [] : undefined
  }
}

async function readOne(folder: string, name: string): Promise<MaintenanceFile> {
  const file = `maintenance/${name}`
  try {
    const path = join(folder, name)
    const { size } = await stat(path)
    if (size > LARGEST) return refused(file, `${name} is larger than 1 MB.`, 'Remove windows that are long over.')
    return readMaintenanceFile(await readFile(path, 'utf8'), file)
  } catch {
    return refused(file, `${name} cannot be read.`, 'Check that it is a file and may be read.')
  }
}

function refused(file: string, reason: string, fix: string): MaintenanceFile {
  const issue: Issue = { severity: 'error', file, line: 0, rule: 'unreadable-file', reason, fix }
  return { windows: [], sources: [], holidays: [], issues: [issue] }
}

function repeated(what: string, names: readonly string[]): readonly Issue[] {
  const twice = new Set(names.filter((name, at) => names.indexOf(name) !== at))
  return [...twice].map((name) => ({
    ...({ severity: 'error', file: 'maintenance', line: 0, rule: 'named-twice' } as const),
    reason: `Two entries are called ${name} (${what}); the last one counts.`,
    fix: 'Give each a name of its own.',
  }))
}
