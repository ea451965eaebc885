import { expect, test } from 'vitest'
import { aClient } from '../../../../test/client.ts'
import { ownDatabase } from '../../../../test/database.ts'
import { aNetwork } from '../../../../test/factories/sites.ts'
import { aPerson, aTerritory } from '../../../../test/factory.ts'
import type { luga } from '../../../../test/regulations.ts'

const base = ownDatabase()
const { as } = aClient(base)

/** Two people before one draft, and the draft as it is stored. */
async function twoEditors() {
  const { territory, ctx } = await aNetwork(base.db, await aTerritory(base.db, '2021-09-01'))
  const first = as(ctx.actor.personId)
  const second = as(await aPerson(base.db, territory, { roles: ['methodist'] }))
  const begun = await first.post('/regulation/new-edition', { from: 'copy' })
  const edition = /editions\/([0-9a-f-]{36})/.exec(begun.to ?? '')?.[1] ?? ''
  const stored = async () => {
    const { rows } = await base.adminPool.query<{ document: typeof luga }>(
      'select document from regulations where territory_id = $1 and id = $2',
      [territory.id, edition],
    )
    return rows[0]!.document
  }
  return { at: `/regulation/editions/${edition}`, first, second, stored }
}

const months = { 'rules.term.value.kind': 'longest', 'rules.term.value.longest.months': '24' }
const conflict = {
  said: 'conflict',
  'note.conflict.readings.0.text': 'по 31 августа 2023 года',
  'note.conflict.readings.0.clause': '2.2',
  'note.conflict.readings.1.text': 'по 31 декабря 2023 года',
  'note.conflict.readings.1.clause': '2.2',
}

test('a ban another person has noted meanwhile, of a rule that was silent, is asked about and not lost', async () => {
  const { at, first, second, stored } = await twoEditors()
  await first.get(`${at}/rules/consulting`)
  expect((await first.press('Записать', { said: 'no' })).status).toBe(303)
  await first.get(`${at}/forms/other`)
  await second.get(`${at}/rules/consulting`)
  expect((await second.press('Записать', { said: 'forbidden', 'note.clause': '2.4' })).status).toBe(303)
  const late = await first.press('Записать', { 'rules.consulting.said': 'yes', 'rules.consulting.value.clause': '2.4' })
  expect(late.status).toBe(409)
  for (const part of ['Ваша запись', 'это запрещает']) expect(late.text).toContain(part)
  expect(await stored()).toMatchObject({
    consulting: null,
    provisions: { consulting: { state: 'forbidden', clause: ['2.4'] } },
  })
})

test('two readings another person has noted meanwhile are asked about; a rule left alone is written by neither', async () => {
  const { at, first, second, stored } = await twoEditors()
  await first.get(`${at}/forms/status`)
  await second.get(`${at}/rules/term`)
  expect((await second.press('Записать', conflict)).status).toBe(303)
  const late = await first.press('Записать', months)
  expect([late.status, late.text.includes('по 31 декабря 2023 года')]).toEqual([409, true])
  expect((await stored()).provisions.term).toMatchObject({ state: 'conflict' })
  expect((await first.press('Записать')).status).toBe(303)
  expect((await stored()).provisions.term).toMatchObject({ state: 'conflict' })
})

test('the sentence of a rule stays while the rule is said, and goes when the paper is silent of it', async () => {
  const { at, first, second, stored } = await twoEditors()
  const note = { state: 'said', sentence: 'Статус присваивают на срок до двух лет.' }
  await second.get(`${at}/forms/status`)
  await first.get(`${at}/rules/term`)
  expect((await first.press('Записать', { 'note.said.sentence': note.sentence })).status).toBe(303)
  expect((await second.press('Записать', months)).status).toBe(409)
  expect((await second.press('Записать')).status).toBe(303)
  expect(await stored()).toMatchObject({ term: { months: 24 }, provisions: { term: note } })
  await first.get(`${at}/forms/status`)
  expect((await first.press('Записать', { 'rules.term.said': 'no' })).status).toBe(303)
  const { term, provisions } = await stored()
  expect([term, provisions.term]).toEqual([null, undefined])
})
