// The frame around every page: landmarks, skip link, navigation. Nothing from another host, and no script but the
// calendar's small one, without which every page works too.

import { type Asset, ICON, STYLE } from './assets.ts'
import { type Html, html } from './html.ts'

export interface Page {
  /** What the browser's tab says before the product's name. */
  readonly title: string
  /** Which entry of the navigation is this page. */
  readonly current?: 'ask' | 'products' | 'maintenance' | 'status'
  /** Where the skip link leads: an element id inside `main`. */
  readonly skipTo?: { readonly id: string; readonly label: string }
  readonly main: Html
  /** Runs before the page is painted; the response has to permit it. */
  readonly script?: Asset
}

const NAVIGATION = [
  { name: 'ask', path: '/', label: 'Ask' },
  { name: 'products', path: '/products', label: 'Products' },
  { name: 'maintenance', path: '/maintenance', label: 'Maintenance' },
  { name: 'status', path: '/status', label: 'Status' },
] as const

/** The whole document, doctype included. */
export function renderPage(page: Page): string {
  const { id, label } = page.skipTo ?? { id: 'main', label: 'Skip to the content' }
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · Raci</title>
<link rel="stylesheet" href="${STYLE.address}">
<link rel="icon" type="image/svg+xml" href="${ICON.address}">${
    page.script &&
    html`
<script src="${page.script.address}"></script>`
  }
</head>
<body>
<a class="skip" href="#${id}">${label}</a>
<header class="bar">
<a class="brand" href="/"><img src="${ICON.address}" alt="" width="24" height="24">Raci</a>
<nav aria-label="Pages">${NAVIGATION.map(
    ({ name, path, label }) =>
      html`<a class="tab" href="${path}"${name === page.current && html` aria-current="page"`}>${label}</a>`,
  )}</nav>
</header>
<main id="main" tabindex="-1">
${page.main}
</main>
<footer><p>Answers quote the loaded documents. Where one differs from the publisher’s page, the publisher’s page is right.</p></footer>
</body>
</html>
`.toString()
}
