// The product's name out of a document's title: `Email Pro - Responsibility model` is about Email Pro.

import { fold } from './block.ts'

const MODEL = `(?:raci(?: matrix| chart| model)?|(?:shared )?responsibilit(?:y|ies)(?: model| matrix| sharing| assignment matrix)?|support plans(?: & sla)?)`
const AFTER = new RegExp(String.raw`^(.+?)\s*[-–—:|]\s*(?:the\s+)?${MODEL}\b.*$`, 'i')
const BEFORE = new RegExp(
  String.raw`^(?:the\s+)?${MODEL}(?:\s*\(raci\))?\s*(?:[-–—:|]|for|of)\s*(?:the\s+)?(?:product\s+)?(.+?)(?:\s+service)?$`,
  'i',
)
const TAIL = new RegExp(String.raw`^(.+?)\s+${MODEL}$`, 'i')

/** The title without the words that only say what kind of document it is; the title itself when there are none. */
export function productFromTitle(title: string): string {
  const text = fold(title.slice(0, 300))
  for (const pattern of [AFTER, BEFORE, TAIL]) {
    const product = pattern.exec(text)?.[1]?.trim()
    if (product !== undefined && product.length > 1) return product
  }
  return text
}

/** `email-pro` becomes `Email pro`: the last resort when a document says nothing of itself. */
export function nameFromFile(id: string): string {
  const words = fold(id.replace(/[-_.]+/g, ' '))
  return words.charAt(0).toUpperCase() + words.slice(1)
}
