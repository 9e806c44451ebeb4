// Turns for `npm run bench:teams`: a message delivered to a bot, and its answer arrived at our stub of the connector.

import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'

const QUESTIONS = [
  'who restores backups on email pro',
  'who restores backups',
  'who is informed about incidents on trusted exchange',
  'who patches the operating system of our instances',
]

/** What one round came to. */
export interface Round {
  readonly turnsPerSecond: number
  /** Milliseconds until the 200, which Teams wants soon. */
  readonly acknowledged: readonly number[]
}

export interface Turns {
  /** `abreast` people ask one question after the other for about `ms` milliseconds. */
  round(bot: string, ms: number, abreast: number): Promise<Round>
  close(): void
}

/** Starts the stub that every bot answers to. */
export async function startTurns(): Promise<Turns> {
  const arrived = new Map<string, () => void>()
  const connector = createServer((incoming, response) => {
    incoming.resume()
    incoming.on('end', () => {
      response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"id":"1"}')
      const replyTo = decodeURIComponent((incoming.url ?? '').split('/').at(-1) ?? '')
      arrived.get(replyTo)?.()
      arrived.delete(replyTo)
    })
  })
  connector.listen(0, '127.0.0.1')
  await once(connector, 'listening')
  const address = connector.address()
  const serviceUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`
  const agent = new Agent({ keepAlive: true })
  let ids = 0

  /** Resolves to the milliseconds until the 200. Everybody speaks in a conversation and a tenant of their own: pacing is not what is measured. */
  async function turn(bot: string): Promise<number> {
    ids += 1
    const activity = messageOf(`${process.pid}-${ids}`, QUESTIONS[ids % QUESTIONS.length] ?? '', serviceUrl)
    const answered = new Promise<void>((resolve) => {
      arrived.set(activity.id, resolve)
    })
    const [acknowledged] = await Promise.all([deliver(bot, JSON.stringify(activity), agent), answered])
    return acknowledged
  }

  return {
    async round(bot, ms, abreast) {
      const from = performance.now()
      const acknowledged: number[] = []
      const person = async (): Promise<void> => {
        while (performance.now() - from < ms) acknowledged.push(await turn(bot))
      }
      await Promise.all(Array.from({ length: abreast }, person))
      return { turnsPerSecond: acknowledged.length / ((performance.now() - from) / 1000), acknowledged }
    },
    close() {
      agent.destroy()
      connector.closeAllConnections()
      connector.close()
    },
  }
}

function messageOf(name: string, text: string, serviceUrl: string) {
  const tenant = { id: `tenant-${name}` }
  return {
    type: 'message',
    id: `turn-${name}`,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:person-${name}`, name: 'Ada Example', aadObjectId: `person-${name}` },
    recipient: { id: '28:bot', name: 'Raci' },
    conversation: { conversationType: 'personal', id: `a:${name}`, tenantId: tenant.id },
    channelData: { tenant },
    locale: 'en-GB',
    textFormat: 'plain',
    text,
  }
}

function deliver(bot: string, body: string, agent: Agent): Promise<number> {
  const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }
  const from = performance.now()
  return new Promise((resolve, reject) => {
    const posting = request(`${bot}/api/messages`, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      const { statusCode } = response
      response.on('end', () => {
        if (statusCode === 200) resolve(performance.now() - from)
        else reject(new Error(`the bot answered ${statusCode}`))
      })
    })
    posting.on('error', reject)
    posting.end(body)
  })
}
