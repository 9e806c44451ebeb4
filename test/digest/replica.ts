// One replica as a process of its own, for the chaos test: it asks for the time, runs the digests, and asks again.

import { openStore } from '../../adapters/storage/open-store.ts'
import { runDigests } from '../../src/digest/run-digests.ts'
import type { Notifier } from '../../src/ports/notifier.ts'

const [, , platform = '', databaseUrl = '', name = ''] = process.argv
let now = new Date(0)
const clock = { now: () => now }

async function ask(path: string, key = ''): Promise<string> {
  const response = await fetch(`${platform}${path}?key=${encodeURIComponent(key)}`, { headers: { replica: name } })
  if (!response.ok) throw new Error(`answered ${response.status}`)
  return response.text()
}

const notifier: Notifier = {
  turn: async () => {},
  tell: async () => false,
  post: async (_channel, _answer, { key }) => {
    try {
      return { kind: 'posted', message: await ask('/post', key) }
    } catch (error) {
      return { kind: 'unsure', reason: String(error) }
    }
  },
  find: async (_channel, { key }) => {
    try {
      const message = await ask('/find', key)
      return message ? { kind: 'found', message } : { kind: 'absent' }
    } catch (error) {
      return { kind: 'later', reason: String(error) }
    }
  },
}

const store = await openStore({ clock, databaseUrl, hashKey: Buffer.alloc(32, 'hash') })
for (;;) {
  now = new Date(await ask('/clock'))
  await runDigests({
    subscriptions: store.subscriptions,
    days: store.digestDays,
    maintenance: store.maintenance,
    notifierOf: () => notifier,
    holidays: [],
    sources: [],
    clock,
    rowsOf: () => [],
    noticeRulesOf: () => [],
    report: () => {},
  })
}
