import { expect, test } from 'vitest'
import { ownDatabase } from '../../test/database.ts'
import { anOrganisation, aPerson, aTerritory, ctxOf } from '../../test/factory.ts'
import { transact } from '../db/transact.ts'
import { ok, refuseRule } from '../kernel/result.ts'
import { type Journal, keepLast, lastNumber, lockJournal, operatorsJournal, takeNumber } from './journal.ts'

const database = ownDatabase()

async function anOffice() {
  const territory = await aTerritory(database.db, '2021-03-01')
  const ctx = await ctxOf(database.db, territory, await aPerson(database.db, territory))
  return { ctx, office: await anOrganisation(database.db, territory) }
}
type There = Awaited<ReturnType<typeof anOffice>>
const take = ({ ctx }: There, journal: Journal) => transact(ctx, async (tx) => ok(await takeNumber(tx, ctx, journal)))
const last = ({ ctx }: There, journal: Journal) => transact(ctx, async (tx) => ok(await lastNumber(tx, ctx, journal)))

test('fifty who take a number at once have fifty numbers in a row; what is refused gives its own back', async () => {
  const there = await anOffice()
  const journal = operatorsJournal(there.ctx, 'application')
  const taken = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      transact(there.ctx, async (tx) => {
        const number = await takeNumber(tx, there.ctx, journal)
        return n % 5 === 0 ? refuseRule('order.noTitle') : ok(number)
      }),
    ),
  )
  const numbers = taken.flatMap((one) => (one.ok ? [one.value] : []))
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
  expect(await last(there, journal)).toEqual(ok(40))
})

test('every kind of paper, keeper, year and territory has a journal of its own', async () => {
  const [there, elsewhere] = [await anOffice(), await anOffice()]
  const own = operatorsJournal(there.ctx, 'submission')
  expect(own).toEqual({ kind: 'submission', keeperId: there.ctx.territory.id, year: 2021 })
  const others: Journal[] = [
    { ...own, kind: 'protocol' },
    { ...own, keeperId: there.office },
    { ...own, year: 2022 },
  ]
  expect([await take(there, own), await take(there, own)]).toEqual([ok(1), ok(2)])
  for (const journal of others) expect(await take(there, journal)).toEqual(ok(1))
  expect(await take(elsewhere, operatorsJournal(elsewhere.ctx, 'submission'))).toEqual(ok(1))
})

test('a number given on paper moves the journal on and never back', async () => {
  const there = await anOffice()
  const journal = operatorsJournal(there.ctx, 'contract')
  const keep = (number: number) =>
    transact(there.ctx, async (tx) => {
      await lockJournal(tx, there.ctx, journal)
      await keepLast(tx, there.ctx, journal, number)
      return ok(null)
    })
  await keep(7)
  await keep(3)
  expect([await last(there, journal), await take(there, journal)]).toEqual([ok(7), ok(8)])
})
