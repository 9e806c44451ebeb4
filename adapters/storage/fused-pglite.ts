// PGlite that stays away from its engine after the engine's end. When PGlite cannot write its log (disk full,
// folder gone) the statement fails with severity PANIC, and a later call loops for ever inside WebAssembly and
// stops the whole process with it (ran with 0.5.16). Here later calls fail instead, and the folder can be opened
// anew.

import { PGlite } from '@electric-sql/pglite'

type Exec = PGlite['execProtocol']
type Stream = PGlite['execProtocolStream']

export class FusedPGlite extends PGlite {
  #end: unknown

  /** True when the engine has ended; only a new instance can go on. */
  get ended(): boolean {
    return this.#end !== undefined
  }

  override execProtocol(...parameters: Parameters<Exec>): ReturnType<Exec> {
    return this.#watched(super.execProtocol(...parameters))
  }

  override execProtocolStream(...parameters: Parameters<Stream>): ReturnType<Stream> {
    return this.#watched(super.execProtocolStream(...parameters))
  }

  /** Every way into the engine leads through here. */
  override execProtocolRawSync(message: Uint8Array): Uint8Array {
    if (this.ended) {
      const why = this.#end instanceof Error ? this.#end.message : String(this.#end)
      throw new Error(`the embedded database has stopped and has to be opened anew: ${why}`, { cause: this.#end })
    }
    try {
      return super.execProtocolRawSync(message)
    } catch (trap) {
      this.#end = trap
      throw trap
    }
  }

  async #watched<T>(exchange: Promise<T>): Promise<T> {
    try {
      return await exchange
    } catch (error) {
      if (isEnd(error)) this.#end ??= error
      throw error
    }
  }
}

/** https://www.postgresql.org/docs/current/runtime-config-logging.html#RUNTIME-CONFIG-SEVERITY-LEVELS */
function isEnd(error: unknown): boolean {
  const severity = error instanceof Error && 'severity' in error ? error.severity : undefined
  return severity === 'PANIC' || severity === 'FATAL'
}
