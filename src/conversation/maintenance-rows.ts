// Who carries out maintenance on a product, and how early it has to be announced, by its own documents.

import { quoted } from '../answer/wording.ts'
import { type NoticeRule, noticeRulesOf } from '../domain/maintenance-notice.ts'
import type { Activity } from '../domain/raci.ts'
import { AppError } from '../errors.ts'
import type { Inside } from './inside.ts'

/** The words of the rows that are meant; each document varies them. */
const QUESTION = 'plan and deploy updates and patches'
const MEANT = /\b(?:updat|patch|upgrad)\w*/iu
/** A document may part the provider's side from the customer's: both are shown, more would be a guess. */
const MOST = 2

/**
 * Rows of the product on what is done, best first: where the window's title names one of its activities clearly, those;
 * else the rows on updates and patches, none where its documents have no such row.
 */
export function maintenanceRows(
  product: string,
  { resolver }: Pick<Inside, 'resolver'>,
  title = '',
): readonly Activity[] {
  // a title tells; what is wanted of it is asked
  const named = MEANT.test(title) || !title.trim() ? undefined : resolver.resolve(`who does the ${title}?`, { product })
  const own = named?.kind === 'answer' ? named.rows.filter((row) => row.product === product) : []
  if (own.length) return own.slice(0, MOST)
  const found = resolver.resolve(`${QUESTION} on ${product}`)
  const entries = found.kind === 'answer' ? found.rows : found.kind === 'choices' ? found.options : []
  return entries
    .filter((entry) => entry.type === 'activity')
    .filter((entry) => entry.product === product && MEANT.test(entry.text))
    .slice(0, MOST)
}

/** What the product's documents promise on notice of maintenance. */
export function noticeRules(product: string, { knowledge }: Pick<Inside, 'knowledge'>): readonly NoticeRule[] {
  return knowledge.documents
    .filter((document) => document.product === product)
    .flatMap((document) => document.entries)
    .flatMap((entry) => (entry.type === 'rule' ? noticeRulesOf(entry) : []))
}

/** The products that people mean, each once. Throws AppError for words that name none. */
export function namedProducts(words: readonly string[], { resolver }: Pick<Inside, 'resolver'>): readonly string[] {
  return [...new Set(words.map((one) => resolver.product(one) ?? unknownProduct(one)))]
}

function unknownProduct(words: string): never {
  const text = `No loaded document covers ${quoted(words)}. “products” lists what is covered.`
  throw new AppError(text, text)
}
