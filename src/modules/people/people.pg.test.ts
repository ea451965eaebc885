import { describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aPost } from '../../../test/factories/people.ts'
import { anOrganisation, aPerson, aTerritory, ctxOf, historyOf, inScope, type TestCtx } from '../../../test/factory.ts'
import { read } from '../../db/transact.ts'
import { newId } from '../../kernel/ids.ts'
import { allRules, type Result } from '../../kernel/result.ts'
import type { OrganisationId, PersonId } from '../../kernel/types.ts'
import { leavePost, takePost } from './commands/posts.ts'
import { recordQualification } from './commands/records.ts'
import { registerPerson } from './commands/register-person.ts'
import { endRole, grantRole } from './commands/roles.ts'
import type { PersonDetails, PostDetails } from './model.ts'
import { type PeopleQuery, peopleAsOf, recordOf } from './queries.ts'
import { ruleTexts } from './texts.ts'

const base = ownDatabase()

const told = (result: Result<unknown>) =>
  result.ok
    ? 'done'
    : result.refusal.code === 'rule'
      ? allRules(result.refusal).map(({ rule, field }) => `${rule} ${field}`)
      : result.refusal.code

/** A territory with two schools, an official, the head of the first school and a teacher of the second. */
async function aDistrict() {
  const territory = await aTerritory(base.db, '2021-09-01')
  const [school, other] = [await anOrganisation(base.db, territory), await anOrganisation(base.db, territory)]
  const official = await aPerson(base.db, territory, { roles: ['official'] })
  const head = await aPerson(base.db, territory, { post: { organisationId: school, kind: 'head', title: 'Директор' } })
  const teacher = await aPerson(base.db, territory, { post: { organisationId: other, kind: 'teacher', subject: 'физика' } })
  return { territory, school, other, official, head, teacher, ctx: await ctxOf(base.db, territory, official) }
}

const details = (more: Partial<PersonDetails> = {}): PersonDetails => ({
  familyName: 'Ветрова',
  givenName: 'Мария',
  patronymic: 'Олеговна',
  gender: null,
  email: 'vetrova@primer.ru',
  phone: '8 38444 2-11-22',
  ...more,
})
const post = (organisationId: OrganisationId, more: Partial<PostDetails> = {}): PostDetails => ({
  organisationId,
  kind: 'teacher',
  title: 'учитель физики',
  subject: 'физика',
  startsOn: '2021-09-01',
  endsOn: null,
  ...more,
})
const factsOf = (subject: string) => historyOf(base, subject)
const registered = async (ctx: TestCtx, given: Parameters<typeof registerPerson>[1]): Promise<PersonId> => {
  const result = await registerPerson(ctx, given)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

describe('a person is recorded', () => {
  test('with a first post, and history tells both', async () => {
    const { ctx, school } = await aDistrict()
    const id = await registered(ctx, { details: details(), post: post(school), namesake: false })
    expect(await factsOf(id)).toEqual(['person.registered', 'post.taken'])
    const record = await read(base.db, ctx.scope, (tx) => recordOf(tx, ctx, id))
    expect(record.posts).toMatchObject([{ title: 'учитель физики', startsOn: '2021-09-01', endsOn: null }])
  })

  test('a namesake is asked about once', async () => {
    const { ctx } = await aDistrict()
    await registered(ctx, { details: details(), post: null, namesake: false })
    const again = { details: details(), post: null }
    expect(told(await registerPerson(ctx, { ...again, namesake: false }))).toEqual(['person.namesake namesake'])
    expect(told(await registerPerson(ctx, { ...again, namesake: true }))).toBe('done')
  })

  test('one whose name is alike is asked about and shown: other letters, initials, a slip in the surname', async () => {
    const { ctx } = await aDistrict()
    const named = (familyName: string, givenName: string, patronymic: string) =>
      details({ familyName, givenName, patronymic, gender: 'male' })
    await registered(ctx, { details: named('Семёнов', 'Пётр', 'Ильич'), post: null, namesake: false })
    for (const again of [named('СЕМЕНОВ', 'Петр', 'ИЛЬИЧ'), named('Семёнов', 'П.', 'И.'), named('Семонов', 'Пётр', 'Ильич')])
      expect(await registerPerson(ctx, { details: again, post: null, namesake: false })).toMatchObject({
        ok: false,
        refusal: { rule: 'person.namesake', params: { like: 'Семёнов Пётр Ильич' } },
      })
    expect(told(await registerPerson(ctx, { details: named('Семёнов', 'Павел', 'Ильич'), post: null, namesake: false }))).toBe(
      'done',
    )
  })

  test('a head records people of the own school only, and never another head', async () => {
    const { territory, head, school, other } = await aDistrict()
    const ctx = await ctxOf(base.db, territory, head)
    const into = (details: PersonDetails, first: PostDetails | null) =>
      registerPerson(ctx, { details, post: first, namesake: false })
    expect(told(await into(details(), post(other)))).toBe('forbidden')
    expect(told(await into(details(), null))).toEqual(['person.postNeeded organisationId'])
    expect(told(await into(details(), post(school, { kind: 'head' })))).toEqual(['person.headByOffice kind'])
    expect(told(await into(details(), post(school)))).toBe('done')
  })
})

describe('posts in time', () => {
  test('the same post twice at once is refused at its date, one after another is not', async () => {
    const { ctx, other, teacher } = await aDistrict()
    expect(told(await takePost(ctx, { personId: teacher, post: post(other) }))).toEqual(['person.postsOverlap startsOn'])
    const [held] = (await read(base.db, ctx.scope, (tx) => recordOf(tx, ctx, teacher))).posts
    expect(told(await leavePost(ctx, { personId: teacher, postId: held!.id, endsOn: '2021-08-31', settled: new Map() }))).toBe(
      'done',
    )
    expect(told(await takePost(ctx, { personId: teacher, post: post(other) }))).toBe('done')
    expect(await factsOf(teacher)).toEqual(['post.left', 'post.taken'])
  })

  test('an organisation has one head', async () => {
    const { ctx, school, teacher } = await aDistrict()
    const asHead = post(school, { kind: 'head', title: 'Директор', subject: null })
    expect(told(await takePost(ctx, { personId: teacher, post: asHead }))).toEqual(['person.organisationHasHead kind'])
  })

  test('two officials giving a school its head at once: one is refused', async () => {
    const { ctx, other, teacher, official } = await aDistrict()
    const asHead = post(other, { kind: 'head', title: 'Директор', subject: null })
    const both = await Promise.all([teacher, official].map((personId) => takePost(ctx, { personId, post: asHead })))
    expect(both.filter((result) => result.ok)).toHaveLength(1)
    expect(both.map(told)).toContainEqual(['person.organisationHasHead kind'])
  })

  test('a head reaches nobody of another school by giving them a post', async () => {
    const { territory, head, school, teacher } = await aDistrict()
    const ctx = await ctxOf(base.db, territory, head)
    expect(told(await takePost(ctx, { personId: teacher, post: post(school) }))).toBe('forbidden')
  })

  test('an organisation of another territory is unknown', async () => {
    const [{ ctx, teacher }, foreign] = [await aDistrict(), await aDistrict()]
    expect(told(await takePost(ctx, { personId: teacher, post: post(foreign.school) }))).toEqual([
      'person.unknownOrganisation organisationId',
    ])
    expect(told(await takePost(ctx, { personId: foreign.teacher, post: post(foreign.school) }))).toBe('notFound')
  })

  test('the list is as of a day', async () => {
    const { ctx, territory, other } = await aDistrict()
    const gone = await aPerson(base.db, territory, { familyName: 'Прежнева' })
    await aPost(base.db, territory, {
      personId: gone,
      organisationId: other,
      kind: 'psychologist',
      startsOn: '2019-01-01',
      endsOn: '2020-05-31',
    })
    const query: PeopleQuery = { on: '2021-09-01', q: null, organisation: other, post: null, category: null }
    const on = async (day: string) =>
      (await read(base.db, ctx.scope, (tx) => peopleAsOf(tx, ctx, { ...query, on: day }).page(50, 0))).map(
        (line) => line.familyName,
      )
    expect(await on('2019-06-01')).toEqual(['Прежнева'])
    expect(await on('2021-09-01')).not.toContain('Прежнева')
  })

  test('of an organisation, by its id or by a part of its name; an organisation nobody knows has nobody', async () => {
    const { ctx, other } = await aDistrict()
    const { shortName } = await read(base.db, ctx.scope, (tx) =>
      tx.selectFrom('organisations').select('shortName').where('id', '=', other).executeTakeFirstOrThrow(),
    )
    const of = async (organisation: string) =>
      (
        await read(base.db, ctx.scope, (tx) =>
          peopleAsOf(tx, ctx, { on: '2021-09-01', q: null, organisation, post: null, category: null }).page(50, 0),
        )
      ).map(({ id }) => id)
    expect((await of(other)).length).toBeGreaterThan(0)
    expect(await of(shortName)).toEqual(await of(other))
    expect(await of('Никому не известная')).toEqual([])
    expect(await of('—')).toEqual([])
  })
})

test('a new category takes the place of the one held', async () => {
  const { ctx, teacher } = await aDistrict()
  const record = (category: 'first' | 'highest', startsOn: string, endsOn: string | null = null) =>
    recordQualification(ctx, { personId: teacher, qualification: { category, startsOn, endsOn } })
  expect(told(await record('first', '2019-02-01'))).toBe('done')
  expect(told(await record('highest', '2021-03-01'))).toBe('done')
  expect(told(await record('first', '2021-01-01', '2021-12-31'))).toEqual(['person.categoriesOverlap startsOn'])
  const { categories } = await read(base.db, ctx.scope, (tx) => recordOf(tx, ctx, teacher))
  expect(categories.map((one) => [one.category, one.endsOn])).toEqual([
    ['highest', null],
    ['first', '2021-02-28'],
  ])
})

describe('roles', () => {
  const role = { role: 'methodist', startsOn: '2021-09-01', endsOn: null } as const
  test('are given by those who manage accounts, once at a time', async () => {
    const { ctx, territory, head, teacher } = await aDistrict()
    const asHead = await ctxOf(base.db, territory, head)
    expect(told(await grantRole(asHead, { personId: teacher, role }))).toBe('forbidden')
    expect(told(await grantRole(ctx, { personId: teacher, role }))).toBe('done')
    expect(told(await grantRole(ctx, { personId: teacher, role }))).toEqual(['person.roleOverlaps startsOn'])
  })

  test('that sign orders or keep accounts are given by an administrator, none to oneself', async () => {
    const { ctx, territory, official, teacher } = await aDistrict()
    const administrator = await aPerson(base.db, territory, { roles: ['administrator'] })
    for (const guarded of ['signatory', 'administrator'] as const) {
      const given = { personId: teacher, role: { ...role, role: guarded } }
      expect(told(await grantRole(ctx, given))).toEqual(['account.administratorGrants role'])
      expect(told(await grantRole(await ctxOf(base.db, territory, administrator), given))).toBe('done')
    }
    expect(told(await grantRole(ctx, { personId: official, role }))).toEqual(['account.roleToOneself role'])
  })

  test('somebody remains who manages accounts, also when two end each other’s role at once', async () => {
    const { ctx, territory, official, teacher } = await aDistrict()
    const grantOf = async (id: PersonId) => (await read(base.db, ctx.scope, (tx) => recordOf(tx, ctx, id))).roles[0]!.id
    const end = async (personId: PersonId) => endRole(ctx, { personId, grantId: await grantOf(personId), endsOn: '2021-09-30' })
    expect(told(await end(official))).toEqual(['person.lastManager endsOn'])
    await inScope(base.db, territory.id, (tx) =>
      tx
        .insertInto('roleGrants')
        .values({ territoryId: territory.id, id: newId(), personId: teacher, role: 'administrator', startsOn: '2021-09-01' })
        .execute(),
    )
    const both = await Promise.all([end(official), end(teacher)])
    expect(both.map(told).sort()).toEqual(['done', ['person.lastManager endsOn']].sort())
  })
})

describe('the pages', () => {
  const { as } = aClient(base)

  test('overlapping posts are refused with a sentence at the field, the typed text stays', async () => {
    const { official, teacher, other } = await aDistrict()
    const browser = as(official)
    const { status, text } = await browser.post(`/people/${teacher}/posts`, {
      organisationId: other,
      kind: 'teacher',
      title: 'учитель физики и астрономии',
      subject: 'физика',
      startsOn: '01.09.2021',
      endsOn: '',
    })
    expect(status).toBe(422)
    expect(text).toContain('Должность не записана: поправьте одно место')
    expect(text).toContain(ruleTexts['person.postsOverlap'])
    expect(text).toContain('value="учитель физики и астрономии"')
    expect(text).toMatch(/id="f-startsOn"[^>]*aria-invalid="true"/)
  })

  test('impossible dates are refused and every missing field is named', async () => {
    const { official, school } = await aDistrict()
    const browser = as(official)
    const typed = { familyName: '', givenName: 'Мария', organisationId: school, title: '', startsOn: '31.02.2021' }
    const { status, text } = await browser.post('/people/new', typed)
    expect(status).toBe(422)
    for (const sentence of ['Напишите фамилию', 'такой даты нет']) expect(text).toContain(sentence)
  })

  test('a person is recorded, and the page shows the post and opens the organisation', async () => {
    const { official, school } = await aDistrict()
    const browser = as(official)
    const typed = { familyName: 'Ветрова', givenName: 'Мария', patronymic: 'Олеговна', startsOn: '01.09.2021' }
    const { status, to } = await browser.post('/people/new', {
      ...typed,
      organisationId: school,
      kind: 'teacher',
      title: 'учитель физики',
    })
    expect(status).toBe(303)
    const page = await browser.get(to!)
    expect(page.text).toContain('Ветрова Мария Олеговна')
    expect(page.text).toContain('учитель физики')
    expect(page.text).toContain(`/organisations/${school}`)
  })

  test('who was slower is told and keeps the text', async () => {
    const { official, teacher } = await aDistrict()
    const browser = as(official)
    const edit = (familyName: string) =>
      browser.post(`/people/${teacher}/edit`, {
        _version: '1',
        naming: 'correction',
        familyName,
        givenName: 'Анна',
        patronymic: 'Ивановна',
      })
    expect((await edit('Первова')).status).toBe(303)
    const second = await edit('Вторая')
    expect(second.status).toBe(409)
    expect(second.text).toContain('Пока вы правили')
    expect(second.text).toContain('value="Вторая"')
    expect(second.text).toContain('Первова')
    expect((await browser.get(`/people/${teacher}`)).text).toContain('Первова')
  })

  test('contacts are for those who may see them, on the page and in the file', async () => {
    const { ctx, school, head, teacher } = await aDistrict()
    const id = await registered(ctx, { details: details(), post: post(school), namesake: false })
    const [ofSchool, stranger] = [as(head), as(teacher)]
    expect((await ofSchool.get(`/people/${id}`)).text).toContain('vetrova@primer.ru')
    const page = await stranger.get(`/people/${id}`)
    expect([page.status, page.text.includes('vetrova@primer.ru')]).toEqual([200, false])
    const file = await stranger.get('/people.csv')
    expect([file.text.includes('Ветрова'), file.text.includes('vetrova@primer.ru')]).toEqual([true, false])
  })

  test('a person of another territory does not exist', async () => {
    const [here, there] = [await aDistrict(), await aDistrict()]
    const browser = as(here.official)
    expect((await browser.get(`/people/${there.teacher}`)).status).toBe(404)
    expect((await browser.get(`/t/${there.territory.code}/people`)).status).toBe(404)
  })
})
