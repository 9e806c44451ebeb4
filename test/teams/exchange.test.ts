// One exchange as it goes over the wire.

import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { createExchange } from '../../adapters/teams/exchange.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function serve(listener: RequestListener, host = '127.0.0.1'): Promise<string> {
  const server = createServer(listener).listen(0, host)
  await once(server, 'listening')
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

const get = { method: 'GET', headers: {}, timeoutMs: 2_000 }
const said: RequestListener = ({ url }, response) => {
  response.end(url)
}

describe('an exchange', () => {
  it.each([
    ['/v3/conversations/19%3Aabc%40thread.tacv2/activities', '/v3/conversations/19%3Aabc%40thread.tacv2/activities'],
    ['/a?b=c', '/a?b=c'],
    ['/a b/ü', '/a%20b/%C3%BC'],
    ['/a/../b', '/b'],
    ['/a/./b', '/a/b'],
    ['/a#b', '/a'],
    ['', '/'],
  ])('asks for %j as an address is read: %j', async (path, asked) => {
    const [root, exchange] = [await serve(said), createExchange()]
    // The second time the host is known.
    for (const _ of [1, 2]) expect((await exchange(`${root}${path}`, get)).body).toBe(asked)
  })

  it('knows hosts apart', async () => {
    const [one, other, exchange] = [
      await serve((_, response) => response.end('one')),
      await serve((_, response) => response.end('other')),
      createExchange(),
    ]
    const bodies: string[] = []
    for (const root of [one, other, one]) bodies.push((await exchange(`${root}/`, get)).body)
    expect(bodies).toEqual(['one', 'other', 'one'])
  })

  it('sends a body with its length in bytes, and keeps the connection', async () => {
    const sockets = new Set<unknown>()
    const root = await serve((request, response) => {
      sockets.add(request.socket)
      request.setEncoding('utf8')
      let body = ''
      request.on('data', (piece) => {
        body += piece
      })
      request.on('end', () => response.end(`${request.headers['content-length']} ${body}`))
    })
    const exchange = createExchange()
    for (const body of ['é', 'ab']) {
      const { body: echoed } = await exchange(`${root}/`, { ...get, method: 'POST', body })
      expect(echoed).toBe(`2 ${body}`)
    }
    expect(sockets.size).toBe(1)
  })

  it.each<[string, RequestListener]>([
    ['that never comes', () => undefined],
    ['whose body never ends', (_, response) => response.writeHead(200).write('{')],
  ])('waits no longer than it may for an answer %s', async (_, listener) => {
    const root = await serve(listener)
    await expect(createExchange()(`${root}/`, { ...get, timeoutMs: 30 })).rejects.toThrow('no answer within 30 ms')
  })

  it('rejects when the answer is cut, or has no end', async () => {
    const cut = await serve((_, response) => {
      response.writeHead(200, { 'Content-Length': '10' }).write('abc')
      setTimeout(() => response.destroy(), 5)
    })
    await expect(createExchange()(`${cut}/`, get)).rejects.toThrow('aborted')
    const long = await serve((_, response) => response.end('x'.repeat(1_100_000)))
    await expect(createExchange()(`${long}/`, get)).rejects.toThrow('too long')
  })

  it('rejects for an address that is none, and for a host that is not there', async () => {
    await expect(createExchange()('nowhere', get)).rejects.toMatchObject({ code: 'ERR_INVALID_URL' })
    await expect(createExchange()('http://127.0.0.1:9/', get)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})
