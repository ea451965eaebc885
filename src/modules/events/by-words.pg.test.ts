import { beforeAll, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { eventsOfASite } from '../../../test/factories/events.ts'
import { mustWork, type PlanningSite } from '../../../test/factories/plans.ts'
import { inScope } from '../../../test/factory.ts'
import type { PersonId } from '../../kernel/types.ts'
import { violationsIn } from '../../ops/invariants.ts'
import { cancelEvent } from './deeds/plan.ts'

const base = ownDatabase()
const here = eventsOfASite(base)
const { as, at, head, aDraft, anEvent } = here
let site: PlanningSite
let teacher: PersonId
beforeAll(async () => {
  ;({ site, teacher } = here)
  at('2021-10-01', '12:00')
  await anEvent({ title: 'Урок по наставничеству', day: '2021-11-09', room: 'Каб. 12', link: null } as never)
  await anEvent({ title: 'Читательская грамотность', day: '2021-11-10', audience: 'учителя физики' } as never)
})

const titles = (text: string) =>
  ['Урок по наставничеству', 'Читательская грамотность', 'Черновик', 'Отменённое'].filter((one) =>
    text.replaceAll('\u00a0', ' ').includes(one),
  )
const found = async (q: string, more = '', who = teacher) =>
  titles((await as(who).get(`/events?q=${encodeURIComponent(q)}${more}`)).text)

test('an event is found by its title, its room, for whom it is and whose it is, in every form of a word, with a slip of the pen too', async () => {
  expect(await found('наставничество')).toEqual(['Урок по наставничеству'])
  expect(await found('каб 12')).toEqual(['Урок по наставничеству'])
  expect(await found('физика')).toEqual(['Читательская грамотность'])
  expect(await found('граматность')).toEqual(['Читательская грамотность'])
  expect(await found('грамотность', '&show=month&when=2021-11')).toEqual(['Читательская грамотность'])
  expect(await found('грамотность', '&show=month&when=2021-12')).toEqual([])
  expect(await found('грамотность', '&how=link')).toEqual(['Читательская грамотность'])
  expect(await found('грамотность', '&show=mine')).toEqual([])
  expect(await found('нигде')).toEqual([])
})

test('a draft is found by its site alone, what is called off among those that are over', async () => {
  await aDraft({ title: 'Черновик' } as never)
  expect(await found('черновик')).toEqual([])
  expect(await found('черновик', '', site.people.head)).toEqual(['Черновик'])
  const id = await anEvent({ title: 'Отменённое', day: '2021-11-11' } as never)
  expect(await found('отменённое')).toEqual(['Отменённое'])
  const { rows } = await base.adminPool.query<{ version: number }>('select edit_version as version from events where id = $1', [
    id,
  ])
  mustWork(await cancelEvent.run(await head(), { id, version: rows[0]?.version ?? 0, cancelReason: 'карантин' }))
  expect(await found('отменённое')).toEqual([])
  at('2021-12-01', '12:00')
  expect(await found('отменённое', '&show=past')).toEqual(['Отменённое'])
  expect(await found('наставничество', '&show=past')).toEqual(['Урок по наставничеству'])
  at('2021-10-01', '12:00')
})

test('a site that is called otherwise is found with its events by the new name, and nothing is kept that should not be', async () => {
  expect(await found('стрижовская')).toEqual([])
  await base.adminPool.query("update register_entries set short_name = 'Стрижовская школа' where territory_id = $1", [
    site.territory.id,
  ])
  expect(await found('стрижовская')).toEqual(['Урок по наставничеству', 'Читательская грамотность'])
  const broken = await inScope(base.db, site.territory.id, (tx) => violationsIn(tx, site.territory.code))
  expect(broken.filter(({ name }) => name === 'search.isWhole')).toEqual([])
})
