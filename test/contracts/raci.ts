// The command itself, as another program would run it: a process, its streams, its status.

import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../bin/raci.js', import.meta.url))

export interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Runs `raci WORDS`; `input` goes to its standard input. */
export function raci(
  words: readonly string[],
  input: string | Uint8Array = '',
  env: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [main, ...words], { env: { ...process.env, ...env } })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text
  })
  // A command that needs no input may end before it was written.
  child.stdin.on('error', () => undefined).end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, out, err }))
  })
}

const MAIL = `---
title: Mail - Responsibility model
updated: 2026-01-31
---

### 1. Operations

| Activity | Customer | Provider |
| --- | --- | --- |
| Restore mailboxes from a backup | I | RA |
| Renew the certificate | A | R |
| Choose the domain name | RA |  |
`

const COMMS = `# Maintenance communication

## Announcements

Planned maintenance is announced three business days in advance by email.
`

const CATALOG = `documents:
  mail.md: { product: Mail, url: "https://docs.example.com/mail" }
  comms.md: { product: Mail Announcements, kind: communication }
`

/** A knowledge folder of two small documents. */
export function knowledgeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'raci-knowledge-'))
  writeFileSync(join(folder, 'mail.md'), MAIL)
  writeFileSync(join(folder, 'comms.md'), COMMS)
  writeFileSync(join(folder, 'catalog.yaml'), CATALOG)
  return folder
}
