import { beforeAll, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { eventsOfASite } from '../../../test/factories/events.ts'
import { mustWork, type PlanningSite } from '../../../test/factories/plans.ts'
import { ctxOf, inScope } from '../../../test/factory.ts'
import { turochak } from '../../../test/regulations.ts'
import { noServices } from '../../authz/ctx.ts'
import type { PersonId } from '../../kernel/types.ts'
import { events } from './case.ts'
import { cancelEvent } from './deeds/plan.ts'
import { publishEvent } from './public.ts'
import { publishAnnounced } from './public-day.ts'

const base = ownDatabase()
const here = eventsOfASite(base)
const { as, at, head, aDraft, anEvent } = here
let site: PlanningSite
let teacher: PersonId
beforeAll(() => {
  ;({ site, teacher } = here)
})

describe('to everybody', () => {
  const stranger = as(null)
  const open = async (address: string) => stranger.get(`http://localhost/events/${site.territory.code}${address}`)

  test('an event is public only where the regulation publishes the activity; its places follow each sign-up, its room and people are told to nobody', async () => {
    at('2021-10-01', '12:00')
    const id = await anEvent({ title: 'Для всех', day: '2021-12-20', places: 2, room: 'Тайная школа' } as never)
    expect((await open(`/${id}`)).status).toBe(404)
    await inScope(base.db, site.territory.id, async (tx) => {
      const ctx = await head()
      const event = await events.open(tx, ctx, id)
      await publishEvent(tx, ctx, { ...event!, site: { ...event!.site, regulation: turochak } })
    })
    const page = await open(`/${id}`)
    expect(page.text).toContain('20 декабря 2021 г., понедельник, 10:20–11:05')
    expect(page.text).toContain('свободно 2 места')
    expect(page.text).toContain('Войти и записаться')
    expect(page.text).not.toContain('Тайная школа')
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

  test('what was announced before everybody could see it is shown from the next day on, where the regulation publishes it', async () => {
    at('2021-10-01', '12:00')
    const id = await anEvent({ title: 'По редакции', day: '2021-12-21' })
    const draft = await aDraft({ title: 'Готовится', day: '2021-12-22' })
    const shown = async (things: readonly string[]) => {
      const publication = { clause: ['1.1'], things: things.map((what) => ({ what, where: ['authoritySite'], clause: ['1.1'] })) }
      await base.adminPool.query(
        `update regulations set document = document || jsonb_build_object('publication', $1::jsonb), edit_version = edit_version + 1`,
        [JSON.stringify(publication)],
      )
      const ctx = await head()
      await publishAnnounced(ctx.pool, { ...ctx, actor: null })
      return [(await open(`/${id}`)).status, (await open(`/${draft}`)).status]
    }
    expect(await shown(['register'])).toEqual([404, 404])
    expect(await shown(['activity'])).toEqual([200, 404])
  })
})
