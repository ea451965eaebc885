import { beforeAll, describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { anApprovedPlan, aPlanningSite, aRow, mustWork, type PlanningSite } from '../../../test/factories/plans.ts'
import { aPerson, ctxOf, inScope } from '../../../test/factory.ts'
import { luga, turochak } from '../../../test/regulations.ts'
import { shell } from '../../app/shell.tsx'
import { noServices, type Services } from '../../authz/ctx.ts'
import { instantOf } from '../../kernel/clock.ts'
import type { EventId, PersonId } from '../../kernel/types.ts'
import { ruleTexts } from '../../kit/install.ts'
import { events } from './case.ts'
import { offerPlace, takePlace } from './deeds/come.ts'
import { announceEvent, cancelEvent, changeEvent, planEvent } from './deeds/plan.ts'
import { createEventDoors } from './open-doors.tsx'
import { publishEvent } from './public.ts'
import { publishAnnounced } from './public-day.ts'
import { placesOf } from './store.ts'

const base = ownDatabase()
let now: Date
const { as } = aClient(base, { systemNow: () => now })
let site: PlanningSite
let lineKey: string
let teacher: PersonId

const at = (day: string, time: string) => {
  now = instantOf(day, `${time}:00`, site.territory.timeZone)
}
const form = {
  ...{ title: 'Открытый урок', day: '2021-10-12', from: '10:20', until: '11:05', room: null, audience: null },
  ...{ link: 'https://example.org/lesson', places: 2, keptPlaces: null, keptUntil: null, takesLessons: true },
}
const head = async () => ({ ...(await ctxOf(base.db, site.territory, site.people.head, '2021-10-01')), now })
const aDraft = async (more: Partial<typeof form> = {}) =>
  mustWork(await planEvent.run(await head(), { ...form, ...more, id: lineKey })) as EventId
async function anEvent(more: Partial<typeof form> = {}): Promise<EventId> {
  const id = await aDraft(more)
  mustWork(await announceEvent.run(await head(), { ...form, ...more, id, version: 1 }))
  return id
}

beforeAll(async () => {
  site = await aPlanningSite(base.db, luga, '2021-10-01')
  await base.adminPool.query('update territories set demo_today = null')
  at('2021-10-01', '12:00')
  const plan = await anApprovedPlan(site, luga, [aRow(site, luga)])
  const { rows } = await base.adminPool.query<{ key: string }>(
    'select l.line_key as key from plan_lines l join plan_versions v on v.id = l.version_id where v.plan_id = $1',
    [plan],
  )
  lineKey = rows[0]?.key ?? ''
  teacher = await aPerson(base.db, site.territory, { post: { organisationId: site.organisationId, kind: 'teacher' } })
})

describe('the page of an event', () => {
  test('a draft is announced by one press on its own page', async () => {
    at('2021-10-01', '12:00')
    const id = await aDraft()
    const page = as(site.people.head)
    expect((await page.get(`/events/${id}`)).text).toContain('Пока мероприятие видит только площадка')
    await page.press('Объявить')
    expect((await page.get(`/events/${id}`)).text).toContain('Открыта запись')
  })

  test('says that it goes on, then that it is over; the link is then no way any more, and it may be closed', async () => {
    at('2021-10-01', '12:00')
    const id = await anEvent({ day: '2021-10-13' })
    const page = as(site.people.head)
    const shown = async (time: string) => {
      at('2021-10-13', time)
      return (await page.get(`/events/${id}`)).text
    }
    const running = await shown('10:30')
    expect(running).toContain('Идёт')
    expect(running).toContain('https://example.org/lesson')
    expect(running).not.toContain('Закрыть: оно состоялось')
    const over = await shown('11:05')
    expect(over).toContain('Прошло')
    expect(over).toContain('Была для участников')
    expect(over).not.toContain('https://example.org/lesson')
    await page.press('Закрыть: оно состоялось', { guests: '3' })
    expect(await shown('12:00')).toContain('Состоялось')
    expect((await page.get(`/events/${id}/sheet/pdf`)).status).toBe(200)
  })

  test('the head of the site takes no place of their own event and sends others than themselves', async () => {
    at('2021-10-01', '12:00')
    const id = await anEvent({ day: '2021-10-14' })
    const { text } = await as(site.people.head).get(`/events/${id}`)
    expect(text).not.toContain('Записаться')
    const choices = text.slice(text.indexOf('Кого направить'))
    expect(choices).toContain(teacher)
    expect(choices).not.toContain(site.people.head)
  })

  test('an answer about lessons belongs to the hour it was given for, and may be changed', async () => {
    at('2021-10-01', '12:00')
    const id = await anEvent({ day: '2021-10-15' })
    const guest = as(teacher)
    await guest.get(`/events/${id}`)
    await guest.press('Записаться')
    const page = as(site.people.head)
    const { name } = (await ctxOf(base.db, site.territory, teacher, '2021-10-01')).actor
    await page.get(`/events/${id}`)
    await page.press(`Отпускаю: ${name}`)
    expect((await guest.get(`/events/${id}`)).text).toContain('С уроков вас отпустили')
    expect((await page.get(`/events/${id}`)).text).not.toContain('Отпускаю')
    const moved = { ...form, day: '2021-10-15', from: '12:20', until: '13:05' }
    mustWork(await changeEvent.run(await head(), { ...moved, id, version: 3 }))
    expect((await guest.get(`/events/${id}`)).text).toContain('Руководитель школы ещё не ответил об уроках')
    expect((await page.get('')).text).toContain('Отпустить с уроков')
    await page.get(`/events/${id}`)
    await page.press(`Отпускаю: ${name}`)
    await page.get(`/events/${id}`)
    await page.press(`Не отпускаю: ${name}`)
    const [place] = await inScope(base.db, site.territory.id, (tx) => placesOf(tx, { territory: site.territory }, id))
    expect(place?.released).toBe(false)
    at('2021-10-15', '12:20')
    expect((await page.get(`/events/${id}`)).text).not.toContain('Отпускаю')
  })

  test('a refused list comes back with what it was made of, not with what others have marked since', async () => {
    at('2021-10-01', '12:00')
    const id = await anEvent({ day: '2021-10-19' })
    mustWork(await takePlace.run({ ...(await ctxOf(base.db, site.territory, teacher, '2021-10-01')), now }, { id }))
    const [place] = await inScope(base.db, site.territory.id, (tx) => placesOf(tx, site, id))
    const sent = { 'shown[]': [place!.id], 'was[]': [place!.id] }
    const { status, text } = await as(site.people.head).post(`/events/${id}/list`, sent)
    expect(status).toBe(422)
    expect(text).toContain(`name="was[]" value="${place!.id}"`)
  })

  test('its file of a calendar is called by its title and day', async () => {
    at('2021-10-01', '12:00')
    const id = await anEvent({ day: '2021-10-18' })
    const file = await as(teacher).get(`/events/${id}/calendar`)
    expect(decodeURIComponent(file.headers.get('Content-Disposition') ?? '')).toContain('Открытый урок, 18 октября 2021 г.ics')
  })
})

test('the people of an event are a table to save for its site, and nobody else’s', async () => {
  at('2021-10-01', '12:00')
  const id = await anEvent({ day: '2021-12-27' })
  const guest = as(teacher)
  await guest.get(`/events/${id}`)
  await guest.press('Записаться')
  const { name } = (await ctxOf(base.db, site.territory, teacher, '2021-10-01')).actor
  expect((await as(site.people.head).get(`/events/${id}/people.csv`)).text).toContain(name)
  expect((await as(site.people.head).get(`/events/${id}/people.xlsx`)).status).toBe(200)
  expect((await guest.get(`/events/${id}/people`)).status).toBe(403)
})

test('on the day of an event its task says the hour', async () => {
  at('2021-10-01', '12:00')
  const id = await anEvent({ day: '2021-10-19' })
  at('2021-10-19', '08:00')
  const { text } = await as(site.people.head).get('')
  expect(text).toContain('Провести: «Открытый урок»')
  expect(text).toContain('сегодня в 10:20')
  expect((await as(teacher).get('/my')).text).toContain(id)
})

describe('where one may go', () => {
  const titles = (text: string) => [...text.matchAll(/Занятие [А-Я]/g)].map(([title]) => title)
  const found = async (query: string) => [...new Set(titles((await as(teacher).get(`/events${query}`)).text))]

  beforeAll(async () => {
    at('2021-10-01', '12:00')
    for (const [title, day, more] of [
      ['Занятие Б', '2021-12-09', { room: 'Каб. 12', link: null, places: null, audience: 'учителя физики' }],
      ['Занятие А', '2021-11-09', { places: 1 }],
    ] as const)
      await anEvent({ title, day, ...(more as Partial<typeof form>) })
  })

  test('the nearest stands first, and each condition leaves what fits it', async () => {
    expect(await found('')).toEqual(['Занятие А', 'Занятие Б'])
    expect(await found('?when=2021-11')).toEqual(['Занятие А'])
    expect(await found('?when=2021-12-09')).toEqual(['Занятие Б'])
    expect(await found('?when=2021-12-10')).toEqual([])
    expect(await found('?how=room')).toEqual(['Занятие Б'])
    expect(await found('?how=link')).toEqual(['Занятие А'])
    expect(await found(`?q=${encodeURIComponent('физики')}`)).toEqual(['Занятие Б'])
    expect(await found('?form=none')).toEqual([])
    expect(await found('?direction=none')).toEqual([])
    expect(await found(`?site=${site.siteId}`)).toEqual(['Занятие А', 'Занятие Б'])
    expect(await found(`?site=${teacher}`)).toEqual([])
  })

  test('an event without a free place is left out where only free ones are asked for', async () => {
    const { rows } = await base.adminPool.query<{ id: string }>(`select id from events where title = 'Занятие А'`)
    const guest = as(teacher)
    await guest.get(`/events/${rows[0]?.id}`)
    await guest.press('Записаться')
    expect(await found('?places=free')).toEqual(['Занятие Б'])
    expect((await guest.get('/events?show=mine')).text).toContain('Вы записаны')
  })

  test('a month is a table of days, also without anything in it; more than four of a day are in the list of that day', async () => {
    const month = await as(teacher).get('/events?show=month&when=2021-11')
    expect(month.text).toContain('Мероприятия по дням: Ноябрь 2021')
    expect([...new Set(titles(month.text))]).toEqual(['Занятие А'])
    expect(month.text).toContain('when=2021-12')
    for (const title of ['В', 'Г', 'Д', 'Е', 'Ж']) await anEvent({ title: `Занятие ${title}`, day: '2021-11-10' })
    const full = (await as(teacher).get('/events?show=month&when=2021-11')).text
    expect(full).toContain('Ещё 1')
    expect(await found('?when=2021-11-10')).toHaveLength(5)
    const none = (await as(teacher).get('/events?show=month&when=2025-05')).text
    expect(none).toContain('В этом месяце ничего нет')
    expect(none).toContain('when=2025-06')
  })

  test('a table of the events of a site may be saved', async () => {
    const file = await as(site.people.head).get(`/events.csv?show=month&when=2021-11&site=${site.siteId}`)
    expect(file.text.split('\n').filter((line) => line.includes('Занятие'))).toHaveLength(6)
  })
})

test('who may read no plans is told what will be here, and is not sent to them', async () => {
  const stranger = await aPerson(base.db, site.territory, { post: { organisationId: site.organisationId, kind: 'teacher' } })
  at('2022-06-01', '12:00')
  for (const [show, says] of [
    ['ahead', 'Как только назначат, они появятся здесь'],
    ['mine', 'Здесь будет всё, на что вы запишетесь'],
  ]) {
    const { text } = await as(stranger).get(`/events?show=${show}`)
    expect(text).toContain(says)
    expect(text).not.toContain('Открыть планы')
  }
})

describe('without an account', () => {
  const letters: { to: string; text: string }[] = []
  const mail: Services['mail'] = async (_tx, letter) => void letters.push(letter)
  const posting = { ...noServices, origin: 'https://pl.example', sendsMail: true, mail }
  const doors = () =>
    createEventDoors({
      ...{ db: base.db, shell, ruleTexts: ruleTexts(), secret: 'x', secureCookies: false, systemNow: () => now, log: () => {} },
      readSession: async () => null,
      services: posting,
    })
  const opened = async (link: string, answer?: string) => {
    const body = answer && new URLSearchParams({ answer })
    const response = await doors().request(new URL(link).pathname, body ? { method: 'POST', body } : {})
    return { status: response.status, text: (await response.text()).replaceAll('\u00a0', ' ') }
  }
  const placeNow = async (id: EventId, person: PersonId) =>
    (await inScope(base.db, site.territory.id, (tx) => placesOf(tx, { territory: site.territory }, id))).find(
      ({ personId }) => personId === person,
    )
  const sent = async (day: string) => {
    at('2021-10-01', '12:00')
    const id = await anEvent({ day })
    const guest = await aPerson(base.db, site.territory, { post: { organisationId: site.organisationId, kind: 'teacher' } })
    await base.adminPool.query(`update people set email = 'guest@school.example' where id = $1`, [guest])
    const known = await head()
    const ctx = { ...known, territory: { ...known.territory, demoToday: null }, services: posting }
    const done = mustWork(await offerPlace.run(ctx, { id, personId: guest }))
    expect(offerPlace.said(done as never)).toMatch(
      /^Приглашение отправлено на почту педагога\. Место займётся, когда он согласится$/,
    )
    const link = /https:\S+/.exec(letters.at(-1)?.text ?? '')?.[0] ?? ''
    return { id, guest, link }
  }

  test('somebody who is sent answers by the link of the letter; silence takes no place', async () => {
    const { id, guest, link } = await sent('2021-12-14')
    expect(letters.at(-1)?.to).toBe('guest@school.example')
    expect((await placeNow(id, guest))?.state).toBe('offered')
    const page = await opened(link)
    expect(page.text).toContain('Приду')
    expect(page.text).toContain('14 декабря 2021 г., вторник, 10:20–11:05')
    for (const _ of [1, 2]) expect((await opened(link, 'yes')).text).toContain('Ответ записан')
    expect((await placeNow(id, guest))?.state).toBe('confirmed')
    expect((await opened(link, 'perhaps')).status).toBe(422)
    for (const _ of [1, 2]) expect((await opened(link, 'no')).text).toContain('Ответ записан')
    expect((await placeNow(id, guest))?.state).toBe('withdrawn')
    const { rows } = await base.adminPool.query('select answer_hash from event_places where event_id = $1', [id])
    expect(link).not.toContain(rows[0].answer_hash)
    at('2021-12-14', '10:20')
    for (const answer of [undefined, 'yes']) expect((await opened(link, answer)).status).toBe(404)
    expect((await opened(`${link}x`)).status).toBe(404)
    expect((await opened(link.replace(site.territory.code, 'nowhere'))).status).toBe(404)
  })

  test('what is held by others is said in words; where nobody may come any more, only «Не приду» is asked', async () => {
    const { id, guest, link } = await sent('2021-12-13')
    const other = await base.adminPool.connect()
    await other.query('begin')
    await other.query('select from events where id = $1 for update', [id])
    const held = await opened(link, 'yes')
    await other.query('rollback')
    other.release()
    expect([held.status, held.text]).toEqual([409, expect.stringContaining('Сейчас записывают другое изменение')])
    // Whoever heads the site receives people there.
    await base.adminPool.query('update event_places set person_id = $1 where event_id = $2 and person_id = $3', [
      site.people.head,
      id,
      guest,
    ])
    const { text } = await opened(link)
    expect([text.includes('value="yes"'), text.includes('value="no"')]).toEqual([false, true])
    expect((await opened(link, 'no')).text).toContain('Записаться на это мероприятие сейчас нельзя')
  })

  test('the head hands a new link over, once shown; the earlier one serves no more, a stranger gets none', async () => {
    const { id, guest, link } = await sent('2021-12-15')
    const page = as(site.people.head)
    const name = (await ctxOf(base.db, site.territory, guest, '2021-10-01')).actor.name
    await page.get(`/events/${id}`)
    const { text } = await page.press(`Ссылка для ответа: ${name}`)
    const handed = /\/answers\/[^<]+/.exec(text)?.[0] ?? ''
    expect((await opened(link)).status).toBe(404)
    expect((await opened(`https://pl.example${handed}`, 'no')).text).toContain('Ответ записан')
    expect((await placeNow(id, guest))?.state).toBe('declined')
    const told = await base.adminPool.query(
      `select kind, facts from history where subject_id = $1 and kind in ('event.linkGiven', 'event.placeGivenUp') order by seq`,
      [id],
    )
    expect(JSON.parse(JSON.stringify(told.rows).replaceAll('\u00a0', ' '))).toEqual([
      { kind: 'event.linkGiven', facts: { person: name } },
      { kind: 'event.placeGivenUp', facts: { person: name, byLink: true } },
    ])
    const place = (await placeNow(id, guest))?.id ?? ''
    expect((await page.post(`/events/${id}/links`, { place })).status).toBe(404)
    const { rows } = await base.adminPool.query(
      `select * from submissions where notice like '%answers/%' or location like '%answers/%'`,
    )
    expect(rows).toEqual([])
  })

  test('one’s own calendar is read by its address: moved and called off it changes; renewed or withdrawn the old address is nobody’s', async () => {
    at('2021-10-01', '12:00')
    const id = await anEvent({ title: 'В календаре', day: '2021-12-16' })
    const guest = await aPerson(base.db, site.territory, { post: { organisationId: site.organisationId, kind: 'teacher' } })
    const page = as(guest)
    await page.get(`/events/${id}`)
    await page.press('Записаться')
    const newFeed = async (button: string) => {
      await page.get('/my')
      const { text } = await page.press(button)
      return `https://pl.example${/\/calendars\/[^<]+/.exec(text)?.[0]}`
    }
    const feed = await newFeed('Получить адрес календаря')
    const first = (await opened(feed)).text
    expect(first).toContain('SUMMARY:В календаре')
    expect(first).toContain('STATUS:CONFIRMED')
    expect(first).toContain(`UID:${id}`)
    mustWork(await changeEvent.run(await head(), { ...form, title: 'В календаре', day: '2021-12-17', id, version: 3 }))
    const moved = (await opened(feed)).text
    expect(moved).toContain('DTSTART:20211217T')
    expect(moved).toContain('SEQUENCE:4')
    mustWork(await cancelEvent.run(await head(), { id, version: 4, cancelReason: 'карантин' }))
    expect((await opened(feed)).text).toContain('STATUS:CANCELLED')
    const renewed = await newFeed('Сменить адрес')
    expect((await opened(feed)).status).toBe(404)
    expect((await opened(renewed)).status).toBe(200)
    await page.get('/my')
    await page.press('Отозвать адрес')
    expect((await opened(renewed)).status).toBe(404)
    expect((await opened(`${renewed}x`)).status).toBe(404)
  })
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
