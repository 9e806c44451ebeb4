// What the thread of PGlite is asked, and what it replies.

/** A piece of work for the thread. `within` is the `id` of the `begin` whose transaction it belongs to. */
export type Asked = { readonly id: number } & (
  | { readonly what: 'ready' | 'begin' | 'close' }
  | { readonly what: 'query'; readonly text: string; readonly values: readonly unknown[]; readonly within?: number }
  | { readonly what: 'exec'; readonly text: string }
  | { readonly what: 'commit' | 'rollback'; readonly within: number }
)

export interface Replied {
  readonly id: number
  readonly result?: unknown
  readonly failure?: { readonly message: string; readonly fields: object }
  /** The engine has stopped: only a new one can go on. */
  readonly ended: boolean
}
