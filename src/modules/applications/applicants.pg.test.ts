import { expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { anApplyingTerritory } from '../../../test/factories/applications.ts'
import { inScope } from '../../../test/factory.ts'
import { lenobl } from '../../../test/regulations.ts'
import { namedIn } from '../../regulation/named.ts'

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
