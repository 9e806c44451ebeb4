// The product's name out of a document's title: `Email Pro - Responsibility model` is about Email Pro.

import { fold } from './block.ts'

const KIND =
  '(?:(?:daci|rasci|raci)(?: matrix| chart| model| table)?|(?:shared )?respons[ai]bilit(?:y|ies)(?: model| matrix| sharing| split| table| assignment matrix)?|(?:matrix|split|division|sharing|demarcation|allocation) of (?:duties|roles|tasks|work|labour|responsibilities)|roles(?: and responsibilities| of [^:|]+)?|who does what|duties|(?:how|when) (?:we|to) (?:talk|communicate|reach|contact)[^:|]*|(?:[a-z]+ (?:and|&) )?(?:support|operations?|communications?|contacts?|incident|escalation|service)(?: (?:and|&) [a-z]+)? (?:handbook|agreement|manual|guide|guidelines|plan|policy|rules|charter)|partage de responsabilités?)(?:\\s*\\((?:raci|daci|en|fr)\\))?'
const AFTER = new RegExp(String.raw`^(.+?)\s*[-–—:|]\s*(?:the\s+)?${KIND}(?![\p{L}]).*$`, 'iu')
const BEFORE = new RegExp(
  String.raw`^(?:the\s+)?${KIND}\s*(?:[-–—:|]|\bfor\b|\bof\b|\bdu\b|\bde\b|\bsur\b|\bpour\b)\s*(?:the\s+|les?\s+|la\s+)?(?:(?:product|service|produit)\s+)?(.+?)(?:\s+service)?$`,
  'iu',
)
const FIRST = new RegExp(String.raw`^${KIND}\s+(.+)$`, 'iu')
const LAST = new RegExp(String.raw`^(.+?)\s+${KIND}$`, 'iu')
/** Titles that name the kind of document and no product. */
const GENERIC = new RegExp(
  String.raw`^[^\p{L}]*(?:the\s+)?(?:${KIND}(?:\s+between\b.*)?|roles(?: (?:and|&) responsibilities)?|introduction|overview|contents?|document control)[^\p{L}]*$`,
  'iu',
)

/** Titles that only spell out the letters: `Driver, Approver, Consulted, and Informed (DACI)`. */
const ROLES = '(?:responsible|accountable|consulted|informed|supporting|supportive|driver|approver|contributors?)'
const SPELT_OUT = new RegExp(
  String.raw`^(?:the\s+)?${ROLES}(?:\s*(?:,|/|&|\band\b)\s*(?:and\s+)?${ROLES})+(?:\s*\([a-z]+\))?$`,
  'iu',
)
const PLACEHOLDER = /\$?\{\{?\s*[\w.:-]{1,60}\s*\}\}?|(?<=\s|^)%[\w-]{1,60}%/u

/** What a text leaves to be filled in: `{product-title}`, `{{ name }}`; undefined in a text that is whole. */
export function placeholderIn(text: string): string | undefined {
  return PLACEHOLDER.exec(text)?.[0]
}

/** The title without the words that only say what kind of document it is; undefined when nothing else is left. */
export function productFromTitle(title: string): string | undefined {
  const text = fold(title.slice(0, 300))
  if (text === '' || GENERIC.test(text) || SPELT_OUT.test(text)) return undefined
  for (const pattern of [AFTER, BEFORE, FIRST, LAST]) {
    const product = pattern.exec(text)?.[1]?.trim()
    if (product !== undefined && /\p{L}{2}/u.test(product)) return placeholderIn(product) ? undefined : product
  }
  return placeholderIn(text) ? undefined : text
}

/** `email-pro-raci` becomes `Email Pro`: the last resort when a document says nothing of itself. */
export function nameFromFile(id: string): string {
  const words = fold(id.replace(/[-_.]+/g, ' '))
  const name = words.replace(/(?<!\S)\p{Ll}/gu, (letter) => letter.toUpperCase())
  return productFromTitle(name) ?? name
}
