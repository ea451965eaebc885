// Proves T-32.
import { expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { eventsOfASite } from '../../../test/factories/events.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { ctxOf, inScope } from '../../../test/factory.ts'
import type { DeficitId, PersonId } from '../../kernel/types.ts'
import { takePlace } from '../events/deeds/come.ts'
import { closeEvent, markPresent } from '../events/deeds/hold.ts'
import { placesOf } from '../events/store.ts'
import { declareDeficits } from './commands/declare.ts'
import { closeByFact } from './deeds.ts'
import { frameworkOf, noneOwn } from './framework.ts'
import { deficitsOf } from './store.ts'

const base = ownDatabase()
const there = eventsOfASite(base)
const [first] = frameworkOf(noneOwn).map(({ id }) => id) as [string]

test('closed by a presence that is taken back since, it stays closed and its page says so; what still holds says nothing', async () => {
  const { site, at, head, aTeacher, anEvent, as } = there
  const [gone, stays] = [await aTeacher(), await aTeacher()]
  const own = async (who: PersonId, day: string) => ({ ...(await ctxOf(base.db, site.territory, who, day)), now: there.now() })
  const id = await anEvent()
  for (const one of [gone, stays]) {
    mustWork(await declareDeficits(await own(one, '2021-10-01'), { competences: [first], words: null }))
    mustWork(await takePlace.run(await own(one, '2021-10-01'), { id }))
  }
  at('2021-10-12', '11:10')
  const ctx = await head()
  const places = await inScope(base.db, site.territory.id, (tx) => placesOf(tx, ctx, id))
  const shown = places.map((place) => place.id)
  mustWork(await markPresent.run(ctx, { id, shown, paper: [], was: [], present: shown, reason: null }))
  const { rows } = await base.adminPool.query<{ v: number }>('select edit_version as v from events where id = $1', [id])
  const closed = { id, version: rows[0]?.v ?? 0, guests: null, guestsAgain: false, note: null }
  mustWork(await closeEvent.run(ctx, closed))
  const deficitOf = async (who: PersonId): Promise<DeficitId> => {
    const found = await inScope(base.db, site.territory.id, (tx) => deficitsOf(tx, ctx, who))
    if (!found[0]) throw new Error('nothing is named')
    return found[0].id
  }
  for (const one of [gone, stays])
    mustWork(await closeByFact.run(await own(one, '2021-10-12'), { id: await deficitOf(one), version: 1, fact: `event:${id}` }))
  const said = async (who: PersonId) => (await as(who).get(`/deficits/${await deficitOf(who)}`)).text
  const words = 'Того, чем закрыт дефицит, больше нет'
  expect(await said(gone)).not.toContain(words)

  const present = places.filter(({ personId }) => personId !== gone).map((place) => place.id)
  mustWork(await markPresent.run(ctx, { id, shown, paper: [], was: shown, present, reason: 'не та строка' }))
  const page = await said(gone)
  expect([page.includes(words), page.includes('Закрыт'), page.includes('Отметить снова')]).toEqual([true, true, true])
  expect(await said(stays)).not.toContain(words)
  mustWork(await declareDeficits(await own(gone, '2021-10-12'), { competences: [first], words: null }))
})
