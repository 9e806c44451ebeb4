// The console as `raci serve` puts it together, on a free port of loopback, over any knowledge.

import type { Listening } from '../../adapters/http/listen.ts'
import { serveHttp } from '../../adapters/http/serve-http.ts'
import type { Board } from '../../adapters/web/board.ts'
import { renderFailurePage } from '../../adapters/web/failure-page.ts'
import { mountWeb } from '../../adapters/web/mount-web.ts'
import type { Inside } from '../../src/conversation/inside.ts'
import type { Entry, Knowledge } from '../../src/domain/knowledge.ts'
import type { Resolver } from '../../src/resolve/resolver.ts'
import { knowledge } from '../answer/fixture-knowledge.ts'
import { resolutions } from '../answer/resolutions.ts'
import { boardOf } from './board.ts'

/** Starts the console; failures of ours end the test that caused them, by way of `failures`. */
export async function startConsole(
  inside: Inside = fixtureInside(),
  given?: Board,
): Promise<Listening & { readonly failures: readonly unknown[] }> {
  const failures: unknown[] = []
  const board = given ?? (await boardOf())
  const listening = await serveHttp({
    address: { host: '127.0.0.1', port: 0 },
    readiness: () => ({ ready: true, documents: inside.knowledge.documents.length }),
    mount: (app) => mountWeb(app, inside, board),
    renderFailure: renderFailurePage,
    report: (error) => failures.push(error),
  })
  return { ...listening, failures }
}

/** The hand-written knowledge, and a resolver that knows exactly the questions of `resolutions`. */
export function fixtureInside(loaded: Knowledge = knowledge): Inside {
  return { knowledge: loaded, resolver: fixtureResolver(loaded) }
}

function fixtureResolver({ documents }: Knowledge): Resolver {
  const entries = documents.flatMap((document): readonly Entry[] => document.entries)
  // Several were asked in the same words: the one that names no product comes first.
  const known = Object.values(resolutions).toSorted((a, b) => a.reading.products.length - b.reading.products.length)
  return {
    resolve: (question) => {
      const found = known.find(({ reading }) => reading.question === question.trim())
      if (found) return found
      const reading = { question, products: [], aspect: 'who', understood: [] } as const
      const reason = question.trim() ? 'activity-not-covered' : 'no-question'
      return { kind: 'unknown', reading, reason, near: [], evidence: [] }
    },
    entry: (id) => entries.find((entry) => entry.id === id),
    elsewhere: (entry) =>
      entry.type === 'rule'
        ? []
        : entries.filter((one) => one.type === 'activity' && one.text === entry.text && one.product !== entry.product),
    product: (words) => documents.find(({ product }) => product.toLowerCase() === words.toLowerCase())?.product,
  }
}
