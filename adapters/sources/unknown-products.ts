// Products that a maintenance folder names and no document covers: their windows would reach no channel, unnoticed.

import type { Issue } from '../../src/domain/knowledge.ts'
import type { MaintenanceFile } from './read-maintenance-file.ts'

/** A warning for each name that is none of the products, as the documents write them. */
export function unknownProducts(
  { windows, sources }: Pick<MaintenanceFile, 'windows' | 'sources'>,
  products: readonly string[],
): readonly Issue[] {
  const named = [
    ...windows.flatMap(({ key, products: of }) => of.map((product) => ({ product, where: `window ${key}` }))),
    ...sources.flatMap(({ name, products: map }) =>
      Object.values(map).flatMap((of) => of.map((product) => ({ product, where: `source ${name}` }))),
    ),
  ]
  const unknown = new Map(
    named
      .filter(({ product }) => !products.includes(product))
      .map(({ product, where }) => [`${product} of ${where}`, { product, where }]),
  )
  return [...unknown.values()].map(({ product, where }) => ({
    ...({ severity: 'warning', file: 'maintenance', line: 0, rule: 'unknown-product' } as const),
    reason: `No document covers “${product}” (${where}).`,
    fix: 'Write the product as its document calls it: raci products lists them.',
  }))
}
