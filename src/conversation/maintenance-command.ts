// What follows "maintenance": add, list, change, cancel; alone it lists.

export type MaintenanceCommand =
  | { readonly name: 'explain' }
  /** `words` name a product; empty when nobody said one. */
  | { readonly name: 'add'; readonly words: string }
  | { readonly name: 'list'; readonly words: string }
  /** `code` as it was typed; empty when nobody said one. */
  | { readonly name: 'change'; readonly code: string }
  | { readonly name: 'cancel'; readonly code: string }

const MAINTENANCE = /^maintenance(?:\s+(?<rest>.{0,300}))?$/isu
const ADD = /^(?:add|new)(?:\s+(?:on\s+|for\s+)?(?<words>[^?]{1,100}))?$/iu
const LIST = /^list(?:\s+(?:on\s+|for\s+|of\s+)?(?<words>[^?]{1,100}))?$/iu
const ONE = /^(?<verb>change|move|edit|cancel)(?:\s+#?(?<code>[a-z0-9]{1,20}))?$/iu

/** The command that the text is; undefined for a question that begins with the word. */
export function readMaintenanceCommand(text: string): MaintenanceCommand | undefined {
  const found = MAINTENANCE.exec(text.trim().replace(/^\/+/u, ''))
  if (!found) return undefined
  const rest = found.groups?.rest?.trim() ?? ''
  if (!rest) return { name: 'list', words: '' }
  if (/^help$/iu.test(rest)) return { name: 'explain' }
  const [add, list, one] = [ADD.exec(rest), LIST.exec(rest), ONE.exec(rest)]
  if (add) return { name: 'add', words: add.groups?.words?.trim() ?? '' }
  if (list) return { name: 'list', words: list.groups?.words?.trim() ?? '' }
  if (!one) return undefined
  const code = one.groups?.code?.toLowerCase() ?? ''
  return { name: one.groups?.verb?.toLowerCase() === 'cancel' ? 'cancel' : 'change', code }
}
