import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const raciServe = (...options: readonly string[]) =>
  spawn(process.execPath, ['src/main.ts', 'serve', '--port', '0', ...options], { cwd: ROOT })

describe('raci serve', () => {
  it('says where, serves the shipped folder on loopback, and ends cleanly when told to', async () => {
    const raci = raciServe()
    const ended = once(raci, 'exit')
    try {
      const [line] = await once(createInterface(raci.stdout), 'line')
      const url = /http:\/\/127\.0\.0\.1:\d+/u.exec(String(line))?.[0]
      expect(url, String(line)).toBeDefined()
      expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ ready: true, documents: 4 })
      expect(await (await fetch(`${url}/?q=who+restores+backups+on+Email+Pro`)).text()).toContain('id="answer"')
      expect((await fetch(`${url}/documents/email-pro`)).status).toBe(200)
    } finally {
      raci.kill('SIGTERM')
    }
    expect(await ended).toEqual([0, null])
  })

  it('says in one line why it cannot start', async () => {
    const raci = raciServe('--knowledge', 'missing-folder')
    let said = ''
    raci.stderr.on('data', (text) => {
      said += String(text)
    })
    const [status] = await once(raci, 'exit')
    expect([status, said.trimEnd().split('\n').length]).toEqual([1, 1])
    expect(said).toContain('missing-folder')
  })
})
