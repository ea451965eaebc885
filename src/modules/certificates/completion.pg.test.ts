// Proves X-T1.
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aHeldEvent, aPlannedLine, manyFinished, manyPeople } from '../../../test/factories/certificates.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, aTraineeship, type LearningSite } from '../../../test/factories/traineeships.ts'
import { inScope, noticesTo } from '../../../test/factory.ts'
import { lenobl } from '../../../test/regulations.ts'
import { noServices } from '../../authz/ctx.ts'
import type { CertificateRunId, PersonId, TraineeshipId } from '../../kernel/types.ts'
import { violationsIn } from '../../ops/invariants.ts'
import { fixOwnVersion, startVersion } from '../programmes/deeds/versions.ts'
import { partSaves } from '../programmes/deeds/write.ts'
import { partPrint } from '../programmes/fingerprint.ts'
import type { Level } from '../programmes/level-rules.ts'
import { shownProgramme } from '../programmes/queries.ts'
import { tasksOf } from '../tasks/queries.ts'
import { finishTraineeship } from '../traineeships/deeds/run.ts'
import { planRows } from '../traineeships/plan-queries.ts'
import { assessTryOut, handIn, takeUpTryOut } from '../tryouts/deeds.ts'
import { measureTrainee } from '../tryouts/measure.tsx'
import { candidatesAt, mayHaveCandidates } from './completion-queries.ts'
import { issueCompletion, revokePaper } from './deeds.ts'
import { issueRest } from './issuing.ts'
import { paths } from './paths.ts'
import { certificatesBy, readyOf } from './queries.ts'

const base = ownDatabase()
const { as: client } = aClient(base)
const today = '2021-12-01'
let there: LearningSite

beforeAll(async () => {
  const { trainees } = lenobl
  const regulation = { ...lenobl, trainees: trainees && { ...trainees, guide: [] } }
  there = await aLearningSite(base.db, regulation, '2021-10-01', ({ topics: [first, second] }) => ({
    ...{ hours: 20, share: 60, sessions: first?.sessions.slice(0, 1).map(({ id }) => id) ?? [] },
    ...{ tryOuts: second?.tryOuts.map(({ id }) => id) ?? [], level: 'seen' as const, exit: true },
  }))
  await base.adminPool.query(`update territories set demo_today = $2 where id = $1`, [there.site.territory.id, today])
})

const head = () => there.site.as('head', today)
const scoped = <T>(work: Parameters<typeof inScope<T>>[2]) => inScope(base.db, there.site.territory.id, work)
const press = async (traineeships: readonly TraineeshipId[], by = head()) =>
  issueCompletion.run(await by, { id: there.site.siteId, traineeships })
const rule = (result: { ok: boolean; refusal?: unknown }) => {
  const refusal = result.ok ? null : (result.refusal as { code: string; rule?: string })
  return refusal && (refusal.rule ?? refusal.code)
}
const papersOf = (ids: readonly TraineeshipId[]) =>
  scoped((tx) =>
    certificatesBy(
      tx,
      { territory: there.site.territory },
      { where: sql`c.traineeship_id = any(${[...ids]}::uuid[])`, order: [sql`c.number`, sql`c.id`] },
    ).page(1000, 0),
  )
const waits = async () => {
  const ctx = await head()
  return (await scoped((tx) => tasksOf(tx, ctx))).map(({ what }) => what)
}
const broken = async () =>
  (await scoped((tx) => violationsIn(tx, there.site.territory.code))).flatMap(({ name, ids }) =>
    /^(certificate|traineeship)\./.test(name) && ids.length > 0 ? [name] : [],
  )

/** Whoever leads says that these rows of the plan were held. */
const hold = (id: TraineeshipId, which: string) =>
  base.adminPool.query(
    `update traineeship_rows set held_on = '2021-11-01', held_by = $2 where traineeship_id = $1 and event_id is null and ${which}`,
    [id, there.site.people.head],
  )
const finish = async (id: TraineeshipId) => {
  const { rows } = await base.adminPool.query<{ v: number }>('select edit_version as v from traineeships where id = $1', [id])
  mustWork(await finishTraineeship.run(await head(), { id, version: rows[0]!.v, endedOn: '2021-11-30' }))
}
const idsIn = async (where: string) =>
  (
    await base.adminPool.query<{ id: string }>(
      `select jsonb_array_elements(content #> '${where}') ->> 'id' as id from programme_versions where programme_id = $1 and number = 1`,
      [there.programmeId],
    )
  ).rows.map(({ id }) => id)
const alike = async <One>(where: string, one: One) => Object.fromEntries((await idsIn(where)).map((id) => [id, one]))

/** The try-out that the programme asks for, handed in and assessed. */
async function tryOut(id: TraineeshipId, trainee: PersonId, level: Level) {
  const row = (await scoped((tx) => planRows(tx, there.site, [id]))).findLast(({ kind }) => kind === 'tryOut')
  const own = await there.as(trainee)
  const tryout = mustWork(await takeUpTryOut.run(own, { id, row: row!.id }))
  mustWork(await handIn.run(own, { id: tryout, link: null, words: 'Составила лист, ученики заполнили.', children: null }))
  const judged = { id: tryout, version: 2, comment: null, levels: await alike('{assessment,external,criteria}', level) }
  mustWork(await assessTryOut.run(await there.site.as('head'), judged))
}

/** Whoever leads measures at the beginning and at the end. */
async function measure(id: TraineeshipId) {
  const levels = await alike('{note,directions}', 'seen' as const)
  mustWork(await measureTrainee.run(await there.site.as('head'), { id, kind: 'entry', levels }))
  mustWork(await measureTrainee.run(await head(), { id, kind: 'exit', levels }))
}

/** A traineeship of the first version with everything done that it asks, and finished. */
async function aMastered(): Promise<{ id: TraineeshipId; trainee: PersonId }> {
  const trainee = await there.another()
  const id = await aTraineeship(there, { trainee })
  await hold(id, `kind = 'session'`)
  await tryOut(id, trainee, 'steady')
  await measure(id)
  await finish(id)
  return { id, trainee }
}

describe('a paper about a mastered programme', () => {
  test('is given when the traineeship is finished and every condition is met; until then it is said what is missing, with figures', async () => {
    const { trainee } = there
    const id = await aTraineeship(there)
    expect(rule(await press([id]))).toBe('certificate.notFinished')
    const page = await client(trainee).get(`/t/${there.site.territory.code}/traineeships/${id}`)
    for (const said of ['Бумага об освоении', 'Часов не меньше 20', 'есть 0', 'ещё не сдана'])
      expect(page.text.replaceAll('\u00a0', ' ')).toContain(said)
    await hold(id, `kind = 'session' and hours = 4`)
    await finish(id)
    const figures = 'Часов не меньше 20 из 36: есть 12; Не меньше 60 % часов программы, это 21,6 из 36: есть 12, 33 %'
    expect(await press([id])).toMatchObject({
      refusal: { rule: 'certificate.conditionsUnmet', params: { missing: expect.stringContaining(figures) } },
    })
    await hold(id, `kind = 'session'`)
    await measure(id)
    expect(await press([id])).toMatchObject({
      refusal: { params: { missing: expect.stringMatching(/^Проба «Лист самооценки» оценена[^;]*: ещё не сдана$/) } },
    })
    expect(await waits()).not.toContainEqual(expect.stringContaining('Выдать бумаги об освоении'))
    const issue = await client(there.site.people.head).get(
      paths.certificateCompletion({ territory: there.site.territory.code, site: there.site.siteId }),
    )
    expect(issue.text).toContain('Завершили, но условий не выполнили')
    expect(await broken()).toEqual([])
  })

  test('says the programme, its hours by topic and what was done; its check shows the same; it is revoked and given again', async () => {
    const { id, trainee } = await aMastered()
    expect(await waits()).toContain('Выдать бумаги об освоении: ждёт 1 человек')
    for (const who of ['mentor', 'methodist', 'stranger'] as const)
      expect(rule(await press([id], there.site.as(who, today)))).toMatch(/^(forbidden|notFound)$/)
    const own = client(there.site.people.head)
    const at = { territory: there.site.territory.code, site: there.site.siteId }
    expect((await own.get(paths.certificateCompletion(at))).text.replaceAll('\u00a0', ' ')).toContain('Готовы: 1 человек')
    const site = async (who: 'head' | 'methodist') =>
      (await client(there.site.people[who]).get(paths.site(at))).text.includes('Освоили программу')
    expect([await site('head'), await site('methodist')]).toEqual([true, false])
    await own.get(paths.certificateCompletion(at))
    const answer = await own.press('Выдать отмеченным', { 'traineeships[]': [id] })
    expect([answer.status, (await own.get(answer.to!)).text.includes('Выдано: 1')]).toEqual([303, true])
    const [paper] = await papersOf([id])
    expect(paper).toMatchObject({ sort: 'completion', kind: 'note', hours: 32, startsOn: '2021-10-01', endsOn: '2021-11-30' })
    expect(paper!.printed.mastered).toMatchObject({
      ...{ programme: 'Урок для каждого', version: 1, of: 36, qualifiedBy: null },
      topics: [
        { title: 'Взаимное обучение на уроке', hours: 16 },
        { title: 'Оценка, которая помогает учиться', hours: 16 },
      ],
    })
    expect(paper!.printed.mastered!.conditions).toHaveLength(5)
    const check = (await client(null).get(paths.checkedPaper({ paper: paper!.code }))).text.replaceAll('\u00a0', ' ')
    for (const said of [
      ...['об освоении программы «Урок для каждого»', 'Редакция 1, 36 академических часов', '32 академических часа'],
      ...[
        'Оценка, которая помогает учиться, часов — 16',
        'Измерение на выходе тем, кто ведёт стажёра',
        'не является документом о квалификации',
      ],
    ])
      expect(check).toContain(said)
    expect(check).not.toContain(paper!.printed.person.familyName)
    for (const format of ['pdf', 'docx']) {
      const file = await own.get(paths.certificatePaper({ territory: at.territory, certificate: paper!.id, format }))
      expect([file.status, file.bytes.length > 5000]).toEqual([200, true])
    }
    expect((await client(trainee).get(paths.my({ territory: at.territory }))).text).toContain('Об освоении программы')
    expect((await own.get(`${paths.certificates(at)}?sort=completion`)).text).toContain('об освоении')
    expect((await own.get(`${paths.certificates(at)}?sort=participation`)).text).not.toContain('Действует')
    expect(rule(await press([id]))).toBe('certificate.notFinished')
    expect(await noticesTo(await head(), trainee)).toContain('certificate.issued')
    mustWork(await revokePaper.run(await head(), { id: paper!.id, version: 1, revokeReason: 'Ошибка в теме' }))
    mustWork(await press([id]))
    expect((await papersOf([id])).map(({ state, number }) => [state, number])).toEqual([
      ['revoked', paper!.number],
      ['issued', paper!.number + 1],
    ])
    expect(await broken()).toEqual([])
  })

  test('takes the hours of shared events with it; a list corrected after it asks to revoke', async () => {
    const { id, trainee } = await aMastered()
    const line = await aPlannedLine(there.site, lenobl)
    const event = await aHeldEvent({ site: there.site, line, pool: base.adminPool }, { day: '2021-11-10', people: [trainee] })
    await base.adminPool.query(
      `update traineeship_rows set event_id = $2, held_on = null, held_by = null where traineeship_id = $1 and title = 'Критерии вместо отметки'`,
      [id, event],
    )
    const extent = { siteId: there.site.siteId, eventId: event, startsOn: today, endsOn: today }
    const waiting = () => scoped((tx) => readyOf(tx, there.site, extent))
    expect(await waiting()).toHaveLength(1)
    mustWork(await press([id]))
    expect(await waiting()).toEqual([])
    expect((await waits()).filter((what) => what.startsWith('Отозвать'))).toEqual([])
    await base.adminPool.query(`update event_places set present = false where event_id = $1`, [event])
    expect((await waits()).filter((what) => what.startsWith('Отозвать'))).toHaveLength(1)
  })

  test('a version replaced in the middle: the traineeship keeps the conditions of its own', async () => {
    const { id } = await aMastered()
    const by = await there.site.as('head')
    const stand = () => scoped((tx) => shownProgramme(tx, there.site, there.programmeId))
    mustWork(
      await startVersion.run(by, { id: there.programmeId, version: (await stand())!.version, reason: 'Нужно больше часов' }),
    )
    const { version, content } = (await stand())!
    expect(content.completion).toMatchObject({ hours: 20, share: 60, exit: true })
    const asked = { ...content.completion!, hours: 37, share: null }
    const print = partPrint('completion', (await stand())!.title, content)
    const save = { id: there.programmeId, version: print, ...asked }
    expect(rule(await partSaves.completion.run(by, save))).toBe('programme.completionHours')
    mustWork(await partSaves.completion.run(by, { ...save, hours: 36 }))
    expect((await stand())!.version).toBeGreaterThan(version)
    mustWork(await fixOwnVersion.run(by, { id: there.programmeId, version: (await stand())!.version }))
    mustWork(await press([id]))
    const [paper] = await papersOf([id])
    expect(paper!.printed.mastered).toMatchObject({ version: 1 })
    expect(paper!.printed.mastered!.conditions[0]).toBe('Часов не меньше 20 из 36')
    const [strict] = await manyFinished(there, base.adminPool, await manyPeople(there.site, base.adminPool, 1))
    expect(await press([strict!])).toMatchObject({
      refusal: { params: { missing: expect.stringContaining('Измерение на выходе') } },
    })
  })
})

test('of programmes without conditions nobody is looked through', async () => {
  const { trainees } = lenobl
  const regulation = { ...lenobl, trainees: trainees && { ...trainees, guide: [] } }
  const asked = [{}, { level: 'seen' as const }, { hours: 30 }, { share: 50 }, { exit: true }]
  const answers: boolean[] = []
  for (const completion of [undefined, ...asked.map((one) => () => one)]) {
    const one = await aLearningSite(base.db, regulation, '2021-10-01', completion)
    await manyFinished(one, base.adminPool, await manyPeople(one.site, base.adminPool, 1))
    const [found] = await inScope(base.db, one.site.territory.id, async (tx) => {
      const may = mayHaveCandidates({ territory: one.site.territory, today }, [one.site.siteId])
      return (await sql<{ may: boolean }>`select ${may} as may`.execute(tx)).rows
    })
    answers.push(found!.may)
  }
  expect(answers).toEqual([false, false, false, true, true, true])
  const byItems = async (list: 'sessions' | 'tryOuts') => {
    const one = await aLearningSite(base.db, regulation, '2021-10-01', ({ topics: [first] }) => ({
      [list]: first?.[list].map(({ id }) => id) ?? [],
    }))
    await manyFinished(one, base.adminPool, await manyPeople(one.site, base.adminPool, 1))
    const where = { territory: one.site.territory, today }
    return (await inScope(base.db, one.site.territory.id, (tx) => candidatesAt(tx, where, [one.site.siteId]))).length
  }
  expect([await byItems('sessions'), await byItems('tryOuts')]).toEqual([1, 1])
})

describe('many at once', () => {
  test('two issuers and a press for everybody: numbers without a gap, one paper a traineeship, the rest by the queue', async () => {
    const { trainees } = lenobl
    const regulation = { ...lenobl, trainees: trainees && { ...trainees, guide: [] } }
    const many = await aLearningSite(base.db, regulation, '2021-10-01', () => ({ share: 100 }))
    await base.adminPool.query(`update territories set demo_today = $2 where id = $1`, [many.site.territory.id, today])
    const ids = await manyFinished(many, base.adminPool, await manyPeople(many.site, base.adminPool, 250))
    const by = () => many.site.as('head', today)
    const run = async (chosen: readonly TraineeshipId[], services = noServices) =>
      issueCompletion.run({ ...(await by()), services }, { id: many.site.siteId, traineeships: chosen })
    const five = ids.slice(0, 5)
    const insisting = async (): Promise<string | null> => {
      const why = rule(await run(five))
      return why === 'busy' ? insisting() : why
    }
    const both = await Promise.all([insisting(), insisting()])
    expect(both.sort()).toEqual(['certificate.notFinished', null].sort())
    const asked: { runId: CertificateRunId }[] = []
    const services = { ...noServices, issueRest: async (_: unknown, job: (typeof asked)[0]) => void asked.push(job) }
    mustWork(await run(ids.slice(5), services))
    const job = { territoryId: many.site.territory.id, runId: asked[0]!.runId }
    const page = await client(many.site.people.head).get(
      paths.certificateRun({ territory: many.site.territory.code, run: job.runId }),
    )
    expect(page.text).toContain('Выдано 100 из 245')
    for (const _ of [1, 2]) await issueRest(base.db, noServices, job, new Date())
    const { rows } = await base.adminPool.query<{ number: number; of: string }>(
      'select number, traineeship_id as of from certificates where territory_id = $1 order by number',
      [many.site.territory.id],
    )
    expect(rows.map(({ number }) => number)).toEqual(ids.map((_, n) => n + 1))
    expect(rows.map(({ of }) => of)).toEqual(ids)
  })
})
