// HTML that is safe by default: whatever is put into the template is escaped, unless it is Html itself.

/** Markup that is known to be safe; only `html` makes it. */
class Html {
  readonly #markup: string

  constructor(markup: string) {
    this.#markup = markup
  }

  toString(): string {
    return this.#markup
  }
}

export type { Html }

/** What may stand in a template; `undefined` and `false` print nothing. */
export type Fragment = Html | string | number | false | undefined | readonly Fragment[]

/** Builds markup. Attribute values must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Fragment[]): Html {
  let markup = strings[0] ?? ''
  for (const [index, value] of values.entries()) markup += print(value) + (strings[index + 1] ?? '')
  return new Html(markup)
}

function print(value: Fragment): string {
  if (value === undefined || value === false) return ''
  if (value instanceof Html) return value.toString()
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  let markup = ''
  for (const part of value) markup += print(part)
  return markup
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '\n',
  '\r': '\n',
  '\t': '\t',
}

/** Escapes for text and quoted attributes; other control characters and lone surrogates become U+FFFD. */
function escaped(text: string): string {
  return text.toWellFormed().replace(/[&<>"']|\p{Cc}/gu, (character) => ENTITIES[character] ?? '\uFFFD')
}
