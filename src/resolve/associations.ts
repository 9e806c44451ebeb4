// The table of what was learned about people's words, kept as one string a word: reading all of its quarter of a million
// numbers would take longer than answering, and a question needs those of its own few words.

/** What a word (`padlock`) or a concept (`=renew`) of a question speaks for or against, by feature of an entry. */
export type Associations = Readonly<Record<string, Readonly<Record<string, number>>>>

/** The same as it is kept: `restore 1.2 ^restore 0.5` a key. */
export type AssociationTable = Readonly<Record<string, string>>

/** Visits what one key speaks for, in the order of the table; nothing when nothing was learned about it. */
export function eachAssociation(
  table: AssociationTable,
  key: string,
  visit: (feature: string, weight: number) => void,
): void {
  if (!Object.hasOwn(table, key)) return
  const parts = (table[key] ?? '').split(' ')
  for (let at = 0; at + 1 < parts.length; at += 2) visit(parts[at] ?? '', Number(parts[at + 1]))
}

/** Names of features hold no spaces: they are concepts, or stems behind a mark. */
export function tableOf(learned: Associations): AssociationTable {
  const row = (weights: Readonly<Record<string, number>>): string =>
    Object.entries(weights)
      .map(([name, weight]) => `${name} ${weight}`)
      .join(' ')
  return Object.fromEntries(Object.entries(learned).map(([key, weights]) => [key, row(weights)]))
}
