import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import { systemNow } from '../src/kernel/clock.ts'
import type { AccountId } from '../src/kernel/types.ts'
import { routes } from '../src/kit/install.ts'
import type { GetRoute, PublicRoute, Route } from '../src/web/route.ts'
import { aClient, fill } from './client.ts'
import { ownDatabase } from './database.ts'
import { examples } from './factories/examples.ts'
import { linesOfCsv } from './html.ts'
import { demonstration } from './trust/world.ts'

/** Tables that are no lists of records, and what they are. */
const notLists: Readonly<Record<string, string>> = {
  'adaptations/views/trace.tsx': 'the words under a picture of one practice',
  'applications/evidence/views/evidence-page.tsx': 'a part of the form of an application',
  'applications/views/head-page.tsx': 'votes, a part of the form of an application',
  'applications/views/organisations-page.tsx': 'a part of the form of an application',
  'applications/views/writing-sheets.tsx': 'the contents of a form',
  'calls/state-blocks.tsx': 'criteria, a part of the paper of a call',
  'copies/views/copies-page.tsx': 'the latest copies of the installation, which hold nothing of the territory',
  'certificates/views/completion-page.tsx': 'whoever has finished without meeting the conditions, the first hundred',
  'certificates/views/run-page.tsx': 'the first papers of one press; all of them are the list of the site',
  'contracts/views/pages.tsx': 'the contracts of one site beside a form; the list of all exports them',
  'events/views/people-sheet.tsx': 'who comes to one event; its sheet of participants is the paper',
  'organisations/views/organisation-page.tsx':
    'a card; its people are the list of people under the condition of the organisation',
  'orders/views/control-sheets.tsx': 'the points of one order; the list of control beside them exports them',
  'people/views/person-page.tsx': 'a card of one person',
  'plans/site-part.tsx': 'a part of the card of a site',
  'plans/views/comparison-page.tsx': 'two editions side by side',
  'programmes/programme-blocks.tsx': 'a part of the paper of a programme',
  'programmes/views/comparison-page.tsx': 'two editions side by side',
  'programmes/views/copy-page.tsx': 'a form: what to copy',
  'programmes/views/programme-page.tsx': 'a part of the paper of a programme',
  'programmes/views/start-pages.tsx': 'the contents of a card, with its papers',
  'regulation/views/example-pages.tsx': 'examples of one edition',
  'regulation/views/year-page.tsx': 'the days of one invented year',
  'programmes/views/topics-page.tsx': 'a form: the topics of a programme',
  'register/views/open-data-page.tsx': 'a description of the data',
  'register/views/public-site-page.tsx': 'a card of a site',
  'regulation/views/comparison-page.tsx': 'two editions side by side',
  'reports/views/assembled.tsx': 'a part of the paper of a report',
  'reports/views/lines-sheet.tsx': 'a part of the paper of a report',
  'reports/views/report-page.tsx': 'the figures of the trainees under a criterion, a part of the paper of a report',
  'reports/views/site-reports-page.tsx': 'a card with forms; the list of a year exports them',
  'reviews/views/summary-page.tsx': 'reasons by one criterion; the summary beside them is the list',
  'sites/views/people-page.tsx': 'the appointments of one site beside a form',
  'sites/views/site-page.tsx': 'a card of a site',
  'status-cases/views/evidence-sheet.tsx': 'a part of the paper of a case',
  'submissions/views/submission-page.tsx': 'a part of the paper of a submission',
  'traineeships/views/plan-sheet.tsx': 'the plan of one trainee; it is printed as a paper',
  'traineeships/views/plans-page.tsx': 'a form: the days of the plans',
}

const source = path.resolve(import.meta.dirname, '../src')
const isFile = ({ path: { pattern } }: Route, ending: string) => pattern.endsWith(ending)
const workbooks = routes().filter((route): route is GetRoute | PublicRoute => isFile(route, '.xlsx'))
const withEnding = (route: Route, ending: string) =>
  routes().find((other) => other.path.pattern === route.path.pattern.replace(/\.xlsx$/, ending))

const base = ownDatabase(demonstration)
const { as } = aClient(base, { systemNow })
let official: AccountId
let teacher: AccountId
let params: Record<string, string>
beforeAll(async () => {
  const who = async (label: string) =>
    (
      await base.adminPool.query<{ id: AccountId }>(
        `select d.account_id as id from demo_people d join territories t on t.id = d.territory_id
           where t.code = 'luga' and d.role_label = $1 order by d.position limit 1`,
        [label],
      )
    ).rows[0]!.id
  official = await who('методист центра').catch(() => who('специалист органа управления'))
  teacher = await who('педагог')
  await base.adminPool.query(`insert into installation_administrators values ($1, 'Проба', now())`, [official])
  params = await examples(base, 'luga')
}, 120_000)

const ask = (pattern: string, account: AccountId, query = '') => as(account).get(`${fill(pattern, params)}${query}`)

describe('every list of the product', () => {
  test('there are many', () => expect(workbooks.length).toBeGreaterThan(20))

  for (const workbook of workbooks) {
    const { pattern } = workbook.path
    test(`${pattern.replace('.xlsx', '')} has all its exports, under one permission`, async () => {
      const csv = withEnding(workbook, '.csv')!
      expect(csv.access).toEqual(workbook.access)
      const [table, text] = [await ask(pattern, official), await ask(csv.path.pattern, official)]
      expect(text.status).toBe(table.status)
      if (table.status !== 200) return expect([403, 404]).toContain(table.status)
      const { sheets } = await readXlsx(table.bytes)
      const lines = linesOfCsv(text.bytes.toString())
      expect(sheets[0]!.rows[0]).toEqual(lines[0])
      expect(sheets[0]!.rows).toHaveLength(lines.filter((line) => line.length > 1 || line[0] !== '').length)
    })

    const page = withEnding(workbook, '')
    if (!page) continue
    test(`${page.path.pattern} shows the last page when asked beyond it, and leads to its files and its print`, async () => {
      const response = await ask(page.path.pattern, official, '?page=99999')
      const file = await ask(pattern, official)
      if (response.status !== 200) {
        // Where there is no such thing there is no such page; a file of it can only be empty.
        if (file.status === 200) expect((await readXlsx(file.bytes)).sheets[0]!.rows).toHaveLength(1)
        return expect([403, 404]).toContain(response.status)
      }
      expect(file.status).toBe(200)
      const html = response.text
      if (!html.includes('aria-labelledby="found"')) return
      const found = /id="found">([^<]*)</.exec(html)![1]!
      const isEmpty = found.startsWith('0')
      expect(html.includes(`${fill(pattern, params)}`)).toBe(!isEmpty)
      expect(html.includes('print=yes')).toBe(!isEmpty)
      expect(html).not.toMatch(/class="pl-empty".*id="found">[1-9]/s)
      const printed = (await ask(page.path.pattern, official, '?print=yes')).text
      if (!isEmpty) expect(printed).toContain('Составлено')
    })
  }

  test('what a teacher may not see is in no file either', async () => {
    const { rows } = await base.adminPool.query<{ name: string }>(
      `select o.short_name as name from attachments a join organisations o on o.territory_id = a.territory_id and o.id = a.organisation_id
         join territories t on t.id = a.territory_id where t.code = 'luga' limit 1`,
    )
    expect(rows).toHaveLength(1)
    for (const {
      path: { pattern },
      access,
    } of workbooks) {
      const [file, csv] = [await ask(pattern, teacher), await ask(pattern.replace('.xlsx', '.csv'), teacher)]
      expect([pattern, file.status]).toEqual([pattern, csv.status])
      const text = csv.bytes.toString()
      expect([pattern, /признак|низки[ех]/i.test(text)]).toEqual([pattern, false])
      if (access.kind === 'public') expect([pattern, text.includes(rows[0]!.name)]).toEqual([pattern, false])
    }
  })
})

test('every other table of a page is known to be no list', () => {
  const views = readdirSync(path.join(source, 'modules'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx$/.test(file),
  )
  const tables = views.filter(
    (file) => !/^dev-pages|\.test\./.test(file) && /<Table\b/.test(readFileSync(path.join(source, 'modules', file), 'utf8')),
  )
  expect(tables.sort()).toEqual(Object.keys(notLists).sort())
})
