// How a reader wants the calendar: on which clock, of which product; and the form that says so.

import { isZone } from '../../src/digest/local-time.ts'
import { type Html, html } from './html.ts'

export interface View {
  /** An IANA name that the runtime knows. */
  readonly zone: string
  /** Absent for every product. */
  readonly product?: string
}

/** The view of an address. Without a zone that exists the clock is UTC; a product that has no windows is ignored. */
export function readView(query: URLSearchParams, products: readonly string[]): View {
  const asked = query.get('zone') ?? ''
  const product = products.find((name) => name === query.get('product'))
  return { zone: asked && isZone(asked) ? asked : 'UTC', ...(product === undefined ? {} : { product }) }
}

/** The choice of product and clock. */
export function renderViewForm(view: View, products: readonly string[]): Html {
  const option = (value: string, chosen: string, label = value) =>
    html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`
  return html`
<form method="get" class="filter">
${
  products.length > 1 &&
  html`<label>Product <select name="product">${option('', view.product ?? '', 'All')}${products.map((name) => option(name, view.product ?? ''))}</select></label>`
}
<label>Time zone <select name="zone">${zonesFor(view.zone).map(
    ([area, zones]) =>
      html`\n<optgroup label="${area}">${zones.map((zone) => option(zone, view.zone, cityOf(zone)))}</optgroup>`,
  )}</select></label>
<button>Show</button>
</form>`
}

const ZONES = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'))

/** Zones by continent; the chosen one is among them even where the runtime lists it under another name. */
function zonesFor(chosen: string): readonly (readonly [string, readonly string[]])[] {
  const zones = ['UTC', ...ZONES]
  const all = zones.includes(chosen) ? zones : [chosen, ...zones]
  return [...Map.groupBy(all, (zone) => (zone.includes('/') ? (zone.split('/')[0] ?? '') : 'Everywhere'))]
}

/** `Paris` for `Europe/Paris`, which stands below `Europe`. */
function cityOf(zone: string): string {
  return zone.slice(zone.indexOf('/') + 1).replaceAll('_', ' ')
}
