// Holds the import law: every file has a room, and a room imports only what its row of the table allows.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Rooms and the rooms they may import, besides themselves. `src/errors.ts` belongs to every room but the domain. */
const LAW: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  'src/knowledge': ['src/domain'],
  'src/resolve': ['src/domain'],
  'src/answer': ['src/domain'],
  'src/ports': ['src/domain', 'src/answer'],
  'src/conversation': ['src/domain', 'src/resolve', 'src/answer', 'src/ports', 'src/digest'],
  'src/digest': ['src/domain', 'src/answer', 'src/ports'],
  'adapters/slack': ['src/domain', 'src/answer', 'src/ports', 'src/conversation'],
  'adapters/teams': ['src/domain', 'src/answer', 'src/ports', 'src/conversation'],
  'adapters/web': ['src/domain', 'src/answer', 'src/ports', 'src/conversation', 'src/digest'],
  'adapters/cli': ['src/domain', 'src/answer', 'src/ports', 'src/conversation'],
  'adapters/storage': ['src/domain', 'src/ports'],
  'adapters/files': ['src/domain', 'src/ports'],
  'adapters/http': ['src/domain', 'src/ports'],
  'adapters/observe': ['src/domain', 'src/ports'],
  'adapters/sources': ['src/domain', 'src/ports'],
  'adapters/schedule': ['src/domain', 'src/ports'],
}
/** Packages that only these rooms may import: parsing, matching and vendors stay where they belong. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  remark: ['src/knowledge'],
  'remark-gfm': ['src/knowledge'],
  'remark-frontmatter': ['src/knowledge'],
  yaml: ['src/knowledge', 'adapters/sources'],
  'csv-parse': ['src/knowledge'],
  'hast-util-from-html': ['src/knowledge'],
  'fuse.js': ['src/resolve'],
  stemmer: ['src/resolve'],
  zod: ['src/knowledge', 'src/config.ts', 'adapters/sources'],
  'node-ical': ['adapters/sources'],
  'ical-generator': ['adapters/web'],
  'temporal-polyfill': ['src/digest', 'adapters/sources'],
  express: ['adapters/http', 'adapters/web', 'adapters/slack', 'adapters/teams'],
  helmet: ['adapters/http'],
  pino: ['adapters/observe'],
  commander: ['adapters/cli'],
  '@slack/bolt': ['adapters/slack'],
  botbuilder: ['adapters/teams'],
  'pg-boss': ['adapters/schedule'],
  kysely: ['adapters/storage'],
  pg: ['adapters/storage'],
}
/** They put everything together: they may import all, and nothing but each other imports them. */
const COMPOSITION = new Set(['src/main.ts', 'src/digest-root.ts', 'src/calendar-root.ts'])
/** Files at the top of src, each with what it may import. */
const TOP = new Set(['src/main.ts', 'src/config.ts', 'src/errors.ts'])

interface Breach {
  readonly file: string
  readonly imports: string
}

/** Every module specifier of a source: static, re-exported, side-effect, dynamic; strings over several lines too. */
function specifiers(source: string): readonly string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const forms = [
    /\b(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g,
    /\bimport\s*['"]([^'"]+)['"]/g,
    /\bimport\s*\(\s*['"`]([^'"`]+)['"`]/g,
  ]
  return forms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] ?? ''))
}

const roomOf = (path: string): string | undefined => Object.keys(LAW).find((room) => path.startsWith(`${room}/`))

function breaches(file: string, source: string): readonly Breach[] {
  if (COMPOSITION.has(file)) return []
  const room = roomOf(file)
  if (!room && !TOP.has(file)) return [{ file, imports: '(the file has no room)' }]
  return specifiers(source).flatMap((specifier) => {
    const allowed = specifier.startsWith('.')
      ? mayImport(room, relative(root, resolve(root, dirname(file), specifier)))
      : mayUse(room ?? file, specifier)
    return allowed ? [] : [{ file, imports: specifier }]
  })
}

function mayImport(room: string | undefined, target: string): boolean {
  if (COMPOSITION.has(target)) return false
  if (target === 'src/errors.ts') return room !== 'src/domain'
  const other = roomOf(target)
  return room !== undefined && other !== undefined && (other === room || (LAW[room] ?? []).includes(other))
}

function mayUse(room: string, specifier: string): boolean {
  if (specifier.startsWith('node:fs')) return room.startsWith('adapters/')
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
  const owners = PACKAGES[name]
  return owners === undefined || owners.includes(room)
}

function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|mts|js|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

describe('the import law', () => {
  const files = [...sources('src'), ...sources('adapters')]

  it('finds the sources', () => {
    expect(files.length).toBeGreaterThan(50)
  })

  it('holds for every file', () => {
    expect(files.flatMap((file) => breaches(file, readFileSync(join(root, file), 'utf8')))).toEqual([])
  })

  it('lets at most two files import botbuilder', () => {
    const wall = files.filter((file) =>
      specifiers(readFileSync(join(root, file), 'utf8')).some((name) => name.startsWith('botbuilder')),
    )
    expect(wall.length).toBeLessThanOrEqual(2)
  })

  it('reads the environment in config.ts alone, and the clock through its port', () => {
    const read = (pattern: RegExp): readonly string[] =>
      files.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8').replace(/\/\/.*$/gm, '')))
    expect(read(/process\.env/).filter((file) => file !== 'src/config.ts')).toEqual([])
    expect(read(/new Date\(\)|Date\.now\(\)/).filter((file) => file.startsWith('src/'))).toEqual([])
  })

  it.each([
    ['a forbidden room', 'src/domain/a.ts', "import { b } from '../resolve/b.ts'"],
    ['a re-export', 'src/answer/a.ts', "export { b } from '../resolve/b.ts'"],
    ['a side effect', 'src/resolve/a.ts', "import '../answer/b.ts'"],
    ['a dynamic import', 'src/digest/a.ts', "const b = await import('../resolve/b.ts')"],
    ['an import over lines', 'adapters/web/a.ts', "import {\n  b,\n} from '../cli/b.ts'"],
    ['the composition root', 'adapters/cli/a.ts', "import { b } from '../../src/main.ts'"],
    ['a package of another room', 'src/answer/a.ts', "import Fuse from 'fuse.js'"],
    ['the file system inside', 'src/knowledge/a.ts', "import { readFile } from 'node:fs/promises'"],
    ['a file without a room', 'src/helpers/a.ts', ''],
  ])('catches %s', (_, file, source) => {
    expect(breaches(file, source)).toHaveLength(1)
  })
})
