// Proves T-32, L-O42.
import { beforeAll, describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, aTraineeship, type LearningSite } from '../../../test/factories/traineeships.ts'
import { anOrganisation, aPerson, inScope } from '../../../test/factory.ts'
import { chebula, luga, turochak } from '../../../test/regulations.ts'
import type { DeficitId, PersonId, TraineeshipId } from '../../kernel/types.ts'
import { finishTraineeship } from '../traineeships/deeds/run.ts'
import { declareDeficits } from './commands/declare.ts'
import { closeByDiagnosis, closeByFact, noteDeficit, takeBackDeficit } from './deeds.ts'
import { frameworkOf, noneOwn } from './framework.ts'
import { deficitsOf } from './store.ts'

const base = ownDatabase()
const { as: client } = aClient(base)
let there: LearningSite
let mentor: PersonId
let traineeship: TraineeshipId
beforeAll(async () => {
  there = await aLearningSite(base.db, luga)
  mentor = there.site.people.mentor
  traineeship = await aTraineeship(there, { guide: mentor })
})

const [first, second, third] = frameworkOf(noneOwn).map(({ id }) => id) as [string, string, string]
const own = () => there.as(there.trainee)
const rule = (name: string) => ({ refusal: { rule: name } })
const rowsOf = (person: PersonId) =>
  inScope(base.db, there.site.territory.id, async (tx) =>
    deficitsOf(tx, { territory: there.site.territory, today: '2021-10-01' }, person),
  )
const versionOf = async (id: DeficitId) =>
  (await base.adminPool.query<{ v: number }>('select edit_version as v from deficits where id = $1', [id])).rows[0]!.v
const named = async (person: PersonId, competences: string[], words: string | null = null) => {
  mustWork(await declareDeficits(await there.as(person), { competences, words }))
  return rowsOf(person)
}
const noted = { competence: third, words: null, document: null, documentOn: null }

describe('naming', () => {
  test('a person names several in one press; the same again is refused in words, and what is new beside it is written', async () => {
    const someone = await there.another()
    expect(await named(someone, [first, second], 'Не успеваю проверять работы')).toHaveLength(3)
    expect(await declareDeficits(await there.as(someone), { competences: [first], words: null })).toMatchObject(
      rule('deficit.namedAlready'),
    )
    expect(await named(someone, [first, third])).toHaveLength(4)
    const ctx = await there.as(await there.another())
    const twice = await Promise.all([1, 2].map(() => declareDeficits(ctx, { competences: [first], words: null })))
    expect(twice.some(({ ok }) => ok)).toBe(true)
    expect(await rowsOf(ctx.actor.personId)).toHaveLength(1)
  })

  test('by the page, in one form, what was typed stays when it is refused; the page is light', async () => {
    const someone = await there.another()
    const at = `/t/${there.site.territory.code}/my/deficits`
    const page = await client(someone).get(at)
    expect([page.status, page.text.includes('Кто это видит'), page.text.includes('п. 4.2 приказа')]).toEqual([200, true, true])
    expect(page.bytes.length).toBeLessThan(40_000)
    const long = await client(someone).post(at, { words: 'х'.repeat(301) })
    expect([long.status, long.text.includes('х'.repeat(301))]).toEqual([422, true])
    expect((await client(someone).post(at, {})).text).toContain('Отметьте хотя бы одну строку')
    const done = await client(someone).post(at, { 'method[]': [first, 'нет такого'] })
    expect(done.status).toBe(422)
    expect((await client(someone).post(at, { 'subject[]': [first] })).status).toBe(303)
    expect((await client(someone).get(`/t/${there.site.territory.code}/my`)).text).toContain('Назвать дефицит')
  })

  test('where the paper is silent there is no page and no deed, until the centre switches it on; then no clause is named', async () => {
    const other = await aLearningSite(base.db, {
      ...chebula,
      trainees: chebula.trainees && { ...chebula.trainees, routes: false },
    })
    const code = other.site.territory.code
    const ctx = await other.as(other.trainee)
    expect(await declareDeficits(ctx, { competences: [first], words: null })).toMatchObject(rule('deficit.notKept'))
    expect((await client(other.trainee).get(`/t/${code}/my/deficits`)).status).toBe(404)
    const my = await client(other.trainee).get(`/t/${code}/my`)
    expect(my.text).not.toContain('Назвать дефицит')
    expect((await client(other.site.people.methodist).get(`/t/${code}/deficits`)).status).toBe(404)
    expect((await client(other.site.people.methodist).get(`/t/${code}`)).text).not.toContain('>Дефициты<')
    await base.adminPool.query(`insert into settings (territory_id, chosen, edit_version) values ($1, '{"deficits": true}', 1)`, [
      other.site.territory.id,
    ])
    mustWork(await declareDeficits(ctx, { competences: [first], words: null }))
    const page = await client(other.trainee).get(`/t/${code}/my/deficits`)
    expect([page.status, page.text.includes('так настроил центр'), page.text.includes('class="pl-clause"')]).toEqual([
      200,
      true,
      false,
    ])
    expect((await client(other.site.people.methodist).get(`/t/${code}`)).text).toContain('Дефициты')
  })
})

describe('noting and closing', () => {
  test('a methodist notes a diagnosis with its document, whoever leads notes what they see; nobody else, and nobody of themselves', async () => {
    const id = there.trainee
    const note = async (who: PersonId, more: object) => noteDeficit.run(await there.as(who), { ...noted, ...more, id } as never)
    const { methodist } = there.site.people
    expect(await note(methodist, { source: 'diagnosis' })).toMatchObject(rule('deficit.noDocument'))
    const diagnosis = { source: 'diagnosis', document: 'Справка № 6', documentOn: '2021-09-20' }
    mustWork(await note(methodist, diagnosis))
    mustWork(await note(mentor, { source: 'guide' }))
    for (const who of [there.director, there.site.people.teacher, there.site.people.official])
      expect(await note(who, { source: 'guide' })).toMatchObject({ ok: false })
    expect(await note(there.trainee, { source: 'guide' })).toMatchObject({ ok: false })
    const { rows } = await base.adminPool.query(`select kind from notices where person_id = $1 and kind = 'deficit.noted'`, [id])
    expect(rows.length).toBeGreaterThan(0)
  })

  test('it is closed by what was done since, and by nothing else; what the person did not name is not for them to close', async () => {
    const [one] = (await named(there.trainee, [first])).filter(({ source }) => source === 'self')
    const [other] = (await rowsOf(there.trainee)).filter(({ source }) => source === 'guide')
    const close = async (who: PersonId, id: DeficitId, fact: string | null) =>
      closeByFact.run(await there.as(who), { id, version: await versionOf(id), fact })
    expect(await close(there.trainee, one!.id, null)).toMatchObject(rule('deficit.factMissing'))
    expect(await close(there.trainee, one!.id, `traineeship:${traineeship}`)).toMatchObject(rule('deficit.factUnknown'))
    const { rows } = await base.adminPool.query<{ v: number }>('select edit_version as v from traineeships where id = $1', [
      traineeship,
    ])
    mustWork(await finishTraineeship.run(await there.as(mentor), { id: traineeship, version: rows[0]!.v, endedOn: '2021-10-01' }))
    await base.adminPool.query(`update deficits set starts_on = '2021-10-02' where id = $1`, [one!.id])
    expect(await close(there.trainee, one!.id, `traineeship:${traineeship}`)).toMatchObject(rule('deficit.factUnknown'))
    await base.adminPool.query(`update deficits set starts_on = '2021-10-01' where id = $1`, [one!.id])
    expect((await client(there.trainee).get(`/t/${there.site.territory.code}`)).text).toContain('Решить, закрыт ли дефицит')
    mustWork(await close(there.trainee, one!.id, `traineeship:${traineeship}`))
    expect((await rowsOf(there.trainee)).find(({ id }) => id === one!.id)).toMatchObject({
      ...{ state: 'closed', closedBy: 'traineeship', closedOn: '2021-10-01' },
    })
    expect(await close(there.trainee, one!.id, `traineeship:${traineeship}`)).toMatchObject(rule('deficit.ended'))
    expect(await close(there.trainee, other!.id, `traineeship:${traineeship}`)).toMatchObject({ refusal: { code: 'forbidden' } })
    await expect(
      base.adminPool.query(
        `update deficits set state = 'open', closed_by = null, closing_fact = null, closed_on = null, closing_title = null, ended_by = null where id = $1`,
        [one!.id],
      ),
    ).rejects.toThrow('has ended')
  })

  test('another diagnosis closes, with its document; whoever noted takes back, and what one says of oneself nobody else does', async () => {
    const { methodist } = there.site.people
    const someone = await there.another()
    const [one, two] = await named(someone, [first, second])
    const version = await versionOf(one!.id)
    const again = { id: one!.id, version, document: 'Справка № 9', documentOn: '2021-10-02' }
    expect(await closeByDiagnosis.run(await there.as(someone), again)).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await closeByDiagnosis.run(await there.as(methodist), again)).toMatchObject(rule('deficit.documentAhead'))
    expect(await closeByDiagnosis.run(await there.as(methodist), { ...again, documentOn: '2021-09-01' })).toMatchObject(
      rule('deficit.before'),
    )
    mustWork(await closeByDiagnosis.run(await there.as(methodist), { ...again, documentOn: '2021-10-01' }))
    const back = { id: two!.id, version: await versionOf(two!.id) }
    expect(await takeBackDeficit.run(await there.as(methodist), back)).toMatchObject(rule('deficit.takesBackOwn'))
    mustWork(await takeBackDeficit.run(await there.as(someone), back))
    expect(await rowsOf(someone)).toHaveLength(1)
    expect(await named(someone, [second]), 'taken back, it may be named again').toHaveLength(2)
  })
})

describe('who sees what', () => {
  const at = (more = '') => `/t/${there.site.territory.code}${more}`

  test('the person, whoever leads them now, methodists; a head of the school never what is self-declared; strangers find nothing', async () => {
    const someone = await there.another()
    const [one] = await named(someone, [first], null)
    const page = async (who: PersonId, address: string) => (await client(who).get(at(address))).status
    const all = async (who: PersonId) => [
      await page(who, `/deficits/${one!.id}`),
      await page(who, `/people/${someone}/deficits`),
      await page(who, '/deficits'),
    ]
    const { methodist, official, teacher, head, coordinator } = there.site.people
    expect(await all(someone)).toEqual([200, 200, 403])
    expect(await all(methodist)).toEqual([200, 200, 200])
    for (const who of [official, teacher, head, coordinator, there.director, mentor])
      expect((await all(who)).slice(0, 2)).toEqual([404, 404])
    const learns = await aTraineeship(there, { trainee: someone, guide: mentor })
    expect((await all(mentor)).slice(0, 2)).toEqual([200, 200])
    expect((await client(mentor).get(at(`/traineeships/${learns}`))).text).toContain('Все дефициты стажёра')
    expect((await client(methodist).get(at(`/traineeships/${learns}`))).text).toContain('Все дефициты стажёра')
    expect((await client(head).get(at(`/traineeships/${learns}`))).text).not.toContain('Все дефициты стажёра')
    await base.adminPool.query(`update appointments set ends_on = '2021-09-30' where person_id = $1`, [mentor])
    expect((await all(mentor)).slice(0, 2)).toEqual([404, 404])
    await base.adminPool.query(`update appointments set ends_on = null where person_id = $1`, [mentor])
    const foreign = await aLearningSite(base.db, turochak)
    expect(
      (await client(foreign.site.people.methodist).get(`/t/${foreign.site.territory.code}/deficits/${one!.id}`)).status,
    ).toBe(404)
  })

  test('whoever heads the site leads those whom nobody is named to lead, but not the people of the own organisation', async () => {
    const { head } = there.site.people
    const guest = await there.another()
    const colleague = await aPerson(base.db, there.site.territory, {
      post: { organisationId: there.site.organisationId, kind: 'teacher' },
    })
    for (const trainee of [guest, colleague]) {
      await named(trainee, [first])
      await aTraineeship(there, { trainee })
    }
    expect((await client(head).get(at(`/people/${guest}/deficits`))).status).toBe(200)
    expect((await client(head).get(at(`/people/${colleague}/deficits`))).status).toBe(404)
  })

  test('the head of a school sees numbers from five people, and by name only what others noted of those the school sent', async () => {
    const other = await aLearningSite(base.db, luga)
    const code = other.site.territory.code
    const teachers = await Promise.all(Array.from({ length: 5 }, () => other.another()))
    for (const one of teachers.slice(0, 4))
      mustWork(await declareDeficits(await other.as(one), { competences: [first, second], words: null }))
    const numbers = async () => (await client(other.director).get(`/t/${code}/deficit-numbers`)).text
    const [label] = frameworkOf(noneOwn).map((one) => one.label)
    expect(await numbers()).toContain('меньше пяти')
    expect(await numbers()).not.toContain(label)
    mustWork(await declareDeficits(await other.as(teachers[4]!), { competences: [first], words: null }))
    expect(await numbers()).toContain(label)
    expect(await numbers()).toContain('Ещё 1 строка')
    const [sent] = teachers
    const note = { id: sent!, ...noted, source: 'guide' as const }
    const id = mustWork(await noteDeficit.run(await other.as(other.site.people.methodist), note))
    const address = `/t/${code}/deficits/${id}`
    expect((await client(other.director).get(address)).status).toBe(404)
    const learns = await aTraineeship(other, { trainee: sent! })
    await base.adminPool.query(`update traineeships set begun_by = 'school', sent_by = $2 where id = $1`, [
      learns,
      other.director,
    ])
    expect((await client(other.director).get(address)).status).toBe(200)
    expect(await numbers()).toContain('Кого вы направили на стажировку')
    const worksIn = (organisation: string) =>
      base.adminPool.query(`update posts set organisation_id = $2 where person_id = $1`, [sent, organisation])
    await worksIn(await anOrganisation(base.db, other.site.territory))
    expect((await client(other.director).get(address)).status, 'whoever has left is not read about any more').toBe(404)
    expect(await numbers()).not.toContain('Кого вы направили на стажировку')
    await worksIn(other.schoolId)
    const { rows } = await base.adminPool.query<{ id: string }>(
      `select id from deficits where person_id = $1 and source = 'self'`,
      [sent],
    )
    expect((await client(other.director).get(`/t/${code}/deficits/${rows[0]!.id}`)).status).toBe(404)
    expect((await client(other.director).get(`/t/${code}/deficits`)).status).toBe(403)
  })

  test('another territory sees no row of it', async () => {
    const foreign = await aLearningSite(base.db, luga)
    const found = await inScope(base.db, foreign.site.territory.id, (tx) => tx.selectFrom('deficits').selectAll().execute())
    expect(found).toEqual([])
  })
})

test('the framework: a methodist adds rows and offers some no more; a second save from an old page is a conflict', async () => {
  const { methodist } = there.site.people
  const at = `/t/${there.site.territory.code}/competences`
  const saved = await client(methodist).post(at, { added: 'Малые классы\nРечь', 'closed[]': [second], _version: '0' })
  expect(saved.status).toBe(303)
  expect((await client(methodist).post(at, { added: 'Ещё', _version: '0' })).status).toBe(409)
  expect((await client(there.trainee).post(at, { added: 'Ещё', _version: '1' })).status).toBe(403)
  const page = (await client(await there.another()).get(`/t/${there.site.territory.code}/my/deficits`)).text
  expect([page.includes('Малые классы'), page.includes(`value="${second}"`)]).toEqual([true, false])
  expect(await declareDeficits(await own(), { competences: [second], words: null })).toMatchObject(rule('deficit.notOffered'))
})
