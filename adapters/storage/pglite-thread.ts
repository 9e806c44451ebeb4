// The thread that PGlite runs in: what threaded-pglite.ts asks for is done here, so that the thread that answers
// people never waits for a statement.

import { parentPort, workerData } from 'node:worker_threads'
import type { Transaction } from '@electric-sql/pglite'
import { PreparedPGlite } from './prepared-pglite.ts'
import type { Asked, Replied } from './thread-messages.ts'

/** A transaction that is open, and how it ends. */
interface Open {
  readonly transaction: Transaction
  readonly commit: () => void
  readonly rollBack: (reason: unknown) => void
  readonly over: Promise<unknown>
}

const ROLLED_BACK = Symbol('rolled back')
const folder: unknown = workerData
const pglite = typeof folder === 'string' ? new PreparedPGlite(folder) : new PreparedPGlite()
const open = new Map<number, Open>()

parentPort?.on('message', (asked: Asked) => {
  doing(asked).then(
    (result) => reply({ id: asked.id, result, ended: pglite.ended }),
    (error: unknown) => reply({ id: asked.id, failure: failureOf(error), ended: pglite.ended }),
  )
})

function reply(replied: Replied): void {
  parentPort?.postMessage(replied)
}

async function doing(asked: Asked): Promise<unknown> {
  await pglite.waitReady
  switch (asked.what) {
    case 'ready':
      return undefined
    case 'query': {
      const { text, values, within } = asked
      const { rows, affectedRows, fields } = await (within === undefined
        ? pglite.queryOften(text, values)
        : opened(within).transaction.query(text, [...values]))
      return { rows, fields, ...(affectedRows === undefined ? {} : { affectedRows }) }
    }
    case 'exec':
      return (await pglite.exec(asked.text)).map(({ rows, fields }) => ({ rows, fields }))
    case 'begin':
      return begin(asked.id)
    case 'commit':
    case 'rollback': {
      const { commit, rollBack, over } = opened(asked.within)
      open.delete(asked.within)
      if (asked.what === 'commit') commit()
      else rollBack(ROLLED_BACK)
      return over
    }
    case 'close':
      return pglite.close()
  }
}

/** Resolves when the transaction has begun: nobody else is served until it ends. */
function begin(id: number): Promise<void> {
  return new Promise((begun, failed) => {
    const { promise: end, resolve: commit, reject: rollBack } = Promise.withResolvers<void>()
    const over = pglite
      .transaction(async (transaction) => {
        open.set(id, { transaction, commit, rollBack, over })
        begun()
        await end
      })
      .catch((error: unknown) => {
        if (error !== ROLLED_BACK) throw error
      })
    // Heard when it is ended; a failure to begin is heard here.
    over.catch(failed)
  })
}

function opened(id: number): Open {
  const found = open.get(id)
  if (!found) throw new Error('the transaction is over')
  return found
}

/** An error as it can be sent: with the fields of PostgreSQL's. */
function failureOf(error: unknown): { readonly message: string; readonly fields: object } {
  if (!(error instanceof Error)) return { message: String(error), fields: {} }
  const fields = Object.fromEntries(Object.entries(error).filter(([, value]) => typeof value === 'string'))
  return { message: error.message, fields: { ...fields, name: error.name } }
}
