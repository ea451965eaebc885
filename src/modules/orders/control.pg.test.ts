// Proves L-O5: the control of an order as a page, a table, a paper and a reminder.

import { expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aGrant, anOffice, aPoint, aSchool, aSigned, theRegulationOrder } from '../../../test/factories/orders.ts'
import { aPerson, historyOf, noticesTo } from '../../../test/factory.ts'
import { docxText } from '../../documents/reading.fixture.ts'
import { noticeOf } from '../../web/notice.ts'

const database = ownDatabase()
const { as } = aClient(database)

async function controlled() {
  const there = await anOffice(database.db, '2021-01-28')
  const [first, second] = [await aSchool(there, 'Школа № 1'), await aSchool(there, 'Школа № 2')]
  const teacher = await aPerson(there.db, there.territory, { familyName: 'Учительская' })
  await theRegulationOrder(there)
  const orderId = await aSigned(
    there,
    [
      aPoint([aGrant(first.id)], { text: '' }),
      aPoint([], { text: 'Руководителям школ:', isTask: false }),
      aPoint([], { text: 'составить план;', level: 2, assigneeIds: [first.headId, second.headId], dueOn: '2021-02-10' }),
      aPoint([], { text: 'провести семинар;', level: 2, assigneeIds: [first.headId], dueOn: '2021-03-10' }),
    ],
    { controllerId: there.officialId },
  )
  return { there, first, second, teacher, orderId, page: `/orders/${orderId}/control` }
}

test('each point stands once, with what was done, by whom and with which file; the file is for those it concerns', async () => {
  const { there, first, second, teacher, page, orderId } = await controlled()
  const [official, head, other, stranger] = [as(there.officialId), as(first.headId), as(second.headId), as(teacher)]
  const before = await official.get(page)
  expect(before.text.match(/Составить план/g)).toHaveLength(1)
  expect(before.text).toContain('Исполнено подписанием')
  expect(before.text).toContain('3 поручения')

  const assignment = /assignments\/[0-9a-f-]{36}/.exec((await head.get('')).text)![0]
  await head.get(`/${assignment}`)
  const wrong = await head.press('Отправить отчёт', { note: 'План\nсоставлен', files: new File(['MZ'], 'план.pdf') })
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('план.pdf')])
  expect(wrong.text).toContain('План\nсоставлен')
  const sent = await head.press('Отправить отчёт', { note: 'План\nсоставлен', files: new File(['%PDF-1.7'], 'план.pdf') })
  expect(sent.status).toBe(303)

  const shown = await official.get(page)
  expect(shown.text).toContain('План\nсоставлен')
  const file = /assignments\/[0-9a-f-]{36}\/files\/[0-9a-f-]{36}/.exec(shown.text)![0]
  expect([(await official.get(`/${file}`)).status, (await head.get(`/${file}`)).status]).toEqual([200, 200])
  expect([(await other.get(`/${file}`)).status, (await stranger.get(`/${file}`)).status]).toEqual([403, 403])
  expect((await stranger.get(page)).status).toBe(403)

  await official.get(`/${assignment}`)
  await official.press('Записать решение', { outcome: 'accept' })
  const csv = (await official.get(`/orders/${orderId}/control.csv`)).text
  expect(csv).toContain('Готовая')
  expect(csv).toContain('план.pdf')
  const paper = await official.get(`/orders/${orderId}/control/document/docx`)
  const words = docxText(paper.bytes).replaceAll('\u00a0', ' ')
  expect(words).toContain('Контроль исполнения')
  expect(words).toContain('поручений на контроле 3: принято 1, ждут приёмки 0, не исполнено 2, из них просрочено 0.')
})

test('what is asked for is kept in the table and the paper; a sentence that begins points stays over them', async () => {
  const { there, second, page, orderId } = await controlled()
  const official = as(there.officialId)
  const asked = `?person=${second.headId}`
  const shown = (await official.get(`${page}${asked}`)).text
  expect(shown).toContain('1 поручение')
  expect(shown).toContain('Руководителям школ')
  expect(shown).not.toContain('Провести семинар')
  expect((await official.get(`/orders/${orderId}/control.csv${asked}`)).text).not.toContain('Провести семинар')
  const paper = await official.get(`/orders/${orderId}/control/document/docx${asked}`)
  expect(docxText(paper.bytes)).not.toContain('Провести семинар')
  expect((await official.get(`${page}?state=late`)).text).toContain('Ничего не нашлось')
})

test('those who are late are reminded, once a day; where nobody is late there is nothing to press', async () => {
  const { there, first, second, page, orderId } = await controlled()
  const official = as(there.officialId)
  expect((await official.get(page)).text).not.toContain('Напомнить')
  const refused = await official.post(`${page}/reminders`, {})
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('напоминать некому')])
  await database.adminPool.query("update territories set demo_today = '2021-02-12' where id = $1", [there.territory.id])
  expect((await official.get(page)).text).toContain('Просрочено')
  const said = ({ headers }: { headers: Headers }) => noticeOf(headers.get('set-cookie') ?? undefined)
  expect(said(await official.press('Напомнить 2 исполнителям', {}))).toMatch(/^Напоминание отправлено: 2\sисполнителям$/)
  expect(said(await official.post(`${page}/reminders`, {}))).toBe('Сегодня уже напоминали')
  const late = async (id: typeof first.headId) =>
    (await noticesTo(there.official, id)).filter((kind) => kind === 'assignment.overdue').length
  expect([await late(first.headId), await late(second.headId)]).toEqual([1, 1])
  expect((await historyOf(database, orderId)).filter((kind) => kind === 'order.reminded')).toHaveLength(1)
})

test('who alone is late and controls the order has nobody to remind', async () => {
  const there = await anOffice(database.db, '2021-01-28')
  await theRegulationOrder(there)
  const { officialId } = there
  const own = aPoint([], { text: 'Подготовить отчёт.', assigneeIds: [officialId], dueOn: '2021-02-10' })
  const orderId = await aSigned(there, [own], { controllerId: officialId })
  await database.adminPool.query("update territories set demo_today = '2021-02-12' where id = $1", [there.territory.id])
  const refused = await as(officialId).post(`/orders/${orderId}/control/reminders`, {})
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('напоминать некому')])
  expect(await historyOf(database, orderId)).not.toContain('order.reminded')
})
