import { beforeAll, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { manyPeople } from '../../../test/factories/certificates.ts'
import { eventsOfASite } from '../../../test/factories/events.ts'
import { mustWork, type PlanningSite } from '../../../test/factories/plans.ts'
import { anOrganisation, aPerson, ctxOf, inScope } from '../../../test/factory.ts'
import type { PersonId } from '../../kernel/types.ts'
import { storeDays } from '../calendar/commands/store-days.ts'
import { takePlace } from './deeds/come.ts'
import { closeEvent } from './deeds/hold.ts'
import { changeEvent } from './deeds/plan.ts'
import { placesOf } from './store.ts'

const base = ownDatabase()
const here = eventsOfASite(base)
const { as, at, form, head, aDraft, anEvent, aTeacher } = here
let site: PlanningSite
let teacher: PersonId
beforeAll(() => {
  ;({ site, teacher } = here)
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

  test('holidays and exam days of the territory warn whoever chooses a day, and whoever lets go from lessons; nothing is refused', async () => {
    at('2021-10-01', '12:00')
    const days = { kind: 'exam' as const, title: 'ОГЭ, математика', startsOn: '2021-12-16', endsOn: '2021-12-16' }
    await inScope(base.db, site.territory.id, (tx) => storeDays(tx, site, [days]))
    const id = await anEvent({ day: '2021-12-15' })
    const page = as(site.people.head)
    expect((await page.get(`/events/${id}`)).text).not.toContain('Учтите календарь')
    expect((await page.get(`/events/${id}/edit`)).text).toContain(
      'Учтите календарь территории: экзамен: ОГЭ, математика, 16.12.2021',
    )
    const saved = await page.press('Сохранить', { day: '16.12.2021' })
    expect(saved.status).toBe(303)
    const shown = (await page.get(`/events/${id}`)).text
    expect(shown).toContain('Учтите календарь территории')
    expect(shown).toContain('16 декабря 2021 г. — экзамен: ОГЭ, математика')
    const guest = as(teacher)
    expect((await guest.get(`/events/${id}`)).text).toContain('экзамен: ОГЭ, математика')
    await guest.press('Записаться')
    expect((await page.get('')).text).toMatch(/Отпустить с уроков.*экзамен: ОГЭ, математика/s)
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
    expect((await as(teacher).get('/my')).text).toContain(id)
    expect((await as(site.people.head).get('/my')).text).not.toContain(id)
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

  test('whoever has to say about lessons reads of their people before a place of their own, and takes the papers for whom they let go', async () => {
    at('2021-10-01', '12:00')
    const id = await anEvent({ day: '2021-10-22' })
    const school = await anOrganisation(base.db, site.territory)
    const of = (kind: 'head' | 'teacher') => aPerson(base.db, site.territory, { post: { organisationId: school, kind } })
    const [director, guest] = [await of('head'), await of('teacher')]
    mustWork(await takePlace.run({ ...(await ctxOf(base.db, site.territory, guest, '2021-10-01')), now: here.now() }, { id }))
    const { name } = (await ctxOf(base.db, site.territory, guest, '2021-10-01')).actor
    const page = as(director)
    const paper = async () => (await page.get(`/events/${id}/release/docx`)).status
    const asked = (await page.get(`/events/${id}`)).text
    expect(asked.indexOf('Отпускаю')).toBeLessThan(asked.indexOf('Ваше место'))
    expect([await paper(), asked.includes('release/docx')]).toEqual([404, false])
    await page.get(`/events/${id}`)
    expect((await page.press(`Отпускаю: ${name}`)).status).toBe(303)
    const answered = (await page.get(`/events/${id}`)).text
    expect(answered.indexOf('Ваше место')).toBeLessThan(answered.indexOf('Ваши педагоги'))
    expect([await paper(), answered.includes('release/docx')]).toEqual([200, true])
    expect((await as(guest).get(`/events/${id}/release/docx`)).status).toBe(403)
    expect((await as(site.people.head).get(`/events/${id}/release/docx`)).status).toBe(404)
    at('2021-10-22', '10:20')
    expect([await paper(), (await page.get(`/events/${id}`)).text.includes('release/docx')]).toEqual([404, false])
  })

  test('a list is corrected from the page for a fortnight after it is closed, and not a day longer', async () => {
    at('2021-10-01', '12:00')
    const id = await anEvent({ day: '2021-10-21' })
    at('2021-10-21', '12:00')
    const input = { guests: 3, guestsAgain: false, note: null }
    mustWork(await closeEvent.run(await head(), { id, version: 3, ...input }))
    const page = as(site.people.head)
    const offers = async () => {
      const [event, list] = [(await page.get(`/events/${id}`)).text, (await page.get(`/events/${id}/list`)).text]
      return [event.includes('Исправить список'), list.includes('Пришёл без записи'), list.includes('список правят 14 дней')]
    }
    at('2021-11-04', '12:00')
    expect(await offers()).toEqual([true, true, false])
    at('2021-11-05', '12:00')
    expect(await offers()).toEqual([false, false, true])
  })

  test('a refused list comes back with what it was made of, not with what others have marked since', async () => {
    at('2021-10-01', '12:00')
    const id = await anEvent({ day: '2021-10-19' })
    mustWork(await takePlace.run({ ...(await ctxOf(base.db, site.territory, teacher, '2021-10-01')), now: here.now() }, { id }))
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

describe('the roll-call', () => {
  const knownBy = async (id: string) =>
    (
      await base.adminPool.query<{ state: string; present: boolean; known_by: string }>(
        'select state, present, known_by from event_places where event_id = $1 order by number',
        [id],
      )
    ).rows.map((row) => [row.state, row.present, row.known_by])

  test('who came without a place is found by name and put on the list as there, once; after it was closed with a reason', async () => {
    at('2021-10-01', '12:00')
    const id = await anEvent({ day: '2021-10-26' })
    const stranger = await aTeacher()
    const page = as(site.people.head)
    await page.get(`/events/${id}/list`)
    const early = await page.post(`/events/${id}/list/walk-ins`, { personId: stranger })
    expect([early.status, early.text.includes('список открывается за полчаса')]).toEqual([422, true])
    at('2021-10-26', '10:30')
    expect((await page.get(`/events/${id}/list`)).text).toContain('Пришёл без записи')
    await page.press('Добавить в список', { personId: stranger })
    expect(await knownBy(id)).toEqual([['came', true, 'list']])
    const again = await page.post(`/events/${id}/list/walk-ins`, { personId: stranger })
    expect([again.status, again.text.includes('этот уже отмечен')]).toEqual([422, true])
    at('2021-10-26', '11:10')
    await page.get(`/events/${id}`)
    await page.press('Закрыть: оно состоялось', { guests: '2' })
    await page.get(`/events/${id}/list`)
    const other = { personId: teacher, reason: '' }
    expect((await page.post(`/events/${id}/list/walk-ins`, other)).text).toContain('почему исправляете')
    expect((await page.post(`/events/${id}/list/walk-ins`, { ...other, reason: 'забыли' })).status).toBe(303)
    expect(await knownBy(id)).toEqual([
      ['came', true, 'list'],
      ['came', true, 'list'],
    ])
    expect((await page.get(`/events/${id}`)).text).toContain('4 человека, из них гостей — 2')
    expect((await as(teacher).post(`/events/${id}/list/walk-ins`, { personId: stranger })).status).toBe(403)
  })

  test('nobody of the team adds whoever heads the site as having come', async () => {
    at('2021-10-01', '12:00')
    const id = await anEvent({ day: '2021-10-29' })
    const colleague = await aTeacher()
    await base.adminPool.query(
      `insert into appointments (territory_id, id, person_id, kind, site_id, starts_on) values ($1, gen_random_uuid(), $2, 'mentor', $3, '2021-01-01')`,
      [site.territory.id, colleague, site.siteId],
    )
    at('2021-10-29', '10:30')
    const page = as(colleague)
    const nobody = (await page.get(`/events/${id}/list`)).text
    expect(nobody).toContain('можно и добавить их ниже')
    const own = await page.post(`/events/${id}/list/walk-ins`, { personId: site.people.head })
    expect([own.status, own.text.includes('руководителя площадки в список гостей не добавляют')]).toEqual([422, true])
    expect(await knownBy(id)).toEqual([])
    expect((await page.post(`/events/${id}/list/walk-ins`, { personId: colleague })).status).toBe(303)
  })

  test('of a long register a name is typed, and who is found is put on the list', async () => {
    at('2021-10-01', '12:00')
    const id = await anEvent({ day: '2021-10-28' })
    await manyPeople(site, base.adminPool, 101)
    const stranger = await aTeacher()
    await base.adminPool.query(`update people set family_name = 'Найдёнова' where id = $1`, [stranger])
    at('2021-10-28', '10:30')
    const page = as(site.people.head)
    await page.get(`/events/${id}/list`)
    const { text } = await page.post(`/events/${id}/list/walk-ins`, {
      personIdNamed: 'найденова',
      personIdFound: '',
      _find: 'personId',
    })
    expect(text).toContain(stranger)
    const found = { personIdNamed: 'найденова', personIdFound: 'найденова', personId: stranger }
    expect((await page.post(`/events/${id}/list/walk-ins`, found)).status).toBe(303)
    expect(await knownBy(id)).toEqual([['came', true, 'list']])
    expect((await page.get(`/events/${id}`)).text).not.toContain('Отменить мероприятие')
  })

  test('the code of a printed row opens the list with its person marked; saved, it is known by the paper', async () => {
    at('2021-10-01', '12:00')
    const id = await anEvent({ day: '2021-10-27' })
    for (const person of [teacher, await aTeacher()])
      mustWork(await takePlace.run({ ...(await ctxOf(base.db, site.territory, person, '2021-10-01')), now: here.now() }, { id }))
    at('2021-10-27', '10:30')
    const page = as(site.people.head)
    const { text } = await page.get(`/events/${id}/list?mark=2`)
    expect(text).toContain('Сверьте подпись и нажмите «Сохранить список»')
    await page.press('Сохранить список')
    expect((await knownBy(id))[1]).toEqual(['confirmed', true, 'paper'])
    expect((await page.get(`/events/${id}/list?mark=99`)).text).not.toContain('Сверьте подпись')
  })
})

test('the people of an event are a table to save for its site, and nobody else’s', async () => {
  at('2021-10-01', '12:00')
  const id = await anEvent({ day: '2021-12-27' })
  const guest = as(teacher)
  await guest.get(`/events/${id}`)
  await guest.press('Записаться')
  const { name } = (await ctxOf(base.db, site.territory, teacher, '2021-10-01')).actor
  const table = (await as(site.people.head).get(`/events/${id}/people.csv`)).text
  expect(table).toContain(name)
  expect(table).toContain('Есть место')
  expect(table).not.toContain('Вы записаны')
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
  const mine = await as(teacher).get('/my')
  expect(mine.text).toContain(id)
  expect(mine.text, 'whose event it is').toMatch(/: 19\sоктября\s2021\sг\.,/)
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
  const stranger = await aTeacher()
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
