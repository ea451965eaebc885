import { beforeAll, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aNetwork, aSite, type Network } from '../../../test/factories/sites.ts'
import { anOrganisation, aPerson, aTerritory } from '../../../test/factory.ts'
import { read } from '../../db/transact.ts'
import { searchTerritory } from './queries.ts'

const base = ownDatabase()
let network: Network
beforeAll(async () => {
  const territory = await aTerritory(base.db, '2021-09-01')
  network = await aNetwork(base.db, territory)
  const school = await anOrganisation(base.db, territory, { shortName: 'Берёзовская школа', fullName: 'Берёзовская школа № 3' })
  await aSite(base.db, network, { organisationIds: [school], theme: 'Функциональная грамотность на уроке' })
  await aPerson(base.db, territory, { familyName: 'Берёзкина', post: { organisationId: school, kind: 'teacher' } })
  const foreign = await aTerritory(base.db, '2021-09-01')
  await anOrganisation(base.db, foreign, { shortName: 'Берёзовская чужая', fullName: 'Чужая' })
})

const found = async (text: string) => {
  const result = await read(base.db, network.ctx.scope, (tx) => searchTerritory(tx, network.ctx, text))
  const names = (title: string, key: 'name' | 'more' = 'name') =>
    result?.find((group) => group.title === title)?.hits.map((hit) => hit[key]) ?? []
  return (
    result && {
      sites: names('Площадки', 'more'),
      people: names('Люди'),
      organisations: names('Организации'),
      orders: names('Подписанные документы'),
    }
  )
}

test('one word finds things of every kind, of this territory only, «е» as «ё»', async () => {
  expect(await found('березовская')).toEqual({
    sites: ['Функциональная грамотность на уроке'],
    people: [],
    organisations: ['Берёзовская школа'],
    orders: [],
  })
  expect((await found('берёз'))?.people).toEqual([expect.stringContaining('Берёзкина')])
})

test('a typing error is forgiven, a number is not guessed', async () => {
  expect((await found('Бирезкина'))?.people).toEqual([expect.stringContaining('Берёзкина')])
  expect((await found('граматность'))?.sites).toEqual(['Функциональная грамотность на уроке'])
  expect((await found('школа 4'))?.organisations).not.toContain('Берёзовская школа')
})

test('signed orders are found by title and number', async () => {
  expect((await found('стажировочных'))?.orders).toEqual(['О стажировочных площадках'])
})

test('nothing to look for finds nothing, signs of the query language are only letters', async () => {
  expect(await found('я %')).toBeNull()
  expect(await found("100%' or 1=1 --")).toEqual({ sites: [], people: [], organisations: [], orders: [] })
})

test('the page groups what it found and says when there is nothing', async () => {
  const { ctx } = network
  const browser = aClient(base).as(ctx.actor.personId)
  const page = await browser.get('/search?q=березовская')
  expect(page.status).toBe(200)
  for (const text of ['Площадки', 'Организации', 'Берёзовская школа']) expect(page.text).toContain(text)
  expect((await browser.get('/search?q=антарктида')).text).toContain('Ничего не нашлось')
  expect((await browser.get('/search')).status).toBe(200)
})
