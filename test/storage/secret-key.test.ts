import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readOrCreateKey, readSecretKeys } from '../../adapters/storage/secret-key.ts'

describe('keys in the environment', () => {
  test('are read newest first, in both alphabets of base64, with any white space', () => {
    const [one, two] = [randomBytes(32), randomBytes(32)]
    const text = ` new-1:${one.toString('base64')},\n old_1:${two.toString('base64url')} `
    expect(readSecretKeys(text)).toEqual([
      { id: 'new-1', key: one },
      { id: 'old_1', key: two },
    ])
  })

  test('may be none', () => {
    expect(readSecretKeys(' ')).toEqual([])
  })

  test.each(['c2VjcmV0', 'k:c2VjcmV0', `k.1:${'A'.repeat(43)}=`, `k:${'A'.repeat(60)}`])(
    'are refused without being repeated (%s)',
    (text) => {
      expect(() => readSecretKeys(text)).toThrow(/NAME:KEY/u)
      expect(() => readSecretKeys(text)).not.toThrow(text)
    },
  )
})

describe('a key in a file', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'raci-key-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('is made once, for its owner only', async () => {
    const file = join(folder, 'deep', 'hash.key')
    const made = await readOrCreateKey(file)
    expect(made).toHaveLength(32)
    expect(await readOrCreateKey(file)).toEqual(made)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  test('is refused when it is not one', async () => {
    const file = join(folder, 'hash.key')
    await writeFile(file, 'not a key')
    await expect(readOrCreateKey(file)).rejects.toThrow(/does not hold 32 bytes/u)
  })

  test('names the file that cannot be made', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    await chmod(file, 0o600)
    await expect(readOrCreateKey(join(file, 'hash.key'))).rejects.toMatchObject({
      forPerson: expect.stringContaining(join(file, 'hash.key')),
    })
  })
})
