import { expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { anApplyingTerritory } from '../../../test/factories/applications.ts'
import { aPerson, ctxOf, inScope } from '../../../test/factory.ts'
import { lenobl } from '../../../test/regulations.ts'
import { may } from '../../authz/ctx.ts'
import type { PersonId } from '../../kernel/types.ts'
import { namedIn } from '../../regulation/named.ts'
import { storePosts } from '../people/commands/posts.ts'
import { personSubject } from '../people/subject-queries.ts'
import { registerApplicant } from './deeds/applicant.ts'

const database = ownDatabase()
const { as } = aClient(database)
const kinds = [...lenobl.hostKinds.kinds, 'union', 'logopedy']
const regulation = {
  ...lenobl,
  kinds: [{ list: 'person' as const, code: 'logopedy', name: 'учитель-логопед' }],
  hostKinds: { ...lenobl.hostKinds, kinds },
}

test('a teacher applies for a group of people where the paper lets them, without the fields of a school; where it does not, its clause says so', async () => {
  expect(namedIn(regulation, 'organisation').map(({ label }) => label)).toContain('Учитель-логопед')
  const there = await anApplyingTerritory(database.db, regulation)
  const teacher = as(there.people.deputy)
  expect((await teacher.get('/applications')).text.includes('Заявка не от организации')).toBe(true)
  const form = await teacher.get('/applicants/new')
  for (const said of ['Объединение педагогов', 'Учитель-логопед']) expect(form.text.includes(said), said).toBe(true)
  expect(form.text.includes('Детский сад')).toBe(false)
  expect((await teacher.press('Записать', { kind: 'school', name: 'Школа' })).status).toBe(422)
  await teacher.get('/applicants/new')
  expect((await teacher.press('Записать', { kind: 'union', name: 'Объединение учителей химии' })).status).toBe(303)

  await teacher.get('/applications/new')
  const organisation = await inScope(database.db, there.territory.id, (tx) =>
    tx.selectFrom('organisations').select('id').where('fullName', '=', 'Объединение учителей химии').executeTakeFirstOrThrow(),
  )
  const begun = await teacher.press('Начать заявку', { organisationId: organisation.id, theme: 'Химия рядом' })
  expect(begun.status).toBe(303)
  const page = await teacher.get(begun.to!)
  expect(page.text.includes('Объединение учителей химии')).toBe(true)
  const section = await teacher.get(`${begun.to!}/answers`)
  expect(section.text.includes('юридический адрес: Объединение')).toBe(false)

  const elsewhere = await anApplyingTerritory(database.db, lenobl)
  const other = as(elsewhere.people.deputy)
  expect((await other.get('/applications')).text.includes('Заявка не от организации')).toBe(false)
  const closed = await other.get('/applicants/new')
  expect(closed.text.includes('Здесь заявку подают только организации')).toBe(true)
  expect(closed.text.includes('п. 4 раздела I Положения')).toBe(true)
  expect(
    (await other.post('/applicants/new', { kind: 'union', name: 'Объединение' })).text.includes('п. 4 раздела I Положения'),
  ).toBe(true)
  expect((await as(elsewhere.people.stranger).get('/applicants/new')).status).toBe(403)
})

test('one of a kind at a time, another of the same name only when it is said so, and no rights over other people come with it', async () => {
  const there = await anApplyingTerritory(database.db, regulation, '2021-10-01', { kinds: regulation.kinds })
  const { territory, people, schools } = there
  const post = { organisationId: schools[0], kind: 'teacher' as const, title: 'Учитель' }
  const colleague = await aPerson(database.db, territory, { post, familyName: 'Коллегина' })
  const register = async (who: PersonId, over: Partial<Parameters<typeof registerApplicant>[1]> = {}) =>
    registerApplicant(await ctxOf(database.db, territory, who), { kind: 'union', name: 'Химики района', another: false, ...over })
  const first = await register(people.deputy)
  if (!first.ok) throw new Error(JSON.stringify(first.refusal))
  expect(await register(people.deputy, { name: 'Физики района' })).toMatchObject({
    refusal: { rule: 'application.appliesAlready', field: 'kind', params: { name: 'Химики района' } },
  })
  expect((await register(people.deputy, { kind: 'logopedy', name: 'Речевая Анна Ивановна' })).ok).toBe(true)

  const other = as(colleague)
  await other.get('/applicants/new')
  const asked = await other.press('Записать', { kind: 'union', name: '«Химики района»' })
  expect([asked.status, asked.text]).toEqual([422, expect.stringContaining('Похоже на: Химики района')])
  expect((await other.press('Записать', { another: 'yes' })).status).toBe(303)

  // The office may record others there; they stay people of their own schools.
  await inScope(database.db, territory.id, (tx) =>
    storePosts(tx, there, [
      { ...post, organisationId: first.value, personId: colleague, subject: null, startsOn: '2021-09-01', endsOn: null },
    ]),
  )
  const leader = await there.as('deputy')
  expect([leader.actor.headsOrganisations.includes(first.value), leader.actor.employs]).toEqual([true, []])
  const of = { territoryId: territory.id, organisationIds: [first.value] }
  expect(
    (['person.register', 'person.edit', 'person.viewContacts'] as const).map((permission) => may(leader, permission, of)),
  ).toEqual([false, false, false])
  const theirs = await inScope(database.db, territory.id, (tx) => personSubject(tx, leader, colleague))
  expect(theirs?.organisationIds).toEqual([schools[0]])
  expect(may(leader, 'application.start', of)).toBe(true)
  expect(may(await there.as('head'), 'person.edit', theirs ?? undefined)).toBe(true)
})
