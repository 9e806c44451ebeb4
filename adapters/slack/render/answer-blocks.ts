// Each kind of an answer's blocks as Block Kit: one small function a kind, chosen by its type.

import type { KnownBlock, MrkdwnElement, PlainTextElement } from '@slack/types'
import type { Block } from '../../../src/answer/answer.ts'
import { spokenDay } from '../../../src/answer/wording.ts'
import { assertNever } from '../../../src/errors.ts'
import type { Surface } from './controls.ts'
import { factsBlock } from './facts-block.ts'
import { LIMITS } from './limits.ts'
import { optionBlocks } from './option-blocks.ts'
import { quiet, sections } from './sections.ts'
import { link, ours, plain } from './text.ts'

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>

export interface Given {
  readonly surface: Surface
  /** The answer's name, for its controls. */
  readonly answer: string
  /** Root of our own pages, without a trailing slash; without it only the publisher's are linked. */
  readonly publicUrl?: string
}

/** The blocks in Slack's terms; a line parts the pieces of an answer that has several. */
export function answerBlocks(blocks: readonly Block[], given: Given): readonly KnownBlock[] {
  return blocks.flatMap((block, at): readonly KnownBlock[] => {
    const next = blocks[at + 1]
    const before = blocks[at - 1]
    switch (block.type) {
      case 'sentence':
        if (at === 0 && isHeadline(next)) return [header(block.text)]
        return [...(at > 0 && before?.type !== 'sentence' ? [DIVIDER] : []), ...sections([block.text])]
      case 'note':
        return [quiet(block.text)]
      case 'row':
        return [...rowBlocks(block), placeBlock(block, blocks, at, given)]
      case 'quote':
        return [...sections(block.lines), placeBlock(block, blocks, at, given)]
      case 'source':
        // It stands beside the path of what it is the source of.
        return hasPlace(before) ? [] : [{ type: 'context', elements: sourceElements(block, given, titleWords(block)) }]
      case 'options':
        return optionBlocks(block.options, given)
      case 'matrix':
        return matrixBlocks(block)
      case 'facts':
        return [isHeadline(block) ? header(block.title) : factsBlock(block, given.publicUrl)]
      case 'lines':
        return sections(block.lines.map((line) => line.replace(/^- /u, '• ')))
      default:
        return assertNever(block)
    }
  })
}

const DIVIDER: KnownBlock = { type: 'divider' }

/** A headline over what follows, in words that lead nowhere. */
function isHeadline(block: Block | undefined): block is BlockOf<'facts'> & { readonly title: string } {
  if (block?.type !== 'facts' || typeof block.title !== 'string') return false
  return !block.facts.length && block.title.length <= LIMITS.headerText
}

function header(text: string): KnownBlock {
  return { type: 'header', text: plain(text, LIMITS.headerText) }
}

function hasPlace(block: Block | undefined): boolean {
  return block?.type === 'row' || block?.type === 'quote'
}

/** So many sources are read one by one; of more, each document is called by its title once. */
const FEW = 4

/** Where a row or a rule stands: its headings, then its document. */
function placeBlock(block: BlockOf<'row' | 'quote'>, blocks: readonly Block[], at: number, given: Given): KnownBlock {
  const path = [block.product, ...block.section].join(' > ')
  const next = blocks[at + 1]
  if (next?.type !== 'source') return quiet(path)
  const titles = blocks.flatMap((one) => (one.type === 'source' ? [one.title] : []))
  const isKnown =
    titles.length > FEW && blocks.slice(0, at).some((one) => one.type === 'source' && one.title === next.title)
  const words = isKnown ? path : `${path} · ${titleWords(next)}`
  return { type: 'context', elements: sourceElements(next, given, words) }
}

function titleWords({ title, updated }: BlockOf<'source'>): string {
  return `${title}${updated ? `, updated ${spokenDay(updated)}` : ''}`
}

function rowBlocks({ text, roles }: BlockOf<'row'>): readonly KnownBlock[] {
  const words = plain(text, LIMITS.sectionText)
  if (!roles.length) return [{ type: 'section', text: words }]
  if (roles.length > LIMITS.fields) {
    const held = roles.map(({ party, cell }) => `${party}: ${cell || 'blank'}`).join(' · ')
    return [{ type: 'section', text: words }, ...sections([held])]
  }
  const fields = roles.map(({ party, cell, words: meaning }) =>
    plain(`${party}: ${cell || 'blank'} (${meaning})`, LIMITS.fieldText),
  )
  return [{ type: 'section', text: words, fields }]
}

/** The document's title stays plain text; the links beside it carry labels of ours. */
function sourceElements(
  { url, page }: BlockOf<'source'>,
  { publicUrl }: Given,
  words: string,
): (PlainTextElement | MrkdwnElement)[] {
  const links = [
    url ? link(url, 'Open the document') : '',
    publicUrl ? link(`${publicUrl}${page}`, 'In the console') : '',
  ]
  const shown = links.filter(Boolean).join(' · ')
  const fits = shown && shown.length <= LIMITS.contextText
  return [plain(words, LIMITS.contextText), ...(fits ? [ours(shown)] : [])]
}

/** Rows that a section's two columns hold. */
const ROWS_A_SECTION = LIMITS.fields / 2

/** The activity on the left, its cells on the right: a table would need more width than a phone has. */
function matrixBlocks({ title, parties, rows }: BlockOf<'matrix'>): readonly KnownBlock[] {
  const blocks: KnownBlock[] = [quiet(title)]
  for (let from = 0; from < rows.length; from += ROWS_A_SECTION) {
    const fields = rows.slice(from, from + ROWS_A_SECTION).flatMap((row) => {
      const held = row.cells.flatMap((cell, at) => (cell ? [`${parties[at]}: ${cell}`] : []))
      return [plain(row.text, LIMITS.fieldText), plain(held.join(' · ') || 'no role stated', LIMITS.fieldText)]
    })
    blocks.push({ type: 'section', fields })
  }
  return blocks
}
