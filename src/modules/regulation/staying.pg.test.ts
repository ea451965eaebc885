// Proves L-O2: what has begun is finished under its own edition, and a draft of another says so.
import { expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aDraftApplication, anApplication, anApplyingTerritory } from '../../../test/factories/applications.ts'
import { aNetwork, aSite } from '../../../test/factories/sites.ts'
import { aTerritory } from '../../../test/factory.ts'
import { lenobl } from '../../../test/regulations.ts'

const base = ownDatabase()
const { as } = aClient(base)
const heading = 'Что останется при прежней редакции'

test('a draft of a new edition tells which sites go on under the one before', async () => {
  const network = await aNetwork(base.db, await aTerritory(base.db, '2021-10-01'))
  const official = as(network.ctx.actor.personId)
  const { to } = await official.post('/regulation/new-edition', { from: 'copy' })
  const page = async () => (await official.get(to ?? '')).text.replaceAll('\u00a0', ' ')
  expect(await page()).toContain('Ничего: начатых дел, приёмов и действующих статусов сейчас нет')
  await aSite(base.db, network)
  await aSite(base.db, network, { theme: 'Считаем' })
  await aSite(base.db, network, { theme: 'Пели', from: '2021-01-28', to: '2021-09-30' })
  expect(await page()).toMatch(new RegExp(`${heading}[^]*2 площадки</a> — до конца срока статуса`))
})

test('a call that takes applications and applications that wait for a decision are told, those decided are not', async () => {
  const there = await anApplyingTerritory(base.db, lenobl)
  await aDraftApplication(there)
  const sent = await anApplication(there, { theme: 'Другая тема' })
  const withdrawn = await as(there.people.head).post(`/applications/${sent}/withdrawals`, { reason: 'Передумали' })
  expect(withdrawn.status).toBe(303)
  const official = as(there.people.official)
  const { to } = await official.post('/regulation/new-edition', { from: 'copy' })
  const page = (await official.get(to ?? '')).text.replaceAll('\u00a0', ' ')
  expect(page).toMatch(/1 объявленный приём заявок<\/a> — до решения по заявкам/)
  expect(page).toMatch(/1 заявка<\/a> — до решения по ним/)
  expect(page).not.toContain('площадка</a> —')
})
