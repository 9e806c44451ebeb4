// Each kind of an answer's blocks as Block Kit: one small function a kind, chosen by its type.

import type { KnownBlock, PlainTextElement } from '@slack/types'
import type { Block } from '../../../src/answer/answer.ts'
import { spokenDay } from '../../../src/answer/wording.ts'
import { assertNever } from '../../../src/errors.ts'
import type { Surface } from './controls.ts'
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

/** The block in Slack's terms; none when it holds nothing. */
export function answerBlocks(block: Block, given: Given): readonly KnownBlock[] {
  switch (block.type) {
    case 'sentence':
      return sections([block.text])
    case 'note':
      return [quiet(block.text)]
    case 'row':
      return rowBlocks(block)
    case 'quote':
      return [...sections(block.lines), quiet(pathOf(block))]
    case 'source':
      return sourceBlocks(block, given)
    case 'options':
      return optionBlocks(block.options, given)
    case 'matrix':
      return matrixBlocks(block)
    case 'lines':
      return sections(block.lines.map((line) => line.replace(/^- /u, '• ')))
    default:
      return assertNever(block)
  }
}

function rowBlocks(row: BlockOf<'row'>): readonly KnownBlock[] {
  const cells = row.roles.map(({ party, cell, words }) =>
    cell ? `${party}: ${cell}\n${words}` : `${party}: blank\n${words}`,
  )
  const text = plain(row.text, LIMITS.sectionText)
  const path = quiet(pathOf(row))
  if (!cells.length) return [{ type: 'section', text }, path]
  if (cells.length > LIMITS.fields) {
    const held = row.roles.map(({ party, cell }) => `${party}: ${cell || 'blank'}`).join(' · ')
    return [{ type: 'section', text }, ...sections([held]), path]
  }
  const fields = cells.map((cell): PlainTextElement => plain(cell, LIMITS.fieldText))
  return [{ type: 'section', text, fields }, path]
}

function pathOf({ product, section }: BlockOf<'row' | 'quote'>): string {
  return [product, ...section].join(' > ')
}

/** The document's title stays plain text; the links beside it carry labels of ours. */
function sourceBlocks(source: BlockOf<'source'>, { publicUrl }: Given): readonly KnownBlock[] {
  const updated = source.updated ? `, updated ${spokenDay(source.updated)}` : ''
  const links = [
    source.url ? link(source.url, 'Open the document') : '',
    publicUrl ? link(`${publicUrl}${source.page}`, 'In the console') : '',
  ].filter((one) => one && one.length <= LIMITS.contextText)
  const title = plain(`${source.title}${updated}`, LIMITS.contextText)
  return [{ type: 'context', elements: [title, ...links.map(ours)] }]
}

/** A line an activity, its cells beneath: a table would need more width than a phone has. */
function matrixBlocks({ title, parties, rows }: BlockOf<'matrix'>): readonly KnownBlock[] {
  const lines = rows.map((row) => {
    const held = row.cells.flatMap((cell, at) => (cell ? [`${parties[at]}: ${cell}`] : []))
    return `• ${row.text}\n    ${held.join(' · ') || 'no role stated'}`
  })
  return [quiet(title), ...sections(lines)]
}
