// PGlite in its thread, spoken to as if it were here.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ThreadedPGlite } from '../../adapters/storage/threaded-pglite.ts'

let pglite: ThreadedPGlite
beforeAll(async () => {
  pglite = new ThreadedPGlite()
  await pglite.exec('create table thing (id int primary key); insert into thing values (1)')
}, 60_000)
afterAll(() => pglite.close())

const ids = async () =>
  (await pglite.query<{ id: number }>('select id from thing order by id')).rows.map(({ id }) => id)

describe('the embedded database in its thread', () => {
  test('a failure has the fields of PostgreSQL’s, and serves the next caller', async () => {
    await expect(pglite.query('insert into thing values ($1)', [1])).rejects.toMatchObject({
      code: '23505',
      severity: 'ERROR',
    })
    expect(await ids()).toEqual([1])
  })

  test('a transaction is kept whole, whoever asks meanwhile, and undone when it fails', async () => {
    let meanwhile: Promise<readonly number[]> = Promise.resolve([])
    await pglite.transaction(async (transaction) => {
      await transaction.query('insert into thing values (2)')
      meanwhile = ids()
      await transaction.query('insert into thing values (3)')
    })
    expect(await meanwhile).toEqual([1, 2, 3])
    const undone = pglite.transaction(async (transaction) => {
      await transaction.query('insert into thing values (4)')
      throw new Error('changed our mind')
    })
    await expect(undone).rejects.toThrow('changed our mind')
    expect(await ids()).toEqual([1, 2, 3])
  })

  test('one that is closed answers nobody, and does not hold the process', async () => {
    const other = new ThreadedPGlite()
    await other.waitReady
    await other.close()
    await other.close()
    await expect(other.query('select 1')).rejects.toThrow('has to be opened anew')
    expect([other.closed, other.ended]).toEqual([true, true])
  })
})
