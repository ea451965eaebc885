import { beforeEach, expect, test } from 'vitest'
import { ownDatabase } from '../../test/database.ts'
import { anAccount } from '../../test/factories/accounts.ts'
import { aPerson, aTerritory, inScope } from '../../test/factory.ts'
import { noServices, type Services, type Territory } from '../authz/ctx.ts'
import { newId } from '../kernel/ids.ts'
import { periodKey } from '../kernel/periods.ts'
import type { PersonId } from '../kernel/types.ts'
import type { Notice } from './kinds.ts'
import { type Telling, tell } from './tell.ts'

const base = ownDatabase()
let territory: Territory
let letters: Parameters<Services['mail']>[1][]
let telling: Telling
beforeEach(async () => {
  territory = { ...(await aTerritory(base.db, '2022-05-16')), demoToday: null }
  letters = []
  const services: Services = {
    ...noServices,
    mail: async (_tx, letter) => void letters.push(letter),
    origin: 'https://primer.ru',
    sendsMail: true,
  }
  telling = { territory, today: '2022-05-16', now: new Date('2022-05-16T05:00:00Z'), services, actor: null }
})

const returned = (personId: PersonId, subjectId: string): Notice => ({
  personId,
  kind: 'report.returned',
  subjectId,
  params: { site: 'Чебулинская СОШ', period: periodKey('2021/22'), remark: 'Нет выводов' },
})
const accepted = (personId: PersonId, subjectId: string): Notice => ({
  personId,
  kind: 'report.accepted',
  subjectId,
  params: { site: 'Чебулинская СОШ', period: periodKey('2021/22') },
})
const told = (notices: readonly Notice[], more: Partial<Telling> = {}) =>
  inScope(base.db, territory.id, (tx) => tell(tx, { ...telling, ...more }, notices))
const stored = async () =>
  (
    await base.adminPool.query<{ person_id: string; kind: string; on_day: string; mailed: boolean }>(
      'select person_id, kind, on_day, mailed_at is not null as mailed from notices where territory_id = $1 order by on_day, kind, person_id',
      [territory.id],
    )
  ).rows
const withAccount = async (email: string): Promise<PersonId> => {
  const personId = await aPerson(base.db, territory)
  await anAccount(base.db, email, [{ territory, personId }])
  return personId
}

test('one thing is told once a day, and again on another day', async () => {
  const [person, report] = [await aPerson(base.db, territory), newId()]
  await told([accepted(person, report), accepted(person, report)])
  await told([accepted(person, report)])
  await told([accepted(person, report)], { today: '2022-05-17' })
  expect(await stored()).toEqual([
    { person_id: person, kind: 'report.accepted', on_day: '2022-05-16', mailed: false },
    { person_id: person, kind: 'report.accepted', on_day: '2022-05-17', mailed: false },
  ])
})

test('nobody is told of their own deed', async () => {
  const [doer, other] = [await aPerson(base.db, territory), await aPerson(base.db, territory)]
  await told([accepted(doer, newId()), accepted(other, newId())], { actor: { personId: doer } })
  expect((await stored()).map((row) => row.person_id)).toEqual([other])
})

test('what cannot wait goes out as a letter, once, to people with an account', async () => {
  const [head, stranger, report] = [await withAccount('golova@primer.ru'), await aPerson(base.db, territory), newId()]
  await told([returned(head, report), returned(stranger, report), accepted(head, report)])
  await told([returned(head, report)])
  expect(letters).toEqual([
    {
      to: 'golova@primer.ru',
      subject: 'Вернули отчёт за 2021/22 учебный год',
      text: expect.stringContaining(`Нет выводов\nhttps://primer.ru/t/${territory.code}/reports/${report}`),
    },
  ])
  expect((await stored()).map(({ kind, mailed }) => `${kind} ${mailed}`).sort()).toEqual([
    'report.accepted false',
    'report.returned true',
    'report.returned true',
  ])
})

test('a demonstration writes no letters', async () => {
  const head = await withAccount('pokaz@primer.ru')
  await told([returned(head, newId())], { territory: { ...territory, demoToday: '2022-05-16' } })
  expect(letters).toEqual([])
  expect(await stored()).toHaveLength(1)
})

test('a thousand notices are stored in a few statements', async () => {
  const person = await aPerson(base.db, territory)
  await told(Array.from({ length: 1000 }, () => accepted(person, newId())))
  expect(await stored()).toHaveLength(1000)
})
