import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const DOCUMENT = `---
title: Tea kitchen
updated: 2026-01-02
---

## Cleaning

| Activity | Cook | Guest |
| --- | --- | --- |
| Empty the dishwasher | I | RA |
`

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'raci-serve-'))
  await writeFile(join(folder, 'kitchen.md'), DOCUMENT)
})

afterAll(() => rm(folder, { recursive: true }))

describe('raci serve', () => {
  it('says where, serves the folder on loopback, and ends cleanly when told to', async () => {
    const raci = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--knowledge', folder])
    const ended = once(raci, 'exit')
    try {
      const [line] = await once(createInterface(raci.stdout), 'line')
      const url = /http:\/\/127\.0\.0\.1:\d+/u.exec(String(line))?.[0]
      expect(url, String(line)).toBeDefined()

      expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ ready: true, documents: 1 })
      const markup = await (await fetch(`${url}/?q=Empty+the+dishwasher`)).text()
      expect(markup).toContain('<blockquote dir="auto"><p>Empty the dishwasher</p></blockquote>')
      expect((await fetch(`${url}/documents/kitchen`)).status).toBe(200)
    } finally {
      raci.kill('SIGTERM')
    }
    expect(await ended).toEqual([0, null])
  })

  it('says in one line why it cannot start', async () => {
    const raci = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--knowledge', join(folder, 'missing')])
    let said = ''
    raci.stderr.on('data', (text) => {
      said += String(text)
    })
    const [status] = await once(raci, 'exit')
    expect([status, said.trimEnd().split('\n').length]).toEqual([1, 1])
    expect(said).toContain('missing')
  })
})
