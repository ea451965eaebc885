import { afterAll, expect, test } from 'vitest'
import { loadTerritories } from '../../../territories/all.ts'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aNetwork } from '../../../test/factories/sites.ts'
import { aPerson, aRegulation, aTerritory, inScope } from '../../../test/factory.ts'
import { closeRenderer } from '../../documents/render.ts'
import { paths } from '../../web/paths.ts'
import { clauseAnchor, clauseHref } from './links.ts'
import { regulationVersions } from './queries.ts'

const packages = loadTerritories()
const luga = packages.find((one) => one.facts.territory.code === 'luga')!.regulation
const base = ownDatabase()
const { as } = aClient(base)
afterAll(closeRenderer)

async function aReader(regulation = luga, inForce = true) {
  const territory = await aTerritory(base.db, '2021-09-01')
  if (inForce) {
    const { ctx, orderId } = await aNetwork(base.db, territory, regulation)
    return { territory, orderId, browser: as(ctx.actor.personId) }
  }
  await aRegulation(base.db, territory, regulation)
  const person = await aPerson(base.db, territory)
  return { territory, orderId: null, browser: as(person) }
}

test.each(packages.map((one) => [one.facts.territory.code, one.regulation] as const))(
  'every clause of %s has its place on the page, once',
  async (_, regulation) => {
    const { browser } = await aReader(regulation)
    const { status, text } = await browser.get('/regulation')
    expect(status).toBe(200)
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const numbers = regulation.clauses.flatMap(function all(one): string[] {
      return [one.number, ...one.clauses.flatMap(all)]
    })
    for (const number of numbers) expect(ids).toContain(clauseAnchor(number))
  },
)

test('what is in force names the order and its point; a clause chip leads to the clause', async () => {
  const { browser, orderId, territory } = await aReader()
  const { text } = await browser.get('/regulation')
  for (const part of ['В силе', 'с 1 сентября 2020 г.', ', п. 2', `/orders/${orderId}`]) expect(text).toContain(part)
  expect(clauseHref(territory.code, '3.2.1')).toBe(`/t/${territory.code}/regulation#p3-2-1`)
})

test('a draft says so and is shown to those alone who write it or put it in force', async () => {
  const { browser, territory } = await aReader(luga, false)
  const unread = await browser.get('/regulation')
  expect([unread.status, unread.text.includes('Положения ещё нет'), unread.text.includes('Это проект')]).toEqual([
    200,
    true,
    false,
  ])
  for (const role of ['official', 'methodist', 'signatory'] as const)
    expect((await as(await aPerson(base.db, territory, { roles: [role] })).get('/regulation')).text).toContain('Это проект')
  const id = await inScope(base.db, territory.id, async (tx) => (await regulationVersions(tx, territory.id))[0]?.id)
  const edition = `/regulation/editions/${id}`
  for (const address of [`/regulation?edition=${id}`, edition, `${edition}/comparison`, `${edition}/regulation.json`])
    expect([address, (await browser.get(address)).status]).toEqual([address, 404])
  expect((await browser.get('/regulation/editions')).text).not.toContain('Редакция 1')
  expect((await as(null).get(paths.publicRegulation({ territory: territory.code }))).status).toBe(404)
})

test('everyone may read what is in force; the order is linked when it is published', async () => {
  const { territory } = await aReader()
  const response = await as(null).get(paths.publicRegulation({ territory: territory.code }))
  const text = response.text
  expect(response.status).toBe(200)
  expect(text).toContain(luga.title.replaceAll('"', '&quot;').slice(0, 20))
  expect(text).not.toContain(`/t/${territory.code}`)
  expect(text).not.toContain('/orders/')
  expect((await as(null).get(paths.publicRegulation({ territory: 'nowhere' }))).status).toBe(404)
})

test('a regulation that has ceased is public no more', async () => {
  const { territory } = await aReader()
  await inScope(base.db, territory.id, (tx) =>
    tx.updateTable('regulations').set({ endsOn: '2021-08-31' }).where('territoryId', '=', territory.id).execute(),
  )
  expect((await as(null).get(paths.publicRegulation({ territory: territory.code }))).status).toBe(404)
})

test('it prints as .docx and .pdf, and in no other format', async () => {
  const { browser } = await aReader()
  for (const format of ['docx', 'pdf']) {
    const { status, headers } = await browser.get(`/regulation/document/${format}`)
    expect([status, headers.get('content-disposition')?.includes(`.${format}`)]).toEqual([200, true])
  }
  expect((await browser.get('/regulation/document/exe')).status).toBe(404)
})

test('what stands behind a clause: its words, its rules with their values, what the system does, examples', async () => {
  const { browser } = await aReader()
  const { status, text } = await browser.get('/regulation/why/2.2')
  expect(status).toBe(200)
  for (const part of ['В период 2020–2023 годов', 'Срок статуса', '31 августа 2023', 'не сохранится', 'нельзя, п. 2.2 Положения'])
    expect(text).toContain(part)
  expect((await browser.get('/regulation/why/9.9')).status).toBe(404)
})
