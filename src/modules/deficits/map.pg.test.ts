// Proves T-32.
import { beforeAll, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { eventsOfASite } from '../../../test/factories/events.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aPerson, ctxOf, inScope } from '../../../test/factory.ts'
import type { PersonId } from '../../kernel/types.ts'
import { takePlace } from '../events/deeds/come.ts'
import { declareDeficits } from './commands/declare.ts'
import { nameTaught } from './commands/name-taught.ts'
import { frameworkOf, noneOwn } from './framework.ts'
import { yearOf } from './offer-list.tsx'
import { offersOnMap } from './offer-queries.ts'

const base = ownDatabase()
const given = eventsOfASite(base)
const [first, second, third] = frameworkOf(noneOwn).map(({ id }) => id) as [string, string, string]
const page = async (who: PersonId, at: string) => (await given.as(who).get(`/t/${given.site.territory.code}/deficits/${at}`)).text
const plain = (text: string) => text.replaceAll(/[  ]/g, ' ')
const at = (text: string) =>
  plain(text)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const offered = async (on = '2021-10-01') =>
  inScope(base.db, given.site.territory.id, async (tx) => {
    const ctx = { ...(await ctxOf(base.db, given.site.territory, given.site.people.methodist, on)), now: given.now() }
    const { offered: cells, taught: again } = await offersOnMap(tx, ctx, yearOf(ctx.today), null)
    return { cells, again }
  })

let people: PersonId[]
beforeAll(async () => {
  people = await Promise.all([1, 2, 3, 4, 5].map(() => given.aTeacher()))
  for (const one of people) {
    const ctx = await ctxOf(base.db, given.site.territory, one, '2021-10-01')
    mustWork(
      await declareDeficits(ctx, { competences: one === people[0] ? [first, second, third] : [first, second], words: null }),
    )
  }
})

test('a line of a plan without an event is ahead; its event takes its place, is full with a queue, has been', async () => {
  const { rows } = await base.adminPool.query<{ line: string }>('select line_key as line from plan_lines limit 1')
  const line = rows[0]!.line
  mustWork(await nameTaught(await given.head(), { line }, { competences: [first], version: 0 }))
  const [planned] = (await offered()).cells
  expect(planned).toMatchObject({ competenceId: first, open: 1, full: 0, held: 0 })
  const event = await given.anEvent({ places: 1 })
  const cell = { competenceId: first, month: '2021-10' }
  expect((await offered()).cells).toEqual([{ ...cell, open: 1, full: 0, waiting: 0, held: 0 }])
  for (const one of people.slice(0, 3))
    mustWork(
      await takePlace.run(
        { ...(await ctxOf(base.db, given.site.territory, one, '2021-10-01')), now: given.now() },
        { id: event },
      ),
    )
  expect((await offered()).cells).toEqual([{ ...cell, open: 0, full: 1, waiting: 2, held: 0 }])
  const { methodist } = given.site.people
  const map = await page(methodist, 'map')
  expect(at(map)).toContain('1 площадка, мест нет, ждут 2')
  expect(map).toContain(`competence=${first}&amp;month=2021-10`)
  const list = at(await page(methodist, `offers?competence=${first}&month=2021-10`))
  expect(list).toContain('Открытый урок')
  expect(list).toContain('Мест нет, ждут 2')
  given.at('2021-10-13', '09:00')
  const later = await offered('2021-10-13')
  expect(later.cells).toEqual([{ ...cell, open: 0, full: 0, waiting: 0, held: 1 }])
  expect(later.again).toMatchObject([{ title: 'Открытый урок', competences: [first] }])
  given.at('2021-10-01', '12:00')
})

test('numbers below five are not told; what nobody teaches is proposed as a theme, with its reason, in one press; a teacher sees no map', async () => {
  const { methodist, official } = given.site.people
  for (const who of [methodist, official]) {
    const map = await page(who, 'map')
    const words = at(map)
    expect(words).toContain('Трудные темы и задания итоговой аттестации меньше пяти')
    expect(words).toContain('Функциональная грамотность на своих занятиях 5')
    expect(words).toContain('Что сделать темой')
    expect(words).toContain('Покроет больше всех; ')
    expect(map).toMatch(/orders\/new\?template=designateSites&amp;theme=/)
    const href = /href="([^"]*orders\/new\?template=designateSites[^"]*)"/.exec(map)![1]!.replaceAll('&amp;', '&')
    expect((await given.as(who).get(href)).text).toContain('Функциональная грамотность')
  }
  const stranger = await aPerson(base.db, given.site.territory, {
    post: { organisationId: given.site.organisationId, kind: 'teacher' },
  })
  for (const address of ['map', 'offers', 'offers.csv'])
    expect((await given.as(stranger).get(`/t/${given.site.territory.code}/deficits/${address}`)).status).toBe(403)
  const csv = await given.as(methodist).get(`/t/${given.site.territory.code}/deficits/offers.csv`)
  expect([csv.status, csv.text.includes('Компетенция')]).toEqual([200, true])
})
