// The words of a markdown node with its markup removed; nothing else about them changes.

import type { Nodes } from 'mdast'

const BREAKING = /^<\/?(?:br|li|ul|ol|p|div|tr|h[1-6])\b/i
/** HTML elements; anything else in angle brackets (`<service name>`, `<!channel>`) is the author's own text. */
const ELEMENT =
  /^(?:<!--|<\/?(?:a|abbr|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|iframe|img|input|ins|kbd|li|mark|nobr|object|ol|p|pre|q|s|samp|script|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|wbr)\b)/i

/** Text of a node: links give their text, `<br>` and hard breaks a line break, other HTML elements nothing. */
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
      return htmlText(node.value)
    default:
      return 'children' in node ? childrenText(node.children) : ''
  }
}

function childrenText(children: readonly Nodes[]): string {
  let text = ''
  for (const child of children) text += inlineText(child)
  return text
}

function htmlText(value: string): string {
  if (BREAKING.test(value)) return '\n'
  return ELEMENT.test(value) ? '' : value
}
