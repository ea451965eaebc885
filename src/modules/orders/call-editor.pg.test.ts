// Proves R-34.
import { beforeAll, describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aCall, anOfficeWithCalls, anOpenedCall } from '../../../test/factories/calls.ts'
import { aDraft, aPoint, done, type Office } from '../../../test/factories/orders.ts'
import { inScope } from '../../../test/factory.ts'
import { allRules } from '../../kernel/result.ts'
import type { OrderId } from '../../kernel/types.ts'
import { submitOrder } from './commands/move-order.ts'
import { signOrder } from './commands/sign-order.ts'
import { effectsOf } from './model.ts'
import { readFullOrder, readPoints } from './store.ts'

const database = ownDatabase()
const { as } = aClient(database)
let office: Office

beforeAll(async () => {
  office = await anOfficeWithCalls(database.db)
})

const official = () => as(office.officialId)

const effectsIn = (id: OrderId) =>
  inScope(database.db, office.territory.id, async (tx) =>
    effectsOf((await readFullOrder(tx, office.official, id))!.points).map(({ effect }) => effect),
  )

/** The fields of a draft with a call, as the editor sends them. */
const typed = (more: Readonly<Record<string, string | readonly string[]>> = {}) => {
  const name = 'points.0.effects.0'
  const call: Record<string, string | readonly string[]> = {
    kind: 'openCall',
    callId: aCall().callId,
    title: 'Приём осени',
    opensOn: '05.09.2021',
    opensAt: '9',
    closesOn: '15.10.2021',
    closesAt: '23.59',
    'initiators[]': ['organisation'],
    directions: 'Наставничество;\n\n Урок вместе',
    contingent: 'педагоги',
    places: '',
    expertsPerApplication: '2',
    reviewDueOn: '',
    spreadLimit: '30',
    'criteria.0.code': 'note',
    'criteria.0.title': 'Пояснительная записка',
    'criteria.0.weight': '2',
    'criteria.0.levels': '2 — полностью\n0 - нет',
    ...more,
  }
  return {
    base: '2',
    intent: 'save',
    title: 'О приёме заявок',
    preamble: 'В соответствии с Положением',
    acquaintance: 'assignees',
    'points.0.text': 'Объявить приём.',
    'points.0.level': '1',
    ...Object.fromEntries(Object.entries(call).map(([last, value]) => [`${name}.${last}`, value])),
  }
}

describe('a call in the editor of an order', () => {
  test('the template opens with a month, criteria and an appendix of them', async () => {
    const made = await official().post('/orders', { templateCode: 'openCall' })
    expect(made.status).toBe(303)
    const id = /orders\/([0-9a-f-]+)\/edit/.exec(made.to!)![1] as OrderId
    expect(await effectsIn(id)).toMatchObject([
      {
        kind: 'openCall',
        opensOn: '2021-09-02',
        opensAt: '09:00',
        closesOn: '2021-10-02',
        closesAt: '18:00',
        initiators: ['organisation'],
      },
    ])
    const page = await official().get(`/orders/${id}`)
    expect(page.text).toContain(
      'Объявить приём заявок «Приём заявок 2021 года» на присвоение статуса региональной стажировочной площадки с 09:00 2 сентября 2021 г.',
    )
    expect(page.text).toContain('Критерии экспертизы программ')
    expect(page.text).not.toContain('Подписать пока нельзя')
  })

  test('hours as people write them, lines and levels are read', async () => {
    const id = await aDraft(office, [aPoint()])
    expect((await official().post(`/orders/${id}/edit`, typed())).status).toBe(303)
    expect(await effectsIn(id)).toMatchObject([
      {
        opensAt: '09:00',
        closesAt: '23:59',
        directions: ['Наставничество', 'Урок вместе'],
        places: null,
        criteria: [
          {
            levels: [
              { points: 0, text: 'нет' },
              { points: 2, text: 'полностью' },
            ],
          },
        ],
      },
    ])
    const edit = await official().get(`/orders/${id}/edit`)
    expect(edit.text).toContain('0 — нет\n2 — полностью')
    expect(edit.text).toContain('Наставничество\nУрок вместе')
  })

  test('a text that was made under a former name of a school is not taken for one by hand', async () => {
    const id = await aDraft(office, [aPoint()])
    const more = { signatoryId: office.signatoryId, 'points.0.text': '' }
    await official().post(`/orders/${id}/edit`, { ...typed(), ...more })
    const text = async () =>
      (await inScope(database.db, office.territory.id, (tx) => readPoints(tx, office.official, id)))[0]!.text
    const made = await text()
    const former = 'Объявить приём для Прежней школы.'
    await database.adminPool.query('update order_points set text = $2, made_text = $2 where order_id = $1', [id, former])
    const again = { ...typed(), ...more, base: '3', 'points.0.text': former }
    expect((await official().post(`/orders/${id}/edit`, again)).status).toBe(303)
    expect(await text()).toBe(made)
  })

  test('the text of the point follows the fields; one by hand that says another hour is shown and cannot be signed', async () => {
    const id = await aDraft(office, [aPoint()])
    const more = { signatoryId: office.signatoryId, 'points.0.text': '' }
    expect((await official().post(`/orders/${id}/edit`, { ...typed(), ...more })).status).toBe(303)
    const text = async () =>
      (await inScope(database.db, office.territory.id, (tx) => readPoints(tx, office.official, id)))[0]!.text
    const made = await text()
    expect(made).toContain('до 23:59 15 октября 2021 г.')
    const moved = typed({ closesAt: '18:00', closesOn: '16.10.2021' })
    expect((await official().post(`/orders/${id}/edit`, { ...moved, ...more, base: '3', 'points.0.text': made })).status).toBe(
      303,
    )
    expect(await text()).toBe(made.replace('23:59 15 октября', '18:00 16 октября'))
    expect((await official().get(`/orders/${id}/edit`)).text).not.toContain('Из полей получается так')

    expect((await official().post(`/orders/${id}/edit`, { ...moved, ...more, base: '4', 'points.0.text': made })).status).toBe(
      303,
    )
    expect(await text()).toBe(made)
    const edit = (await official().get(`/orders/${id}/edit`)).text
    expect(edit).toContain('В тексте — 15 октября 2021, в полях изменения — 16 октября 2021.')
    expect(edit).toContain('Из полей получается так')
    expect((await official().get(`/orders/${id}`)).text).toContain('П. 1: в тексте — 15 октября 2021')
    done(await submitOrder(office.official, { orderId: id, version: 5 }))
    const refused = await signOrder(office.signatory, { orderId: id, version: 6, number: null, effectiveOn: null })
    expect((refused.ok ? [] : allRules(refused.refusal)).map(({ rule }) => rule)).toEqual(['order.textSaysOther'])
  })

  test('what is wrong is named at its field, and all that was typed stays', async () => {
    const id = await aDraft(office, [aPoint()])
    const wrong = {
      opensAt: '25:00',
      closesOn: '31.11.2021',
      'criteria.0.levels': '0 — нет\nпочти да',
      'criteria.0.weight': 'два',
      'initiators[]': [],
    }
    const again = await official().post(`/orders/${id}/edit`, typed(wrong))
    expect(again.status).toBe(422)
    for (const said of [
      'Время начала приёма: напишите часы и минуты, например 09:00',
      'Конец приёма: такой даты нет',
      'Строка 2: начните с числа баллов',
      'Вес: напишите целое число от 0 до 100',
      'Отметьте, кто подаёт заявку',
    ])
      expect(again.text).toContain(said)
    for (const kept of ['25:00', '31.11.2021', 'почти да', 'value="два"', 'Приём осени', 'Урок вместе'])
      expect(again.text).toContain(kept)
    expect(again.text).toContain('href="#f-points-0-effects-0-criteria-0-levels"')
    expect(await effectsIn(id)).toEqual([])
  })

  test('buttons add and remove criteria, change nothing else and save nothing', async () => {
    const id = await aDraft(office, [aPoint()])
    const added = await official().post(`/orders/${id}/edit`, { ...typed(), change: 'criterion:add:0:0' })
    expect(added.status).toBe(200)
    expect(added.text).toContain('Уровни критерия 2')
    expect(added.text).toContain('2 — полностью\n0 - нет')
    const removed = await official().post(`/orders/${id}/edit`, { ...typed(), change: 'criterion:remove:0:0:0' })
    expect(removed.text).not.toContain('Уровни критерия 1')
    expect(removed.text).toContain('Приём осени')
    expect(await effectsIn(id)).toEqual([])
  })

  test('a change chosen by hand begins with an id of its own', async () => {
    const id = await aDraft(office, [aPoint()])
    const { text } = await official().post(`/orders/${id}/edit`, {
      base: '2',
      'points.0.text': 'Объявить приём.',
      'points.0.newEffect': 'openCall',
      change: 'effect:add:0',
    })
    expect(text).toMatch(/name="points\.0\.effects\.0\.callId" value="[0-9a-f-]{36}"/)
  })
})

describe('the pages of a call', () => {
  test('the office sees what stands, and a prolongation begins from it', async () => {
    const { callId } = await anOpenedCall(office, { title: 'Приём для страницы' })
    const page = await official().get(`/calls/${callId}`)
    expect(page.text).toContain('до 18:00 1 октября 2021 г. по московскому времени')
    expect(page.text).toContain('осталось 30 дней')
    expect(page.text).toContain('Что дальше и от кого')
    expect(page.text).toContain('Подготовить продление')
    expect(page.text).not.toContain('Подать заявку')
    expect((await official().get('/calls')).text).toContain('Приём для страницы')
    const made = await official().post('/orders', { templateCode: 'extendCall', callId, to: '15.10.2021' })
    const id = /orders\/([0-9a-f-]+)\/edit/.exec(made.to!)![1] as OrderId
    expect(await effectsIn(id)).toEqual([
      { kind: 'extendCall', callId, closesOn: '2021-10-15', closesAt: '18:00', reviewDueOn: null },
    ])
  })

  test('anyone reads it without an account; nobody is named', async () => {
    const { callId } = await anOpenedCall(office, { title: 'Приём для всех' })
    const page = await as(null).get(`/calls/${office.territory.code}/${callId}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('18:00 1 октября 2021 г. по московскому времени')
    expect(page.text).toContain('0 — нет')
    expect(page.text).not.toContain('Главная')
    expect((await as(null).get('/calls?state=now')).text).toContain('Приём для всех')
    expect((await as(null).get('/calls?state=closed')).text).not.toContain('Приём для всех')
    const { calls } = JSON.parse((await as(null).get('/calls.json')).text)
    expect(calls.find((one: { id: string }) => one.id === callId)).toMatchObject({
      state: 'open',
      closesAt: expect.stringMatching(/Z$/),
    })
    expect((await as(null).get(`/calls/luga/${callId}`)).status).toBe(404)
  })
})
