import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aHeldEvent, aPlannedLine, manyPeople } from '../../../test/factories/certificates.ts'
import { aPlanningSite, mustWork, type PlanningSite } from '../../../test/factories/plans.ts'
import { aPerson, inScope, noticesTo } from '../../../test/factory.ts'
import { luga } from '../../../test/regulations.ts'
import { noServices } from '../../authz/ctx.ts'
import type { CertificateRunId, EventId, PersonId, PlanId } from '../../kernel/types.ts'
import { violationsIn } from '../../ops/invariants.ts'
import { publishes } from '../../regulation/openness/questions.ts'
import { tasksOf } from '../tasks/queries.ts'
import { issuePapers, revokePaper } from './deeds.ts'
import { issueRest } from './issuing.ts'
import { showName } from './names.ts'
import { paths } from './paths.ts'
import { checkedPaper } from './publication.ts'
import { certificatesBy, issuedWithin, publicPapers } from './queries.ts'

const base = ownDatabase()
const { as: client } = aClient(base)
let site: PlanningSite
let line: { planId: PlanId; lineKey: string }
let teachers: PersonId[]
const today = '2021-12-01'

beforeAll(async () => {
  site = await aPlanningSite(base.db, luga, '2021-10-01')
  line = await aPlannedLine(site)
  await base.adminPool.query(`update territories set demo_today = $2 where id = $1`, [site.territory.id, today])
  teachers = []
  for (let n = 0; n < 6; n++)
    teachers.push(await aPerson(base.db, site.territory, { post: { organisationId: site.organisationId, kind: 'teacher' } }))
})

const held = (day: string, people: readonly PersonId[], more: { title?: string; minutes?: number } = {}) =>
  aHeldEvent({ site, line, pool: base.adminPool }, { day, people, ...more })
const head = () => site.as('head', today)
const days = { startsOn: '2021-09-01', endsOn: today }
type Asked = { event?: EventId | null; startsOn?: string; endsOn?: string; kind?: 'note' | 'certificate' }
const press = async (people: readonly PersonId[], more: Asked = {}, by = head()) =>
  issuePapers.run(await by, { id: site.siteId, event: null, ...days, kind: 'note', people, ...more })
const papersOf = (people: readonly PersonId[]) =>
  inScope(base.db, site.territory.id, (tx) =>
    certificatesBy(
      tx,
      { territory: site.territory },
      { where: sql`c.person_id = any(${[...people]}::uuid[])`, order: [sql`c.number`, sql`c.id`] },
    ).page(1000, 0),
  )
const numbers = async () => {
  const { rows } = await base.adminPool.query('select number from certificates where issuer_id = $1 order by number', [
    site.organisationId,
  ])
  return rows.map(({ number }) => number)
}
const check = (code: string) => base.db.transaction().execute((tx) => checkedPaper(tx, code))
const rule = (result: { ok: boolean; refusal?: unknown }) => {
  const refusal = result.ok ? null : (result.refusal as { code: string; rule?: string })
  return refusal && (refusal.rule ?? refusal.code)
}
const broken = async () => {
  const found = await inScope(base.db, site.territory.id, (tx) => violationsIn(tx, site.territory.code))
  return found.flatMap(({ name, ids }) => (name.startsWith('certificate.') && ids.length > 0 ? [name] : []))
}
const waits = async () =>
  (await inScope(base.db, site.territory.id, async (tx) => tasksOf(tx, await head()))).map(({ what }) => what)

describe('a press', () => {
  test('issues to all of an event, numbered one after another; the hours are those of attendance and stand on one paper only', async () => {
    const [a, b] = teachers as [PersonId, PersonId]
    const event = await held('2021-10-12', [a, b], { minutes: 95 })
    expect(await waits()).toContain('Выдать справки: ждут 2 человека')
    mustWork(await press([a, b], { event }))
    const papers = await papersOf([a, b])
    expect(papers.map(({ number, hours, state, kind }) => [number, hours, state, kind])).toEqual([
      [1, 2, 'issued', 'note'],
      [2, 2, 'issued', 'note'],
    ])
    expect(papers[0]!.printed).toMatchObject({
      ...{ sort: 'participation', kind: 'note', number: 1, issuedOn: today, from: '2021-10-12', to: '2021-10-12', hours: 2 },
      lines: [{ title: 'Открытый урок', day: '2021-10-12', hours: 2 }],
    })
    expect(rule(await press([a, b], { event }))).toBe('certificate.notReady')
    expect(await waits()).not.toContain('Выдать справки: ждут 2 человека')
    expect(await noticesTo(await head(), a)).toContain('certificate.issued')
    expect(await broken()).toEqual([])
  })

  test('of a period counts all events of the site in it, and none outside of it', async () => {
    const one = teachers[2]!
    await held('2021-09-30', [one], { title: 'Раньше' })
    await held('2021-10-14', [one], { minutes: 45 })
    await held('2021-10-31', [one], { minutes: 180 })
    await held('2021-11-01', [one], { title: 'Позже' })
    mustWork(await press([one], { startsOn: '2021-10-01', endsOn: '2021-10-31', kind: 'certificate' }))
    const [paper] = await papersOf([one])
    expect([paper!.hours, paper!.printed.lines.length, paper!.startsOn, paper!.endsOn]).toEqual([
      5,
      2,
      '2021-10-14',
      '2021-10-31',
    ])
    mustWork(await press([one]))
    expect((await papersOf([one])).map(({ printed }) => printed.lines.map(({ title }) => title))).toEqual([
      ['Открытый урок', 'Открытый урок'],
      ['Раньше', 'Позже'],
    ])
  })

  test('is for the head of the site alone, and only for those who were there', async () => {
    const [one, absent] = [teachers[3]!, teachers[4]!]
    await held('2021-11-10', [one])
    for (const who of ['mentor', 'methodist', 'stranger'] as const)
      expect(rule(await press([one], {}, site.as(who, today)))).toMatch(/^(forbidden|notFound)$/)
    expect(rule(await press([absent]))).toBe('certificate.notReady')
    expect(rule(await press([]))).toBe('certificate.nobodyChosen')
    expect(rule(await press([one], { startsOn: '2021-12-02', endsOn: '2021-12-03' }))).toBe('certificate.daysAhead')
  })

  test('fifty at once have fifty numbers without a gap, and one person pressed for twice has one paper', async () => {
    const before = (await numbers()).length
    const people = await manyPeople(site, base.adminPool, 50)
    await held('2021-11-12', people)
    // Whoever has waited too long is told so, and presses again.
    const insisting = async (one: PersonId): Promise<string | null> => {
      const why = rule(await press([one]))
      return why === 'busy' ? insisting(one) : why
    }
    expect(new Set(await Promise.all(people.map(insisting)))).toEqual(new Set([null]))
    expect(await numbers()).toEqual(Array.from({ length: before + 50 }, (_, n) => n + 1))
    const [twin] = await manyPeople(site, base.adminPool, 1)
    await held('2021-11-13', [twin!])
    const twice = await Promise.all([press([twin!]), press([twin!])])
    expect(twice.map(rule).sort()).toEqual(['certificate.notReady', null].sort())
    expect(await broken()).toEqual([])
  })

  test('of many issues the first hundred at once and the rest by the queue, once, however often the job comes', async () => {
    const people = await manyPeople(site, base.adminPool, 250)
    await held('2021-11-15', people)
    const asked: { runId: CertificateRunId }[] = []
    const ctx = {
      ...(await head()),
      services: { ...noServices, issueRest: async (_: unknown, job: (typeof asked)[0]) => void asked.push(job) },
    }
    mustWork(await press(people, {}, Promise.resolve(ctx)))
    expect(asked).toHaveLength(1)
    expect(await papersOf(people)).toHaveLength(100)
    const page = await client(site.people.head).get(
      paths.certificateRun({ territory: site.territory.code, run: asked[0]!.runId }),
    )
    expect(page.text).toContain('Выдано 100 из 250')
    expect(page.headers.get('refresh')).toBe('2')
    const job = { territoryId: site.territory.id, runId: asked[0]!.runId }
    for (const _ of [1, 2]) await issueRest(base.db, noServices, job, new Date())
    const papers = await papersOf(people)
    expect(papers.map(({ personId }) => personId)).toEqual(people)
    expect(await numbers()).toEqual((await numbers()).map((_, n) => n + 1))
    const done = await client(site.people.head).get(paths.certificateRun({ territory: site.territory.code, run: job.runId }))
    expect(done.text).toContain('Выдано: 250 бумаг')
    expect(done.headers.get('refresh')).toBeNull()
    expect(done.text.match(/Напечатать все \.pdf/g)).toHaveLength(5)
  })
})

describe('the check', () => {
  test('anybody with the code reads what is printed; the name only as its holder lets', async () => {
    const one = teachers[4]!
    await held('2021-11-17', [one], { title: 'Семинар о пробах' })
    mustWork(await press([one]))
    const [paper] = await papersOf([one])
    const stranger = client(null)
    const page = await stranger.get(paths.checkedPaper({ paper: paper!.code }))
    const name = `${paper!.printed.person.familyName} ${paper!.printed.person.givenName}`
    expect(page.status).toBe(200)
    for (const said of [
      'Справка выдана и действует',
      'Семинар о пробах, 17.11.2021',
      '2 академических часа',
      `№ ${paper!.number} от 1 декабря 2021 г.`,
    ])
      expect(page.text).toContain(said)
    expect(page.text).not.toContain(paper!.printed.person.familyName)
    // Who signed is printed, and stands in the public register too: whoever holds the paper compares every line.
    const { signatory } = paper!.printed
    expect(page.text).toContain(signatory.post)
    expect(page.text.replaceAll('\u00a0', ' ')).toContain(signatory.name.replaceAll('\u00a0', ' '))
    mustWork(await showName(await site.as('stranger', today), true))
    expect((await stranger.get(paths.checkPaper({}, { code: paper!.code.toLowerCase() }))).text).not.toContain(name)
    const own = client(one)
    expect((await own.get(paths.my({ territory: site.territory.code }))).text).toContain('Мои бумаги')
    await own.press('Показывать имя')
    expect((await stranger.get(paths.checkedPaper({ paper: paper!.code }))).text).toContain(name)
    await own.get(paths.my({ territory: site.territory.code }))
    await own.press('Скрыть имя')
    expect((await stranger.get(paths.checkedPaper({ paper: paper!.code }))).text).not.toContain(name)
  })

  test('a wrong code is said in words; without one the page only asks', async () => {
    const stranger = client(null)
    const wrong = await stranger.get(paths.checkedPaper({ paper: '0'.repeat(26) }))
    expect([wrong.status, wrong.text.includes('Бумаги с таким кодом нет')]).toEqual([404, true])
    expect((await stranger.get(paths.checkPaper({}, { code: 'не код' }))).status).toBe(404)
    const empty = await stranger.get(paths.checkPaper({}))
    expect([empty.status, empty.text.includes('Код под рисунком'), empty.text.includes('нет')]).toEqual([200, true, false])
  })

  test('revoked, it says so with the day and the reason; the number stays, the hours may stand on another paper', async () => {
    const one = teachers[5]!
    await held('2021-11-18', [one])
    mustWork(await press([one]))
    const [paper] = await papersOf([one])
    const sent = { id: paper!.id, version: 1, revokeReason: 'Ошибка в часах' }
    expect(rule(await revokePaper.run(await site.as('mentor', today), sent))).toBe('forbidden')
    mustWork(await revokePaper.run(await head(), sent))
    expect(rule(await revokePaper.run(await head(), { ...sent, version: 2 }))).toBe('illegalMove')
    expect(await check(paper!.code)).toMatchObject({ revokedOn: today, revokeReason: 'Ошибка в часах' })
    const page = await client(null).get(paths.checkedPaper({ paper: paper!.code }))
    expect(page.text).toContain('Справка отозвана 1 декабря 2021 г.')
    expect(await noticesTo(await head(), one)).toContain('certificate.revoked')
    mustWork(await press([one]))
    const [, second] = await papersOf([one])
    expect(second!.number).toBe(paper!.number + 1)
    expect(await broken()).toEqual([])
  })
})

test('the public page of a site counts papers that hold, where its regulation publishes what sites do; a report names them', async () => {
  const one = teachers[0]!
  await held('2021-11-19', [one])
  mustWork(await press([one]))
  const counted = () => inScope(base.db, site.territory.id, (tx) => publicPapers(tx, site.siteId))
  const issued = await inScope(base.db, site.territory.id, (tx) =>
    issuedWithin(tx, site, site.siteId, { from: '2021-09-01', to: today }),
  )
  const { rows } = await base.adminPool.query(
    `select count(*)::int as count, sum(hours)::float as hours from certificates where state = 'issued'`,
  )
  expect(issued).toMatchObject(rows[0])
  // Whoever was there is one thing, whoever has mastered a programme another.
  const { participation, completion } = issued
  expect([participation.count + completion.count, participation.hours + completion.hours]).toEqual([issued.count, issued.hours])
  expect(await counted()).toBe(publishes(luga, 'activity').value ? issued.count : 0)
  const after = await inScope(base.db, site.territory.id, (tx) =>
    issuedWithin(tx, site, site.siteId, { from: '2021-09-01', to: '2021-11-30' }),
  )
  expect(after).toMatchObject({ count: 0, hours: 0 })
})

describe('pages', () => {
  test('the head presses once for all who are ready; the paper comes as both files; a list that was corrected asks to revoke', async () => {
    const people = await manyPeople(site, base.adminPool, 3)
    const event = await held('2021-11-20', people, { title: 'Круглый стол' })
    const own = client(site.people.head)
    const issue = await own.get(paths.certificateIssue({ territory: site.territory.code, site: site.siteId }, { event }))
    expect(issue.text).toContain('Готовы: 3 человека')
    const answer = await own.press('Выдать отмеченным', { 'people[]': people })
    expect(answer.status).toBe(303)
    expect((await own.get(answer.to!)).text).toContain('Выдано: 3 бумаги')
    const papers = await papersOf(people)
    const at = { territory: site.territory.code, certificate: papers[0]!.id }
    for (const format of ['pdf', 'docx']) {
      const file = await own.get(paths.certificatePaper({ ...at, format }))
      expect([file.status, file.bytes.length > 5000]).toEqual([200, true])
    }
    const list = await own.get(paths.certificates({ territory: site.territory.code, site: site.siteId }))
    expect(list.text).toContain('Участник1')
    expect((await client(site.people.stranger).get(paths.certificate(at))).status).toBe(404)
    expect((await client(people[0]!).get(paths.certificate(at))).text).toContain('Круглый стол')
    await base.adminPool.query(`update event_places set present = false where event_id = $1 and person_id = $2`, [
      event,
      people[0],
    ])
    expect((await waits()).filter((what) => what.startsWith('Отозвать: Справка'))).toHaveLength(1)
  })
})
