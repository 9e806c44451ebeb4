// Statements that come often are kept by PostgreSQL: nothing that a caller sees may change by it.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PreparedPGlite } from '../../adapters/storage/prepared-pglite.ts'

const OFTEN = 6
let pglite: PreparedPGlite
beforeAll(async () => {
  pglite = new PreparedPGlite()
  await pglite.exec('create table thing (id int primary key, at timestamptz, names text[], word text)')
}, 60_000)
afterAll(() => pglite.close())

describe('a statement that comes often', () => {
  test('gives the same each time: rows, their number, times, lists and nothing', async () => {
    const at = new Date('2026-11-20T10:00:00.000Z')
    for (let id = 0; id < OFTEN; id += 1) {
      const values = [id, at, ['a "b"', 'c, {d}', ''], null]
      const { rows, affectedRows } = await pglite.queryOften(
        'insert into thing values ($1, $2, $3, $4) returning *',
        values,
      )
      expect(rows).toEqual([{ id, at, names: values[2], word: null }])
      expect(affectedRows).toBe(1)
    }
  })

  test('fails as it would, and serves the next caller', async () => {
    for (let time = 0; time < OFTEN; time += 1) {
      await expect(pglite.queryOften('insert into thing (id) values ($1)', [0])).rejects.toMatchObject({
        code: '23505',
      })
      expect((await pglite.queryOften('select $1::int as one', [time])).rows).toEqual([{ one: time }])
    }
    for (let time = 0; time < OFTEN; time += 1)
      await expect(pglite.queryOften('selct 1', [])).rejects.toMatchObject({ code: '42601' })
  })

  test('waits for a transaction of somebody else', async () => {
    const count = () => pglite.queryOften<{ count: number }>('select count(*)::int as count from thing', [])
    for (let time = 0; time < OFTEN; time += 1) await count()
    const before = (await count()).rows[0]?.count ?? 0
    let counted: Promise<unknown> = Promise.resolve()
    await pglite.transaction(async (transaction) => {
      await transaction.query('insert into thing (id) values (1000)')
      counted = count()
      await transaction.query('insert into thing (id) values (1001)')
    })
    expect(await counted).toMatchObject({ rows: [{ count: before + 2 }] })
  })

  test('is understood anew when its table has changed', async () => {
    const read = () => pglite.queryOften('select word from thing where id = $1', [1])
    for (let time = 0; time < OFTEN; time += 1) await read()
    await pglite.exec('alter table thing alter column at type text; alter table thing add column more int')
    expect((await read()).rows).toEqual([{ word: null }])
  })
})
