// One GET of a configured address: bounded in time, size and redirects, and never led into a private network.

import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import { isPrivateAddress, PrivateAddressError, publicLookup } from './private-address.ts'

export interface FetchOptions {
  /** Media types that are taken, e.g. `application/json`. */
  readonly types: readonly string[]
  /** The version that is known: with it the answer may be `unchanged`. */
  readonly version?: Version
  readonly allowPrivateRedirects: boolean
  /** For the whole exchange (ms). Default 15,000. */
  readonly timeoutMs?: number
  /** Bytes. Default 5 MB: a status page with 50 windows has about 300 KB. */
  readonly largest?: number
}

/** What the server calls this version of its answer. */
export interface Version {
  readonly etag?: string
  readonly lastModified?: string
}

export type FetchedText =
  | { readonly kind: 'text'; readonly text: string; readonly version: Version }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly reason: string; readonly retryAfterMs?: number }

const MOST_REDIRECTS = 3
const TIMEOUT = 15_000
const LARGEST = 5 * 1024 * 1024
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** Gets the text. Never rejects for what the network or the server does. */
export async function fetchText(address: string, options: FetchOptions): Promise<FetchedText> {
  const { timeoutMs = TIMEOUT } = options
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    return await follow(new URL(address), options, signal)
  } catch (error) {
    if (signal.aborted) return failed(`did not answer within ${timeoutMs / 1000} s`)
    if (error instanceof PrivateAddressError) return failed('redirects to a private address')
    return failed(`could not be reached: ${codeOf(error)}`)
  }
}

async function follow(start: URL, options: FetchOptions, signal: AbortSignal): Promise<FetchedText> {
  let at = start
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    // An operator may configure an inside address; a redirect within it stays with what was configured.
    const response = await open(at, at.origin === start.origin || options.allowPrivateRedirects, options, signal)
    const status = response.statusCode ?? 0
    if (!REDIRECTS.has(status)) return answer(response, status, options, signal)
    response.destroy()
    const next = URL.parse(response.headers.location ?? '', at.href)
    if (!next) return failed('redirects to nowhere')
    if (!/^https?:$/u.test(next.protocol)) return failed(`redirects to a ${next.protocol} address`)
    if (at.protocol === 'https:' && next.protocol === 'http:') return failed('redirects from https to http')
    at = next
  }
  return failed(`redirects more than ${MOST_REDIRECTS} times`)
}

function open(
  url: URL,
  trusted: boolean,
  { types, version }: FetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/gu, '')
  if (!trusted && isIP(host) && isPrivateAddress(host)) throw new PrivateAddressError(host)
  const headers = {
    accept: types.join(', '),
    'accept-encoding': 'identity',
    'user-agent': 'raci',
    ...(version?.etag === undefined ? {} : { 'if-none-match': version.etag }),
    ...(version?.lastModified === undefined ? {} : { 'if-modified-since': version.lastModified }),
  }
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  const sent: ClientRequest = send(url, { headers, signal, ...(trusted ? {} : { lookup: publicLookup }) }, resolve)
  sent.on('error', reject)
  sent.end()
  return promise
}

async function answer(
  response: IncomingMessage,
  status: number,
  { types, version, largest = LARGEST }: FetchOptions,
  signal: AbortSignal,
): Promise<FetchedText> {
  const refuse = (reason: string, more: object = {}): FetchedText => {
    response.destroy()
    return { ...failed(reason), ...more }
  }
  if (status === 304) return version ? { kind: 'unchanged' } : refuse('answered 304 to a first request')
  if (status !== 200) return refuse(`answered ${status}`, retryAfter(response.headers['retry-after']))
  const type = response.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? 'no type'
  if (!types.includes(type)) return refuse(`answered with ${type}, not ${types[0]}`)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response) {
    signal.throwIfAborted()
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size > largest) return refuse(`answered with more than ${Math.round(largest / 1024 / 1024)} MB`)
    chunks.push(chunk)
  }
  const { etag, 'last-modified': lastModified } = response.headers
  return {
    kind: 'text',
    text: Buffer.concat(chunks)
      .toString('utf8')
      .replace(/^\uFEFF/u, ''),
    version: { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) },
  }
}

function failed(reason: string): Extract<FetchedText, { kind: 'failed' }> {
  return { kind: 'failed', reason }
}

function retryAfter(seconds: string | undefined): { readonly retryAfterMs?: number } {
  return seconds !== undefined && /^\d{1,6}$/u.test(seconds) ? { retryAfterMs: Number(seconds) * 1000 } : {}
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'the connection broke'
}
