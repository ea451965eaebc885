import { beforeAll, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { eventsOfASite } from '../../../test/factories/events.ts'
import { mustWork, type PlanningSite } from '../../../test/factories/plans.ts'
import { ctxOf } from '../../../test/factory.ts'
import { noServices } from '../../authz/ctx.ts'
import type { PersonId } from '../../kernel/types.ts'
import { cancelEvent, changeEvent } from './deeds/plan.ts'
import { publishAnnounced } from './public-day.ts'

const base = ownDatabase()
const here = eventsOfASite(base)
const { as, at, form, head, aDraft, anEvent } = here
let site: PlanningSite
let teacher: PersonId
beforeAll(() => {
  ;({ site, teacher } = here)
})

describe('to everybody', () => {
  const stranger = as(null)
  /** From a day on another edition is in force, under which these things are published; the site keeps its own. */
  async function publicFrom(day: string, things: readonly string[]) {
    const publication = { clause: ['1.1'], things: things.map((what) => ({ what, where: ['authoritySite'], clause: ['1.1'] })) }
    await base.adminPool.query(
      `update regulations r set state = 'approved', starts_on = coalesce(starts_on, '2020-01-01'), ends_on = $1::date - 1,
        order_id = coalesce(order_id, (select o.id from orders o where o.territory_id = r.territory_id limit 1)) where ends_on is null`,
      [day],
    )
    await base.adminPool.query(
      `insert into regulations (territory_id, id, line_id, version, document, created_at, state, order_id, starts_on)
        select territory_id, gen_random_uuid(), line_id, version + 1, document || jsonb_build_object('publication', $2::jsonb), created_at,
          'approved', order_id, $1 from regulations order by version desc limit 1`,
      [day, JSON.stringify(publication)],
    )
  }
  const byClock = async () => {
    const ctx = await head()
    await publishAnnounced(ctx.pool, { ...ctx, actor: null })
  }
  const statusOf = async (id: string) => (await open(`/${id}`)).status
  const open = async (address: string) => stranger.get(`http://localhost/events/${site.territory.code}${address}`)

  test('an event is public only where the regulation publishes the activity; its places follow each sign-up, its room and people are told to nobody', async () => {
    at('2021-10-01', '12:00')
    const id = await anEvent({ title: 'Для всех', day: '2021-12-20', places: 2, room: 'Тайная школа' } as never)
    expect((await open(`/${id}`)).status).toBe(404)
    await publicFrom('2021-10-01', ['activity'])
    await byClock()
    const page = await open(`/${id}`)
    expect(page.text).toContain('20 декабря 2021 г., понедельник, 10:20–11:05')
    expect(page.text).toContain('свободно 2 места')
    expect(page.text).toContain('Войти и записаться')
    expect(page.text).not.toContain('Тайная школа')
    for (const [asked, isThere] of [
      ['', true],
      ['?how=room', true],
      ['?how=link', false],
      ['?when=2021-12', true],
      ['?when=2021-11', false],
      ['?form=Иная', false],
    ] as const)
      expect([asked, (await open(asked)).text.includes('Для всех')]).toEqual([asked, isThere])
    const guest = as(teacher)
    await guest.get(`/events/${id}`)
    await guest.press('Записаться')
    const { name } = (await ctxOf(base.db, site.territory, teacher, '2021-10-01')).actor
    const taken = await open(`/${id}`)
    expect(taken.text).toContain('свободно 1 место')
    expect(taken.text).not.toContain(name)
    expect((await open('')).text).toContain('Для всех')
    expect((await open('?show=month&when=2021-12')).text).toContain('Для всех')
    const file = (await open(`/${id}/calendar`)).text
    expect(file).toContain('SUMMARY:Для всех')
    expect(file).toContain(`URL:${noServices.origin}/events/`)
    expect(file).toContain('LOCATION:')
    await base.adminPool.query('update public_events set is_remote = true where event_id = $1', [id])
    expect((await open(`/${id}/calendar`)).text).not.toContain('LOCATION:')
    const { rows } = await base.adminPool.query('select edit_version as version from events where id = $1', [id])
    mustWork(await cancelEvent.run(await head(), { id, version: rows[0].version, cancelReason: 'карантин' }))
    expect((await open('')).text).not.toContain('Для всех')
    expect((await open(`/${id}`)).text).toContain('Мероприятие отменено')
    expect((await stranger.get('http://localhost/events/nowhere')).status).toBe(404)
  })

  test('an event is told of by the edition in force when it is announced; what is public stays so and true, whatever a later one says', async () => {
    at('2021-10-10', '12:00')
    await publicFrom('2021-10-10', ['register'])
    const id = await anEvent({ title: 'По редакции', day: '2021-12-21' })
    const draft = await aDraft({ title: 'Готовится', day: '2021-12-22' })
    await byClock()
    expect([await statusOf(id), await statusOf(draft)]).toEqual([404, 404])
    const [past, off] = [
      await anEvent({ title: 'Прошло', day: '2021-10-11' }),
      await anEvent({ title: 'Отменено', day: '2021-12-25' }),
    ]
    mustWork(await cancelEvent.run(await head(), { id: off, version: 3, cancelReason: 'карантин' }))
    at('2021-10-11', '12:00')
    await publicFrom('2021-10-11', ['activity'])
    await byClock()
    expect([await statusOf(past), await statusOf(off)]).toEqual([404, 404])
    const later = await anEvent({ title: 'После редакции', day: '2021-12-23' })
    expect([await statusOf(id), await statusOf(draft), await statusOf(later)]).toEqual([200, 404, 200])
    at('2021-10-12', '12:00')
    await publicFrom('2021-10-12', ['register'])
    mustWork(await changeEvent.run(await head(), { ...form, title: 'Переименовано', day: '2021-12-21', id, version: 3 }))
    expect((await open(`/${id}`)).text).toContain('Переименовано')
    expect(await statusOf(await anEvent({ title: 'Ещё позже', day: '2021-12-24' }))).toBe(404)
  })
})
