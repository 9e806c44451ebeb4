// The words of a markdown node with its markup removed; nothing else about them changes.

import type { Nodes } from 'mdast'

/** Text of a node: links give their text, `<br>` and hard breaks a line break, other inline HTML nothing. */
export function inlineText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value
    case 'break':
      return '\n'
    case 'image':
    case 'imageReference':
      return node.alt ?? ''
    case 'html':
      return /^<br\b/i.test(node.value) ? '\n' : ''
    default:
      return 'children' in node ? childrenText(node.children) : ''
  }
}

function childrenText(children: readonly Nodes[]): string {
  let text = ''
  for (const child of children) text += inlineText(child)
  return text
}
