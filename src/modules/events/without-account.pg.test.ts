import { beforeAll, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { eventsOfASite } from '../../../test/factories/events.ts'
import { mustWork, type PlanningSite } from '../../../test/factories/plans.ts'
import { ctxOf, inScope } from '../../../test/factory.ts'
import { shell } from '../../app/shell.tsx'
import { noServices, type Services } from '../../authz/ctx.ts'
import type { EventId, PersonId } from '../../kernel/types.ts'
import { ruleTexts } from '../../kit/install.ts'
import { offerPlace } from './deeds/come.ts'
import { cancelEvent, changeEvent } from './deeds/plan.ts'
import { createEventDoors } from './open-doors.tsx'
import { placesOf } from './store.ts'

const base = ownDatabase()
const here = eventsOfASite(base)
const { as, at, form, head, anEvent, aTeacher } = here
let site: PlanningSite
beforeAll(() => {
  ;({ site } = here)
})

describe('without an account', () => {
  const letters: { to: string; text: string }[] = []
  const mail: Services['mail'] = async (_tx, letter) => void letters.push(letter)
  const posting = { ...noServices, origin: 'https://pl.example', sendsMail: true, mail }
  const doors = () =>
    createEventDoors({
      ...{ db: base.db, shell, ruleTexts: ruleTexts(), secret: 'x', secureCookies: false, systemNow: here.now, log: () => {} },
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
    const guest = await aTeacher()
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
    expect(page.text).toContain('14 декабря 2021 г., вторник, 10:20–\u206011:05')
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

  test('whoever has a place joins by the link of the page until the end', async () => {
    const { link } = await sent('2021-12-18')
    await opened(link, 'yes')
    at('2021-12-18', '11:04')
    const { text } = await opened(link)
    expect(text).toContain('href="https://example.org/lesson"')
    expect(text).toContain('Мероприятие уже идёт')
    expect(text).not.toContain('name="answer"')
    at('2021-12-18', '11:05')
    expect((await opened(link)).status).toBe(404)
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
    const guest = await aTeacher()
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
