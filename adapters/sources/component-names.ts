// Everything by which a status page calls the parts that a window touches: components, the groups that they stand in,
// by id and by name. On some pages a component is a place or a task, and only its group says which product it is of.

import { z } from 'zod'

const listed = z.object({ id: z.string(), name: z.string(), group_id: z.string().nullish() })
export const componentList = z
  .array(z.unknown())
  .transform((all) => all.flatMap((one) => listed.safeParse(one).data ?? []))
/** `{ code, name }`, or in the shape of 2017 `{ <code>: <name> }`. */
export const affectedList = z.array(z.record(z.string(), z.unknown()))

type Component = z.output<typeof listed>
type Affected = z.output<typeof affectedList>

/** What a component is part of, by the component's id. */
export type Groups = ReadonlyMap<string, readonly string[]>

/** The groups of a page's whole list of components. */
export function groupsIn(components: readonly Component[]): Groups {
  const named = new Map(components.map(({ id, name }) => [id, name]))
  return new Map(
    components.flatMap(({ id, group_id }) => (group_id ? [[id, [group_id, named.get(group_id) ?? group_id]]] : [])),
  )
}

/**
 * The names of a window's parts. `components` is what it touches now; what its updates say adds the names of groups,
 * and counts alone where a page lists no components. `updates` stand newest first.
 */
export function partNames(
  components: readonly Component[],
  updates: readonly (Affected | null | undefined)[],
  groups: Groups,
): readonly string[] {
  const told = updates.flatMap((affected) => (affected?.length ? [affected.flatMap(readAffected)] : []))
  if (!components.length) return withPieces((told[0] ?? []).flatMap(({ code, name }) => [code, ...heads(name), name]))
  const names = components.flatMap(({ id, name, group_id }) => {
    const prefixes = told.flat().flatMap((one) => (one.code === id ? groupBefore(one.name, name) : []))
    return [id, name, ...(group_id ? [group_id] : []), ...(groups.get(id) ?? []), ...prefixes]
  })
  return withPieces([...new Set(names)])
}

function readAffected(one: Affected[number]): readonly { readonly code: string; readonly name: string }[] {
  const { code, name } = one
  if (typeof name === 'string') return [{ code: typeof code === 'string' ? code : '', name }]
  return Object.entries(one).flatMap(([id, called]) => (typeof called === 'string' ? [{ code: id, name: called }] : []))
}

/** Updates call a component of a group `Group - Component`. */
function groupBefore(told: string, name: string): readonly string[] {
  return told.endsWith(` - ${name}`) ? [told.slice(0, -` - ${name}`.length)] : []
}

/** Where the component’s own name is not known, every part of `A - B - C` may be it, and every beginning its group. */
function heads(name: string): readonly string[] {
  const parts = name.split(' - ')
  return parts.slice(1).flatMap((_, at) => [parts.slice(0, at + 1).join(' - '), parts.slice(at + 1).join(' - ')])
}

/** A group that is called `Family || Product` is found by its product too. */
function withPieces(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => (name.includes('||') ? [name, name.slice(name.lastIndexOf('||') + 2).trim()] : [name]))
}
