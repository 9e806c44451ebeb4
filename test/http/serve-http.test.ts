import { request } from 'node:http'
import express, { type Express } from 'express'
import { afterEach, describe, expect, it } from 'vitest'
import type { Failure } from '../../adapters/http/close-app.ts'
import type { Readiness } from '../../adapters/http/health.ts'
import type { Listening } from '../../adapters/http/listen.ts'
import { serveHttp } from '../../adapters/http/serve-http.ts'
import { AppError } from '../../src/errors.ts'

const opened: Listening[] = []
const reported: { readonly error: unknown; readonly requestId: string }[] = []
const renderFailure = (failure: Failure) =>
  `<h1>${failure.title}</h1><p>${failure.message}</p><i>${failure.requestId}</i>`

async function serve(mount: (app: Express) => void = () => {}, readiness: Readiness = { ready: true, documents: 4 }) {
  const listening = await serveHttp({
    address: { host: '127.0.0.1', port: 0 },
    readiness: () => readiness,
    mount,
    renderFailure,
    report: (error, requestId) => reported.push({ error, requestId }),
  })
  opened.push(listening)
  return listening.url
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((listening) => listening.close()))
  reported.splice(0)
})

describe('health', () => {
  it('says that the process is alive', async () => {
    const response = await fetch(`${await serve()}/healthz`)
    expect([response.status, await response.json()]).toEqual([200, { alive: true }])
  })

  it.each([
    ['ready', { ready: true, documents: 4 }, 200],
    ['not ready', { ready: false, documents: 0 }, 503],
  ])('says when it is %s, and how much is loaded', async (_what, readiness, status) => {
    const response = await fetch(`${await serve(undefined, readiness)}/readyz`)
    expect([response.status, await response.json()]).toEqual([status, readiness])
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})

describe('headers of every answer', () => {
  it.each(['/healthz', '/nowhere'])('%s allows no script, no frame, no other host', async (path) => {
    const { headers } = await fetch((await serve()) + path)
    const policy = headers.get('content-security-policy')?.split(';')
    expect(policy).toEqual([
      "default-src 'none'",
      "style-src 'self'",
      "img-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.has('x-powered-by')).toBe(false)
  })

  it('have a number of their own, whatever the client sends', async () => {
    const url = `${await serve()}/healthz`
    const ask = async () => (await fetch(url, { headers: { 'X-Request-Id': 'mine' } })).headers.get('x-request-id')
    const [one, other] = [await ask(), await ask()]
    expect(one).toMatch(/^[0-9a-f-]{36}$/u)
    expect(other).not.toBe(one)
  })
})

describe('failures', () => {
  const failing = (error: unknown) => (app: Express) =>
    app.get('/fail', () => {
      throw error
    })

  it('a bug is reported with its number, and its inside is not shown', async () => {
    const bug = new Error('secret of the inside')
    const response = await fetch(`${await serve(failing(bug))}/fail`)
    const page = await response.text()
    expect(response.status).toBe(500)
    expect(page).not.toContain('secret')
    expect(reported).toEqual([{ error: bug, requestId: response.headers.get('x-request-id') }])
    expect(page).toContain(response.headers.get('x-request-id'))
  })

  it('an operational failure says what the person may read', async () => {
    const response = await fetch(`${await serve(failing(new AppError('disk gone', 'Try again later.')))}/fail`)
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('<p>Try again later.</p>')
    expect(reported).toHaveLength(1)
  })

  it.each([
    ['an unknown address', '/nowhere', 404],
    ['an address that cannot be decoded', '/things/%E0%A4%A', 400],
  ])('%s is the client’s and not reported', async (_what, path, status) => {
    const url = await serve((app) => app.get('/things/:id', (_request, response) => response.json({})))
    const response = await fetch(url + path)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(reported).toEqual([])
  })

  it('a body that is too long is refused', async () => {
    const url = await serve((app) =>
      app.post('/say', express.text({ limit: 10 }), (_request, response) => response.end()),
    )
    const response = await fetch(`${url}/say`, { method: 'POST', body: 'x'.repeat(11) })
    expect([response.status, await response.text()]).toEqual([413, expect.stringContaining('too long')])
  })

  it('a program that asks for JSON gets JSON', async () => {
    const response = await fetch(`${await serve()}/nowhere`, { headers: { Accept: 'application/json' } })
    expect(await response.json()).toEqual({
      error: expect.any(String),
      requestId: response.headers.get('x-request-id'),
    })
  })
})

describe('the port', () => {
  it('that is taken is said in words', async () => {
    const { port } = new URL(await serve())
    const again = serveHttp({
      address: { host: '127.0.0.1', port: Number(port) },
      readiness: () => ({ ready: true, documents: 1 }),
      mount: () => {},
      renderFailure,
      report: () => {},
    })
    await expect(again).rejects.toMatchObject({
      name: 'AppError',
      forPerson: `Cannot listen on 127.0.0.1 port ${port}: another program listens there already; choose another port.`,
    })
  })

  it('takes 10,000 characters in an address', async () => {
    const url = await serve((app) => app.get('/long', (request, response) => response.json(request.originalUrl.length)))
    const response = await fetch(`${url}/long?q=${encodeURIComponent('語'.repeat(10_000))}`)
    expect(await response.json()).toBe(90_008)
  })

  it('finishes a running answer before it closes', async () => {
    let finish = () => {}
    const started = Promise.withResolvers<void>()
    const url = await serve((app) =>
      app.get('/slow', (_request, response) => {
        finish = () => response.end('done')
        started.resolve()
      }),
    )
    const answer = Promise.withResolvers<string>()
    request(`${url}/slow`, (response) => response.setEncoding('utf8').on('data', answer.resolve)).end()
    await started.promise
    const closed = opened.splice(0).map((listening) => listening.close())
    await expect(fetch(`${url}/healthz`)).rejects.toThrow()
    finish()
    expect(await answer.promise).toBe('done')
    await Promise.all(closed)
  })
})
