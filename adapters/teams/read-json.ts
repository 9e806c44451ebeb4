// Looking into JSON that anybody may have sent: a field is there with the right type, or it is not.

/** The value at the path; undefined when anything on the way is missing. Inherited properties are not seen. */
export function field(from: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    return Reflect.get(value, name)
  }, from)
}

/** The text at the path, an empty one counting as missing. */
export function text(from: unknown, ...path: readonly string[]): string | undefined {
  const value = field(from, ...path)
  return typeof value === 'string' && value ? value : undefined
}

/** The list at the path; empty when there is none. */
export function objects(from: unknown, ...path: readonly string[]): readonly unknown[] {
  const value = field(from, ...path)
  return Array.isArray(value) ? value : []
}
