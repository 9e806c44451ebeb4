// The few texts that are commands and no questions: help, products, show.

import { hasSection } from './browse.ts'
import type { Inside } from './inside.ts'

export type Command =
  | { readonly name: 'help' | 'products' }
  | { readonly name: 'show'; readonly product: string; readonly section: string }

const COMMANDS: Readonly<Record<string, Command>> = {
  help: { name: 'help' },
  '?': { name: 'help' },
  commands: { name: 'help' },
  'what can you do': { name: 'help' },
  'how does this work': { name: 'help' },
  products: { name: 'products' },
  'which products do you know': { name: 'products' },
  'what products do you know': { name: 'products' },
  'which products are covered': { name: 'products' },
}

const SHOW = /^show\s+(?:me\s+)?(?:the\s+)?(.{1,200})$/isu
/** "who is responsible for section 3.2.2 of Email Pro" asks for all that stands in it. */
const NUMBERED =
  /^(?:who(?:'s|’s| is| are)?|what(?:'s|’s| is| are)?)(?: (?:responsible|accountable|in charge|does|do|doing|in|is|for|of|what|the|everything|work))* (?:section|chapter|§) ?(?<place>\d+(?:\.\d+)*\.? (?:of|on|in|for) .{1,200}?)[?.\s]*$/iu
/** "show me who restores backups on Email Pro" asks a question. */
const QUESTION = /\b(?:who|what|which|when|how|whose|is|are|do|does|everything|every|all|where)\b/iu

/** The command that the text is; undefined for a question. "show" is one only with a product after it. */
export function readCommand(text: string, inside: Inside): Command | undefined {
  const words = text.trim().replace(/^\/+/u, '')
  const plain = words.toLowerCase().replace(/\s*[?.]+$/u, '') || words
  if (Object.hasOwn(COMMANDS, plain)) return COMMANDS[plain]
  const shown = SHOW.exec(words)?.[1] ?? NUMBERED.exec(words)?.groups?.place
  const found = shown === undefined || QUESTION.test(shown) ? undefined : readProductAndSection(shown, inside)
  return found && { name: 'show', ...found }
}

export interface ProductAndSection {
  readonly product: string
  /** Without the words around it; empty when the whole document is meant. */
  readonly section: string
}

/**
 * `email pro incidents`, `incidents on email pro`, `the whole email pro matrix`: a product and the words besides. A
 * product whose name is typed otherwise counts only where those words are a section of it: what is not loaded is not
 * taken for what is.
 */
export function readProductAndSection(text: string, inside: Inside): ProductAndSection | undefined {
  const words = text.trim().split(/\s+/u)
  const spans = spansOf(words.length)
  const names = inside.knowledge.documents.flatMap((document) =>
    [document.product, ...document.aliases].map((name) => ({ name: name.toLowerCase(), product: document.product })),
  )
  for (const [from, to] of spans) {
    const called = bare(words.slice(from, to))
    const named = names.find(({ name }) => name === called)
    if (named) return { product: named.product, section: besides(words, from, to) }
  }
  for (const [from, to] of spans) {
    const product = inside.resolver.product(words.slice(from, to).join(' '))
    if (product === undefined) continue
    const section = besides(words, from, to)
    if (!section || hasSection(product, section, inside)) return { product, section }
  }
  return undefined
}

/** Every run of words, the longest first; of the same length the one further left. */
function spansOf(count: number): readonly (readonly [from: number, to: number])[] {
  const most = Math.min(count, LONGEST_NAME)
  return Array.from({ length: most }, (_, less) => most - less).flatMap((length) =>
    Array.from({ length: count - length + 1 }, (_, from) => [from, from + length] as const),
  )
}

/** Words of the longest name that is looked for. */
const LONGEST_NAME = 8

const bare = (words: readonly string[]): string =>
  words
    .join(' ')
    .toLowerCase()
    .replace(/[.,:;!?]+$/u, '')

const FRAME =
  /^(?:me|the|a|whole|full|entire|complete|all|of|on|for|in|from|at|section|sections|chapter|part|matrix|raci|table|document|rows|model|list|please)$/iu

/** What is said besides the product, without the words that only hold it. */
function besides(words: readonly string[], from: number, to: number): string {
  const rest = [...words.slice(0, from), ...words.slice(to)].map((word) => word.replace(/[,:;!?]+$/u, ''))
  const start = rest.findIndex((word) => word && !FRAME.test(word))
  const end = rest.findLastIndex((word) => word && !FRAME.test(word))
  return start < 0 ? '' : rest.slice(start, end + 1).join(' ')
}
