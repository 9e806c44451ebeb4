// Loaded into `raci serve` before anything else (node --import): an acknowledgement waits for the store as long as a
// busy machine may take, and not 40 ms, so that a test can tell what was written down from what was not.

const { setTimeout: real } = globalThis
globalThis.setTimeout = Object.assign(
  (work: (...words: unknown[]) => void, ms?: number, ...words: unknown[]) =>
    real(work, ms === 40 ? 10_000 : ms, ...words),
  real,
)
