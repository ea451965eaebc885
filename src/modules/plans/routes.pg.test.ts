import { expect, test } from 'vitest'
import { loadTerritories } from '../../../territories/all.ts'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import {
  aDraft,
  anApprovedPlan,
  aPlanningSite,
  aRow,
  mustWork,
  type PlanningSite,
  versionNow,
} from '../../../test/factories/plans.ts'
import { inScope } from '../../../test/factory.ts'
import type { PlanId } from '../../kernel/types.ts'
import { saveLines, submitPlan } from './deeds/write.ts'
import { linesOf } from './store.ts'

const regulations = new Map(loadTerritories().map(({ facts, regulation }) => [facts.territory.code, regulation]))
const luga = regulations.get('luga')!
const ustishim = regulations.get('ustishim')!
const database = ownDatabase()
const { as } = aClient(database)

const typedRow = (site: PlanningSite, more: Record<string, string> = {}): Record<string, string> => ({
  'lines.0.key': '',
  'lines.0.activity': 'Урок с гостями',
  'lines.0.form': luga.forms.catalogue[0]!.code,
  'lines.0.startsOn': '12.10.2021',
  'lines.0.endsOn': '12.10.2021',
  'lines.0.people.0': site.people.head,
  'lines.0.people.1': '',
  ...more,
})
const stored = (site: PlanningSite, planId: PlanId) =>
  inScope(site.db, site.territory.id, async (tx) => linesOf(tx, site.territory.id, (await versionNow(site, planId)).id))

test('a head starts a plan, adds rows, mends a date, sends it; the methodist agrees, the head approves', async () => {
  const site = await aPlanningSite(database.db, luga)
  const head = as(site.people.head)
  expect((await head.get('/plans')).text).toContain('плана на 2021/22 учебный год ещё нет')
  const started = await head.post(`/sites/${site.siteId}/plans`, { period: '2021/22', copyFrom: '' })
  const planId = /plans\/([0-9a-f-]{36})\/edit$/.exec(started.to!)![1] as PlanId
  const edit = `/plans/${planId}/edit`
  expect((await head.get(edit)).text).toContain('name="lines.2.key"')

  const more = await head.post(edit, { _version: '1', ...typedRow(site), add: '5' })
  expect(more.status).toBe(200)
  expect(more.text).toContain('Урок с гостями')
  expect(more.text).toContain('name="lines.5.key"')
  expect((await head.post(edit, { _version: '0', ...typedRow(site), add: '1' })).text).toContain('name="_version" value="0"')
  const fewer = await head.post(edit, {
    _version: '1',
    ...typedRow(site),
    'lines.1.key': '',
    'lines.1.activity': 'Второе',
    drop: '0',
  })
  expect(fewer.text).not.toContain('Урок с гостями')
  expect(fewer.text).toMatch(/name="lines\.0\.activity"[^>]*>Второе/)
  expect(await stored(site, planId)).toEqual([])

  const wrong = await head.post(edit, { _version: '1', intent: 'save', ...typedRow(site, { 'lines.0.startsOn': '31.06.2022' }) })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('такой даты нет')
  expect(wrong.text).toContain('href="#f-lines-0-startsOn"')
  expect(wrong.text).toContain('value="31.06.2022"')
  const outside = await head.post(edit, { _version: '1', intent: 'save', ...typedRow(site, { 'lines.0.endsOn': '12.10.2022' }) })
  expect(outside.text).toContain('Поставьте дату с 01.09.2021 по 31.08.2022')

  const sent = await head.post(edit, { _version: '1', intent: 'submit', ...typedRow(site) })
  expect([sent.status, sent.to]).toEqual([303, `/t/${site.territory.code}/plans/${planId}`])

  const methodist = as(site.people.methodist)
  const page = await methodist.get(`/plans/${planId}`)
  expect(page.text).toContain('Согласовать')
  const version = String((await versionNow(site, planId)).editVersion)
  const silent = await methodist.post(`/plans/${planId}/decisions`, { _version: version, intent: 'return', remark: '' })
  expect([silent.status, silent.text.includes('без замечания план не возвращают')]).toEqual([422, true])
  await methodist.post(`/plans/${planId}/decisions`, { _version: version, intent: 'save', remark: '' })
  const last = String((await versionNow(site, planId)).editVersion)
  expect((await head.get(`/plans/${planId}`)).text).toContain('Утвердить план')
  expect((await head.post(`/plans/${planId}/decisions`, { _version: last, intent: 'save', remark: '' })).status).toBe(303)
  expect((await head.get(`/plans/${planId}`)).text).toContain('Утверждён')
  expect((await head.get('/plans')).text).toContain('Действует, редакция 1')
})

test('the second of two editors is shown what the first has saved, and keeps the own text', async () => {
  const site = await aPlanningSite(database.db, luga)
  const planId = await aDraft(site, [aRow(site, luga)])
  mustWork(
    await saveLines.run(await site.as('mentor'), {
      id: planId,
      version: 2,
      lines: [aRow(site, luga, { activity: 'Чужая строка' })],
      reason: null,
      sameDay: false,
    }),
  )
  const head = as(site.people.head)
  const late = await head.post(`/plans/${planId}/edit`, { _version: '2', intent: 'save', ...typedRow(site) })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Пока вы правили, план сохранил другой человек: Пробная')
  expect(late.text).toContain('Чужая строка')
  expect(late.text).toMatch(/name="lines\.0\.activity"[^>]*>Урок с гостями/)
  const _version = /name="_version" value="(\d+)"/.exec(late.text)![1]!
  expect((await head.post(`/plans/${planId}/edit`, { _version, intent: 'save', ...typedRow(site) })).status).toBe(303)
  expect((await stored(site, planId)).map(({ activity }) => activity)).toEqual(['Урок с гостями'])
})

test('a report on an activity comes with files; a program called pdf is refused and the text stays', async () => {
  const site = await aPlanningSite(database.db, luga, '2021-10-20')
  const planId = await anApprovedPlan(site, luga, [aRow(site, luga)])
  const key = (await stored(site, planId))[0]!.key
  const mentor = as(site.people.mentor)
  const address = `/plans/${planId}/lines/${key}`
  const fields = { base: '0', outcome: 'held', heldOn: '12.10.2021', peopleCount: '16', note: 'Удалось' }
  const refused = await mentor.post(address, { ...fields, files: new File(['MZ'], 'фото.pdf') })
  expect([refused.status, refused.text.includes('содержимое «фото.pdf» другое'), refused.text.includes('Удалось')]).toEqual([
    422,
    true,
    true,
  ])
  const taken = await mentor.post(address, { ...fields, files: new File(['%PDF-1.7'], 'явка.pdf') })
  expect(taken.status).toBe(303)
  const page = await mentor.get(address)
  expect(page.text).toContain('явка.pdf')
  const file = /lines\/[0-9a-f-]+\/files\/([0-9a-f-]+)"/.exec(page.text)![1]!
  const download = await as(site.people.stranger).get(`${address}/files/${file}`)
  expect(download.headers.get('Content-Disposition')).toContain('attachment')
  expect(download.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox")
  expect(download.text).toBe('%PDF-1.7')
  const elsewhere = as((await aPlanningSite(database.db, luga)).people.head)
  expect((await elsewhere.get(`${address}/files/${file}`)).status).toBe(404)
  expect((await mentor.post(address, { ...fields, base: '0', note: 'Второй раз' })).status).toBe(409)
})

test('a crowd at one activity is asked about, with the text kept; said to be so, it is taken; a day takes the year of its plan', async () => {
  const site = await aPlanningSite(database.db, luga, '2021-10-20')
  const planId = await anApprovedPlan(site, luga, [aRow(site, luga)])
  const mentor = as(site.people.mentor)
  const address = `/plans/${planId}/lines/${(await stored(site, planId))[0]!.key}`
  const fields = {
    base: '0',
    outcome: 'held',
    heldOn: '12.10',
    peopleCount: '9999',
    note: 'Удалось',
    _within: '2021-09-01/2022-08-31',
  }
  const asked = await mentor.post(address, fields)
  expect([asked.status, asked.text.includes('value="9999"'), asked.text.includes('Удалось')]).toEqual([422, true, true])
  expect(asked.text).toContain('name="_sure.peopleCount"')
  expect(asked.text).toContain('name="_within" value="2021-09-01/2022-08-31"')
  expect((await mentor.post(address, { ...fields, '_sure.peopleCount': '9999' })).status).toBe(303)
  expect((await mentor.get(address)).text).toMatch(/9999|9.999/)
})

test('a draft is seen by those who write and decide; a stranger neither sees nor edits it', async () => {
  const site = await aPlanningSite(database.db, luga)
  const planId = await aDraft(site, [aRow(site, luga)])
  const stranger = as(site.people.stranger)
  const page = await stranger.get(`/plans/${planId}`)
  expect(page.text).toContain('План ещё готовят')
  expect(page.text).not.toContain('задачи на проценты')
  expect((await stranger.get(`/plans/${planId}?version=1`)).status).toBe(404)
  expect((await stranger.get(`/plans/${planId}/edit`)).status).toBe(403)
  expect((await stranger.get(`/plans/${planId}/lines.csv`)).status).toBe(404)
  expect((await stranger.post(`/plans/${planId}/decisions`, { intent: 'save', remark: '' })).status).toBeGreaterThanOrEqual(403)
})

test('an incomplete plan sent from its page opens in the table with what it lacks', async () => {
  const site = await aPlanningSite(database.db, luga)
  const planId = await aDraft(site, [aRow(site, luga, { form: null, personIds: [] })])
  const head = as(site.people.head)
  const sent = await head.post(`/plans/${planId}/submissions`, { _version: '2' })
  expect(sent.status).toBe(422)
  expect(sent.text).toContain('Выберите форму работы')
  expect(sent.text).toMatch(/name="lines\.0\.activity"[^>]*>Открытый урок: задачи на проценты/)
})

test('the columns are those of the regulation, on the page, in print and in the export', async () => {
  for (const [regulation, hasReport] of [
    [luga, true],
    [ustishim, false],
  ] as const) {
    const site = await aPlanningSite(database.db, regulation, '2023-10-20', { from: '2023-06-02', to: '2026-06-01' })
    const row = aRow(site, regulation, { activity: '=СУММ(1)', startsOn: '2023-10-12', endsOn: '2023-10-12' })
    const planId = await aDraft(site, [row], 2023)
    mustWork(await submitPlan.run(await site.as('head'), { id: planId, version: 2, sameDay: true }))
    const head = as(site.people.head)
    expect((await head.get(`/plans/${planId}`)).text.includes('Отчёт о выполнении')).toBe(hasReport)
    const csv = await head.get(`/plans/${planId}/lines.csv`)
    expect(csv.text).toContain("'=СУММ(1)")
    for (const format of ['docx', 'pdf']) {
      const paper = await head.get(`/plans/${planId}/document/${format}`)
      expect(paper.status).toBe(200)
      expect(paper.bytes.length).toBeGreaterThan(5000)
      expect(paper.headers.get('Content-Disposition')).toContain(`.${format}`)
      expect(paper.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox")
    }
  }
})

test('the table of a plan that is already sent leads to the plan itself', async () => {
  const site = await aPlanningSite(database.db, luga)
  const planId = await aDraft(site, [aRow(site, luga)])
  const head = as(site.people.head)
  expect((await head.post(`/plans/${planId}/submissions`, { _version: '2' })).status).toBe(303)
  const { status, to } = await head.get(`/plans/${planId}/edit`)
  expect([status, to]).toEqual([303, `/t/${site.territory.code}/plans/${planId}`])
})
