// Where a statement comes from: enough to quote it, date it and link to it.

/** A place in one document. */
export interface SourceReference {
  /** The document's title as it names itself. */
  readonly title: string
  /** The publisher's page, absolute http(s); absent when nobody said. */
  readonly url?: string
  /** Day of the document's last edition, ISO `YYYY-MM-DD`; absent when it does not say. */
  readonly updated?: string
  /** Line in the loaded file, counted from 1. */
  readonly line: number
}
