// PGlite that stays away from its engine after the engine's end. When PGlite cannot write its log (disk full,
// folder gone) the statement fails with severity PANIC, and the next call loops for ever inside WebAssembly and
// stops the whole process with it (ran with 0.5.16). Here the next call fails instead, and the folder can be
// opened anew.

import { PGlite } from '@electric-sql/pglite'

export class FusedPGlite extends PGlite {
  #ended = false

  /** True when the engine has ended; only a new instance can go on. */
  get ended(): boolean {
    return this.#ended
  }

  /** Every way into the engine leads through here. */
  override execProtocolRawSync(message: Uint8Array): Uint8Array {
    if (this.#ended) throw new Error('the embedded database has stopped and has to be opened anew')
    try {
      const answer = super.execProtocolRawSync(message)
      this.#ended = isEnd(answer)
      return answer
    } catch (trap) {
      this.#ended = true
      throw trap
    }
  }
}

const ERROR_RESPONSE = 'E'.charCodeAt(0)

/**
 * True when an ErrorResponse of severity PANIC or FATAL is among the messages. Each is a type byte and a length
 * that counts itself: https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
function isEnd(messages: Uint8Array): boolean {
  const bytes = Buffer.from(messages.buffer, messages.byteOffset, messages.byteLength)
  for (let at = 0; at + 5 <= bytes.length; ) {
    const end = at + 1 + bytes.readUInt32BE(at + 1)
    if (bytes[at] === ERROR_RESPONSE && /\0V(?:PANIC|FATAL)\0/u.test(bytes.toString('latin1', at + 5, end))) return true
    at = end
  }
  return false
}
