// Blocks grown line by line, for the formats that are read so. Documents can have a hundred thousand lines, so
// a paragraph or list that is still open is appended to in place.

import type { Block, ListItem } from './block.ts'

export interface TextLine {
  readonly text: string
  readonly line: number
  /** Depth of a list item; absent for a line of text. */
  readonly depth?: number
}

/** Collects blocks; each paragraph and list stays open until something else follows. */
export class LineBlocks {
  readonly #blocks: Block[] = []
  #lines: string[] | undefined
  #items: ListItem[] | undefined

  get blocks(): readonly Block[] {
    return this.#blocks
  }

  /** Adds a whole block. */
  add(block: Block): void {
    this.#lines = undefined
    this.#items = undefined
    this.#blocks.push(block)
  }

  /** Adds a line of text or a list item; `apart` when a blank line stands before it. */
  addLine({ text, line, depth }: TextLine, apart: boolean): void {
    if (depth !== undefined) this.#addItem({ text, line, depth })
    else if (this.#lines !== undefined && !apart) this.#lines.push(text)
    else {
      const lines = [text]
      this.add({ kind: 'paragraph', lines, line })
      this.#lines = lines
    }
  }

  #addItem(item: ListItem): void {
    if (this.#items !== undefined) {
      this.#items.push(item)
      return
    }
    const items = [item]
    this.add({ kind: 'list', items, line: item.line })
    this.#items = items
  }
}
