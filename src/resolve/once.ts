// What is worked out once and kept: documents do not change while a resolver serves, and the same few of their rows are
// looked at for question after question. Of questions the last alone is kept, as several rooms read it in turn.

/** The same function, working each object out once; what was found lives as long as the object. */
export function once<Of extends object, Found>(work: (of: Of) => Found): (of: Of) => Found {
  const known = new WeakMap<Of, { readonly found: Found }>()
  return (of) => {
    const before = known.get(of)
    if (before) return before.found
    const found = work(of)
    known.set(of, { found })
    return found
  }
}

/** The same function of two objects, e.g. of an entry as one vocabulary reads it. */
export function onceWith<By extends object, Of extends object, Found>(
  work: (of: Of, by: By) => Found,
): (of: Of, by: By) => Found {
  const readings = once((by: By) => once((of: Of) => work(of, by)))
  return (of, by) => readings(by)(of)
}

/** The same function of a text, keeping what it found last. */
export function lately<Found>(work: (text: string) => Found): (text: string) => Found {
  let last: { readonly text: string; readonly found: Found } | undefined
  return (text) => {
    if (text !== last?.text) last = { text, found: work(text) }
    return last.found
  }
}
