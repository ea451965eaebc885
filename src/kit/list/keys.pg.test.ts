import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { read } from '../../db/transact.ts'
import { down, type Keys, orNone, type Place } from './keys.ts'
import { sqlRows } from './rows.ts'

const base = ownDatabase()

type Row = { readonly id: string }
const things = sql`(select md5(n::text)::uuid as id, (array['Ёлка', 'ёлка', 'Ель', 'Школа № 2', 'Школа № 10'])[1 + n % 5] as name,
    case when n % 3 > 0 then n % 4 end as number, case when n % 4 > 0 then date '2021-09-01' + n % 3 end as day,
    timestamptz '2021-09-01 10:00:00.123456+03' + make_interval(secs => n % 2) as at, n % 2 = 0 as is_even
  from generate_series(1, 40) n) t`
const name = sql`t.name collate "ru-kn"`
const id = sql`t.id`

const orders: Readonly<Record<string, Keys>> = {
  'one way': [name, sql`t.at`, id],
  'one way, downwards': [down(name), down(id)],
  'both ways': [name, down(sql`t.at`), id],
  'what some lack': [orNone(sql`t.number`), down(orNone(sql`t.day`)), id],
  'what some lack in the middle': [name, orNone(sql`t.number`), id],
  'what some lack, all downwards': [down(orNone(sql`t.day`)), down(orNone(sql`t.number`)), down(id)],
  'a yes or no': [down(sql`(t.is_even and ${'2021-09-01'}::date is not null)`), name, id],
}

/** All rows in pages of seven, from one end to the other. */
async function walked(keys: Keys, backwards: boolean, as?: string): Promise<string[]> {
  return read(base.db, {}, async (tx) => {
    const rows = sqlRows<Row>(tx, { select: sql`t.id`, from: things, where: sql`true`, order: keys, ...(as && { as }) })
    const seen: string[] = []
    let after: Place | null = null
    for (;;) {
      const found = await rows.from(7, { after, backwards })
      const edge = backwards ? found[0] : found.at(-1)
      if (!edge) return seen
      seen[backwards ? 'unshift' : 'push'](...found.map(({ row }) => row.id))
      after = edge.place
    }
  })
}

describe.each(Object.entries(orders))('rows sorted by %s', (_, keys) => {
  test('are each seen once, in their order, forwards and backwards', async () => {
    const whole = await read(base.db, {}, async (tx) => {
      const all: string[] = []
      for await (const batch of sqlRows<Row>(tx, { select: sql`t.id`, from: things, where: sql`true`, order: keys }).batches())
        all.push(...batch.map((row) => row.id))
      return all
    })
    expect(new Set(whole).size).toBe(40)
    expect(await walked(keys, false)).toEqual(whole)
    expect(await walked(keys, true)).toEqual(whole)
    expect(await walked(keys, true, 't')).toEqual(whole)
  })
})

test('a row is handed on without its place', async () => {
  const rows = await read(base.db, {}, (tx) =>
    sqlRows<Row>(tx, { select: sql`t.id`, from: things, where: sql`true`, order: [id] }).page(1, 0),
  )
  expect(Object.keys(rows[0] ?? {})).toEqual(['id'])
})
