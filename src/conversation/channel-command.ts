// The commands that only make sense in a channel: bind, unbind, incident.

export type ChannelCommand =
  | { readonly name: 'bind'; readonly words: string }
  | { readonly name: 'unbind' }
  | { readonly name: 'incident'; readonly words: string }

const BIND = /^bind(?:\s+(?:this\s+channel\s+)?(?:to\s+)?(?<words>.{1,200}))?$/isu
const UNBIND = /^unbind(?:\s+this\s+channel)?$/iu
/** "incident email pro" names a product; "incident notification: who?" asks a question. */
const INCIDENT = /^incident(?:\s+card)?(?:\s+(?:on|for)?\s*(?<words>[^?]{1,80}))?$/iu

/** The command that the text is; undefined for a question. `isProduct` says whether words name a product. */
export function readChannelCommand(text: string, isProduct: (words: string) => boolean): ChannelCommand | undefined {
  const plain = text.trim().replace(/^\/+/u, '')
  const bound = BIND.exec(plain)
  if (bound) return { name: 'bind', words: bound.groups?.words ?? '' }
  if (UNBIND.test(plain)) return { name: 'unbind' }
  const incident = INCIDENT.exec(plain)
  if (!incident) return undefined
  const words = incident.groups?.words?.trim() ?? ''
  return !words || isProduct(words) ? { name: 'incident', words } : undefined
}
