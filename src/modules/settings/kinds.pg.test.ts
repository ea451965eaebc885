import { expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aLife } from '../../../test/factories/status-cases.ts'
import { inScope } from '../../../test/factory.ts'
import { lenobl } from '../../../test/regulations.ts'
import { keepKinds } from '../regulation/commands/draft-regulation.ts'

const database = ownDatabase()
const { as } = aClient(database)

test('a kind added to the dictionary is chosen in cards, one closed is chosen no more; what an edition names comes in by itself', async () => {
  const life = await aLife(database.db, lenobl)
  const methodist = as(life.people.methodist)
  const other = as(life.people.official)
  await other.get('/kinds')
  await methodist.get('/kinds')
  const wrong = await methodist.press('Сохранить', { 'added.organisation': 'школа' })
  expect(wrong.status).toBe(422)
  expect(wrong.text.includes('«школа» уже есть в этом справочнике')).toBe(true)
  const saved = await methodist.press('Сохранить', {
    'added.organisation': 'школа-интернат',
    'added.category': 'педагог-наставник',
    'closed.organisation.kindergarten': 'yes',
  })
  expect(saved.status).toBe(303)
  expect((await other.press('Сохранить', { 'names.post.methodist': 'методист центра' })).status).toBe(409)

  const form = await methodist.get('/organisations/new')
  expect(form.text.includes('Школа-интернат')).toBe(true)
  expect(form.text.includes('Детский сад')).toBe(false)
  const named = { fullName: 'Школа-интернат № 1', shortName: 'Интернат № 1' }
  expect((await methodist.press('Внести в реестр', { ...named, kind: 'shkolaInternat' })).status).toBe(303)
  expect((await methodist.get('/organisations?kind=shkolaInternat')).text.includes('Интернат № 1')).toBe(true)
  await methodist.get('/organisations/new')
  const closed = { fullName: 'Сад', shortName: 'Сад', kind: 'kindergarten' }
  expect((await methodist.press('Внести в реестр', closed)).text.includes('его больше не выбирают')).toBe(true)

  const { territory } = life.office
  await inScope(database.db, territory.id, (tx) =>
    keepKinds(tx, { territory }, { ...lenobl, kinds: [{ list: 'post', code: 'logoped', name: 'учитель-логопед' }] }),
  )
  expect((await methodist.get('/kinds')).text.includes('учитель-логопед')).toBe(true)
})
