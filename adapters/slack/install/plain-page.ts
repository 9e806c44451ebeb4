// What the browser shows after an installation when nobody lent us the look of the other pages.

/** A whole HTML page out of a title and a paragraph, both plain text. */
export type RenderPage = (title: string, message: string) => string

export function plainPage(title: string, message: string): string {
  const [safeTitle, safeMessage] = [escaped(title), escaped(message)]
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${safeTitle}</title><h1>${safeTitle}</h1><p>${safeMessage}</p></html>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
