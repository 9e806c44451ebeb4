import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { folderKnowledgeSource } from '../../adapters/files/folder-knowledge-source.ts'
import { AppError } from '../../src/errors.ts'
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts'

const TABLE = '---\ntitle: Box\nupdated: 2026-01-01\n---\n\n| Task | Us |\n| --- | --- |\n| Ship | RA |\n'
const clock = { now: () => new Date('2026-07-01T00:00:00Z') }
let folder = ''
const load = (place = folder) => folderKnowledgeSource(place, readKnowledge, clock).load()
const put = (name: string, text: string) => writeFile(join(folder, name), text)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'knowledge-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('a folder of documents', () => {
  it('is read in the order of file names, hidden files and subfolders aside', async () => {
    await Promise.all([
      put('b.md', TABLE),
      put('a.md', TABLE.replace('Box', 'Crate')),
      put('.hidden.md', TABLE),
      mkdir(join(folder, 'archive')),
    ])
    const knowledge = await load()
    expect(knowledge.documents.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(knowledge.issues).toEqual([])
  })

  it('reports a folder, a broken link and a pipe in place of a document, and reads the rest', async () => {
    await put('a.md', TABLE)
    await mkdir(join(folder, 'b.md'))
    await symlink(join(folder, 'nowhere'), join(folder, 'c.md'))
    execFileSync('mkfifo', [join(folder, 'd.md')])
    const knowledge = await load()
    expect(knowledge.documents.map(({ id }) => id)).toEqual(['a'])
    expect(knowledge.issues.map(({ severity, rule, file }) => `${severity} ${rule} ${file}`)).toEqual([
      'error unreadable-file b.md',
      'error unreadable-file c.md',
      'error unreadable-file d.md',
    ])
  })

  it('judges age by the clock it was given', async () => {
    await put('a.md', TABLE)
    const later = { now: () => new Date('2030-01-01T00:00:00Z') }
    const knowledge = await folderKnowledgeSource(folder, readKnowledge, later).load()
    expect(knowledge.issues.map(({ rule }) => rule)).toEqual(['old-document'])
  })
})

describe('a folder without documents', () => {
  it.each([
    ['empty', async () => {}],
    [
      'with nothing but a catalog and a README',
      async () => Promise.all([put('catalog.yaml', 'documents: { a.md: {} }'), put('README.md', TABLE)]),
    ],
    ['with files of other kinds', async () => put('logo.png', 'x')],
  ])('is an error that names it and says what to put there: %s', async (_, prepare) => {
    await prepare()
    const error = await load().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(AppError)
    expect(error).toMatchObject({ forPerson: expect.stringContaining(folder) })
    expect(error).toMatchObject({ forPerson: expect.stringMatching(/\.md, \.txt, \.csv, \.html or \.adoc/) })
  })

  it('is an error when it does not exist, or is a file', async () => {
    await put('a.md', TABLE)
    await expect(load(join(folder, 'missing'))).rejects.toThrow(/missing cannot be read \(ENOENT\)/)
    await expect(load(join(folder, 'a.md'))).rejects.toThrow(/a\.md cannot be read \(ENOTDIR\)/)
  })

  it('is no error when its documents are broken: the issues say so', async () => {
    await put('a.md', '')
    const knowledge = await load()
    expect(knowledge.documents).toEqual([])
    expect(knowledge.issues.map(({ rule }) => rule)).toContain('empty-document')
  })
})
