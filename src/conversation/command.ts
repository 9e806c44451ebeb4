// The few texts that are commands and no questions: help, products, show.

import type { Inside } from './inside.ts'

export type Command =
  | { readonly name: 'help' | 'products' }
  | { readonly name: 'show'; readonly product: string; readonly section: string }

const COMMANDS: Readonly<Record<string, Command>> = {
  help: { name: 'help' },
  '?': { name: 'help' },
  products: { name: 'products' },
}

const SHOW = /^show\s+(?:me\s+)?(?:the\s+)?(.{1,200})$/isu
/** "show me who restores backups on Email Pro" asks a question. */
const QUESTION = /\b(?:who|what|which|when|how|whose|is|are|do|does|everything|every|all|where)\b/iu

/** The command that the text is; undefined for a question. "show" is one only with a product after it. */
export function readCommand(text: string, inside: Inside): Command | undefined {
  const words = text.trim().replace(/^\/+/u, '')
  const plain = words.toLowerCase()
  if (Object.hasOwn(COMMANDS, plain)) return COMMANDS[plain]
  const shown = SHOW.exec(words)?.[1]
  const found = shown === undefined || QUESTION.test(shown) ? undefined : readProductAndSection(shown, inside)
  return found && { name: 'show', ...found }
}

/** `email pro incidents`: the product that the words begin with, and the words after it. */
export function readProductAndSection(
  text: string,
  { knowledge, resolver }: Inside,
): { readonly product: string; readonly section: string } | undefined {
  const words = text.trim().split(/\s+/u)
  const names = knowledge.documents.flatMap((document) =>
    [document.product, ...document.aliases].map((name) => ({ name: name.toLowerCase(), product: document.product })),
  )
  const heads = words.map((_, at) => words.slice(0, words.length - at).join(' '))
  for (const head of heads) {
    const named = names.find(({ name }) => name === head.toLowerCase())
    if (named) return { product: named.product, section: text.trim().slice(head.length).trim() }
  }
  for (const head of heads.toReversed()) {
    const product = resolver.product(head)
    if (product) return { product, section: words.slice(head.split(' ').length).join(' ') }
  }
  return undefined
}
