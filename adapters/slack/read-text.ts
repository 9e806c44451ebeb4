// What a person typed, without Slack's markup: mentions, links and escapes become plain words.

/** The words of a message; mentions of the bot, and of anybody, are no part of a question. */
export function readText(text: string): string {
  return text
    .replaceAll(/<([^<>]*)>/gu, (_whole, inner: string) => ` ${readReference(inner)} `)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/(?<![\p{L}\p{N}]):[a-z][a-z0-9_+-]*:(?![\p{L}\p{N}])/gu, ' ')
    .replaceAll(/(?<![\p{L}\p{N}])[*_~`]+|[*_~`]+(?![\p{L}\p{N}])/gu, '')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .trim()
}

/** `@U1|ada`, `!here`, `#C1|general`, `https://…|label` (docs.slack.dev, retrieving messages). */
function readReference(inner: string): string {
  const [target = '', label = ''] = inner.split('|', 2)
  if (target.startsWith('@') || target.startsWith('!')) return ''
  if (target.startsWith('#')) return label
  return label || target
}

/** True for "??", emoji alone, nothing at all. */
export function isNoise(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text)
}
