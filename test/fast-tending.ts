// Loaded into `raci serve` before anything else (node --import): what it does every ten seconds it does ten times a
// second, so that a test need not wait for it.

const { setInterval: real } = globalThis
globalThis.setInterval = Object.assign(
  (work: (...words: unknown[]) => void, ms?: number, ...words: unknown[]) =>
    real(work, ms === 10_000 ? 100 : ms, ...words),
  real,
)
