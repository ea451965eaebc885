import { afterAll, describe, expect, test } from 'vitest'
import { loadTerritories } from '../../../territories/all.ts'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { anApprovedPlan, aPlanningSite, aRow, mustWork, type PlanningSite } from '../../../test/factories/plans.ts'
import { aHeldLine, aReport, aSubmittedReport, reportNow } from '../../../test/factories/reports.ts'
import { closeRenderer } from '../../documents/render.ts'
import { periodKey } from '../../kernel/periods.ts'
import { paths } from '../../web/paths.ts'
import { saveConclusions } from './deeds/write.ts'

const regulations = new Map(loadTerritories().map(({ facts, regulation }) => [facts.territory.code, regulation]))
const chebula = regulations.get('chebula')!
const ustishim = regulations.get('ustishim')!
const term = { from: '2021-08-24', to: '2022-08-31' }
const database = ownDatabase()
const { as } = aClient(database)
afterAll(closeRenderer)

/** Moves the territory's own today. */
const on = (site: PlanningSite, day: string) =>
  database.db.updateTable('territories').set({ demoToday: day }).where('id', '=', site.territory.id).execute()

const aSite = async (regulation = chebula, today = '2022-06-10') => {
  const site = await aPlanningSite(database.db, regulation, '2021-09-01', term)
  await on(site, today)
  return site
}
const at = (site: PlanningSite, report: string) => ({ territory: site.territory.code, report })
/** Text as a person reads it. */
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ')

describe('the list', () => {
  test('tells who is overdue first, counts what is handed in and goes out as a file', async () => {
    const site = await aSite(chebula, '2022-06-18')
    const methodist = as(site.people.methodist)
    const territory = site.territory.code
    const late = plain((await methodist.get(paths.reports({ territory }))).text)
    expect(late).toContain('Сдано 0 из 1, принято 0, просрочено 1')
    expect(late).toContain('Не сдан, опоздание 3 дня')
    await aSubmittedReport(site, chebula, '2022-06-18')
    expect(plain((await methodist.get(paths.reports({ territory }))).text)).toContain('Сдано 1 из 1, принято 0')
    const file = (await methodist.get(`${paths.reports({ territory })}.csv?year=2021`)).text
    expect(file).toContain('На проверке;15.06.2022;18.06.2022;3;')
  })

  test('has no years before the first report was asked for', async () => {
    const site = await aSite()
    const page = plain((await as(site.people.stranger).get(paths.reports({ territory: site.territory.code }))).text)
    expect(page).toContain('2021/22')
    expect(page).not.toContain('2020/21')
  })

  test('in the month before a year begins holds the reports that the first page counts', async () => {
    const site = await aSite(chebula, '2021-08-25')
    const head = as(site.people.head)
    expect(plain((await head.get(paths.tasks({ territory: site.territory.code }))).text)).toContain('Отчёты за 2021/22 0 из 1')
    const all = plain((await head.get(paths.reports({ territory: site.territory.code }))).text)
    expect(all).toContain('Сдано 0 из 1')
    const asked = paths.reports({ territory: site.territory.code }, { period: periodKey('2021/22') })
    expect(plain((await head.get(asked)).text)).toContain('Сдано 0 из 1')
  })
})

describe('who may not read a report', () => {
  test('learns of it and how it stands, and is led to no page that refuses them', async () => {
    const site = await aSite()
    await aSubmittedReport(site, chebula, '2022-06-10')
    const own = { territory: site.territory.code, site: site.siteId }
    const reports = paths.report({ ...own, report: '' })
    for (const address of [paths.site(own), paths.siteReports(own), paths.reports(own)]) {
      const [seen, told] = [await as(site.people.head).get(address), await as(site.people.stranger).get(address)]
      expect(plain(told.text), address).toContain(address === paths.reports(own) ? 'На проверке' : 'За 2021/22')
      expect(
        [seen, told].map(({ text }) => new RegExp(`${reports}[0-9a-f]`).test(text)),
        address,
      ).toEqual([true, false])
    }
  })
})

describe('the year of a head in the browser', () => {
  test('assembled, written, handed in, accepted', async () => {
    const site = await aSite(chebula, '2021-09-01')
    const planId = await anApprovedPlan(site, chebula, [aRow(site, chebula)])
    await aHeldLine(site, planId, '2021-10-12', 16)
    await on(site, '2022-06-10')
    const head = as(site.people.head)
    const own = { territory: site.territory.code, site: site.siteId }
    expect(plain((await head.get(paths.siteReports(own))).text)).toContain('Собрать отчёт')
    const started = await head.post(paths.siteReports(own), { kind: 'report', period: '2021/22' })
    expect(started.status).toBe(303)
    const address = started.to!
    const page = plain((await head.get(address)).text)
    expect(page).toContain('до 15 июня 2022 г., осталось 5 дней')
    expect(page).toContain('Проведено 1')
    expect(page).toContain('Посещений 16')

    const empty = await head.post(`${address}/edit`, { _version: '1', intent: 'submit', 'conclusions.goals': 'Цели достигнуты' })
    expect(empty.status).toBe(422)
    const again = empty.text
    expect(plain(again)).toContain('Отчёт не сохранён: поправьте одно место')
    expect(plain(again)).toContain('(п. 6.1 Положения)')
    expect(again).toContain('>Цели достигнуты</textarea>')

    const fields = { _version: '1', intent: 'submit', 'conclusions.goals': 'Цели достигнуты', 'conclusions.dynamics': 'Растёт' }
    expect((await head.post(`${address}/edit`, fields)).to).toBe(address)
    const methodist = as(site.people.methodist)
    expect(plain((await methodist.get(address)).text)).toContain('Принять отчёт')
    expect(plain((await head.get(address)).text)).not.toContain('Принять отчёт')
    expect((await methodist.post(`${address}/decisions`, { _version: '3', intent: 'return' })).status).toBe(422)
    expect((await methodist.post(`${address}/decisions`, { _version: '3', intent: 'save' })).status).toBe(303)
    const accepted = plain((await head.get(address)).text)
    expect(accepted).toContain('Принят 10 июня 2022 г.')
    expect(accepted).not.toContain('Написать выводы')
  })

  test('a number opens the lines it counts', async () => {
    const site = await aSite(chebula, '2021-09-01')
    const planId = await anApprovedPlan(site, chebula, [aRow(site, chebula), aRow(site, chebula, { activity: 'Второе' })])
    await aHeldLine(site, planId, '2021-10-12', 16)
    const reportId = await aReport(site, chebula, '2022-06-10')
    const head = as(site.people.head)
    const all = (await head.get(paths.report(at(site, reportId)))).text
    expect(all).toContain(`?outcome=held#lines`)
    const held = plain((await head.get(paths.report(at(site, reportId), { outcome: 'held' }))).text)
    expect(held).toContain('проведено: 1 из 2. Показать все')
    expect(held).not.toContain('Второе')
  })
})

describe('two at once', () => {
  test('the second editor keeps the text and sees what the first has saved', async () => {
    const site = await aSite()
    const reportId = await aReport(site, chebula, '2022-06-10')
    const conclusions = { goals: 'Записал наставник' }
    mustWork(
      await saveConclusions.run(await site.as('mentor', '2022-06-10'), { id: reportId, version: 2, conclusions, extra: null }),
    )
    const head = as(site.people.head)
    const fields = { _version: '2', intent: 'save', 'conclusions.goals': 'Пишет руководитель', 'conclusions.dynamics': '' }
    const answer = await head.post(paths.reportEdit(at(site, reportId)), fields)
    expect(answer.status).toBe(409)
    const html = answer.text
    expect(html).toContain('>Пишет руководитель</textarea>')
    expect(plain(html)).toContain('Записано сейчас Записал наставник')
    expect(html).toContain('name="_version" value="3"')
    expect((await head.post(paths.reportEdit(at(site, reportId)), { ...fields, _version: '3' })).status).toBe(303)
    expect((await reportNow(site, reportId)).conclusions).toEqual({ goals: 'Пишет руководитель' })
  })

  test('whoever writes while the report is handed in keeps the text too', async () => {
    const site = await aSite()
    const reportId = await aSubmittedReport(site, chebula, '2022-06-10')
    const mentor = as(site.people.mentor)
    const answer = await mentor.post(paths.reportEdit(at(site, reportId)), {
      _version: '2',
      intent: 'save',
      'conclusions.goals': 'Мой длинный вывод',
    })
    expect(answer.status).toBe(409)
    const text = plain(answer.text)
    expect(text).toContain('Мой длинный вывод')
    expect(text).toContain('Отчёт уже сдан, поэтому ваш текст не записан')
  })
})

describe('doors', () => {
  test('people outside the site and the offices see the state, not the report', async () => {
    const site = await aSite()
    const reportId = await aSubmittedReport(site, chebula, '2022-06-10')
    const stranger = as(site.people.stranger)
    expect((await stranger.get(paths.reports({ territory: site.territory.code }))).status).toBe(200)
    expect((await stranger.get(paths.report(at(site, reportId)))).status).toBe(403)
    expect((await stranger.get(paths.reportEdit(at(site, reportId)))).status).toBe(404)
    const official = as(site.people.official)
    expect((await official.get(paths.report(at(site, reportId)))).status).toBe(200)
    expect((await official.post(paths.reportDecisions(at(site, reportId)), { _version: '3', intent: 'save' })).status).toBe(403)
  })
})

describe('the paper', () => {
  test.each([
    ['chebula', chebula],
    ['ustishim', ustishim],
  ])('of %s prints as .docx and .pdf', async (_, regulation) => {
    const site = await aSite(regulation)
    const reportId = await aSubmittedReport(site, regulation, '2022-06-10')
    const head = as(site.people.head)
    for (const [format, start] of [
      ['docx', 'PK'],
      ['pdf', '%PDF'],
    ] as const) {
      const answer = await head.get(paths.reportDocument({ ...at(site, reportId), format }))
      expect(answer.status).toBe(200)
      expect(answer.bytes.toString('latin1').startsWith(start)).toBe(true)
    }
    expect((await head.get(paths.reportDocument({ ...at(site, reportId), format: 'exe' }))).status).toBe(404)
  })
})
