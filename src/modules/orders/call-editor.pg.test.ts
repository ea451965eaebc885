// Proves R-34.
import { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { aCall, anOfficeWithCalls, anOpenedCall } from '../../../test/factories/calls.ts'
import { aDraft, aPoint, done, type Office } from '../../../test/factories/orders.ts'
import { accountOf, inScope } from '../../../test/factory.ts'
import { shell } from '../../app/shell.tsx'
import { noServices } from '../../authz/ctx.ts'
import { instantOf } from '../../kernel/clock.ts'
import { allRules } from '../../kernel/result.ts'
import type { AccountId, OrderId } from '../../kernel/types.ts'
import { routes, ruleTexts } from '../../kit/install.ts'
import { newFormKey } from '../../web/form-key.ts'
import { mount } from '../../web/serve.ts'
import { signOrder } from './commands/sign-order.ts'
import { submitOrder } from './commands/submit-order.ts'
import { effectsOf } from './model.ts'
import { readFullOrder, readPoints } from './store.ts'

const secret = 'a secret of at least thirty-two signs'
const database = ownDatabase()
let app: Hono
let office: Office

beforeAll(async () => {
  app = new Hono()
  mount(app, routes(), {
    db: database.db,
    readSession: async (headers) => {
      const who = headers.get('x-person')
      return who ? { sessionId: who, accountId: who as AccountId } : null
    },
    shell,
    ruleTexts: ruleTexts(),
    services: noServices,
    secret,
    secureCookies: false,
    systemNow: () => instantOf('2026-01-01', '12:00:00', 'Europe/Moscow'),
    log: () => {},
  })
  office = await anOfficeWithCalls(database.db)
  const born = new Date('2020-01-01T00:00:00Z')
  const { territory, officialId: id } = office
  await inScope(database.db, territory.id, async (tx) => {
    await tx
      .insertInto('authUsers')
      .values({ id: accountOf(id), name: 'Кто-то', email: 'kto@primer.ru', createdAt: born, updatedAt: born })
      .execute()
    await tx
      .insertInto('memberships')
      .values({ territoryId: territory.id, accountId: accountOf(id), personId: id, createdAt: born })
      .execute()
  })
})

const at = (path: string) => `/t/${office.territory.code}${path}`
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

async function open(path: string, who: string | null = office.officialId) {
  const answer = await app.request(path, who ? { headers: { 'x-person': who } } : {})
  return { status: answer.status, text: plain(await answer.text()) }
}

async function send(path: string, fields: Readonly<Record<string, string | readonly string[]>>) {
  const body = new FormData()
  body.append('_key', newFormKey(secret, office.officialId))
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one as string)
  const answer = await app.request(at(path), { method: 'POST', headers: { 'x-person': office.officialId }, body })
  return { status: answer.status, location: answer.headers.get('location'), text: plain(await answer.text()) }
}

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
    const made = await send('/orders', { templateCode: 'openCall' })
    expect(made.status).toBe(303)
    const id = /orders\/([0-9a-f-]+)\/edit/.exec(made.location!)![1] as OrderId
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
    const page = await open(at(`/orders/${id}`))
    expect(page.text).toContain(
      'Объявить приём заявок «Приём заявок 2021 года» на присвоение статуса региональной стажировочной площадки с 09:00 2 сентября 2021 г.',
    )
    expect(page.text).toContain('Критерии экспертизы программ')
    expect(page.text).not.toContain('Подписать пока нельзя')
  })

  test('hours as people write them, lines and levels are read', async () => {
    const id = await aDraft(office, [aPoint()])
    expect((await send(`/orders/${id}/edit`, typed())).status).toBe(303)
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
    const edit = await open(at(`/orders/${id}/edit`))
    expect(edit.text).toContain('0 — нет\n2 — полностью')
    expect(edit.text).toContain('Наставничество\nУрок вместе')
  })

  test('the text of the point follows the fields; one by hand that says another hour is shown and cannot be signed', async () => {
    const id = await aDraft(office, [aPoint()])
    const more = { signatoryId: office.signatoryId, 'points.0.text': '' }
    expect((await send(`/orders/${id}/edit`, { ...typed(), ...more })).status).toBe(303)
    const text = async () =>
      (await inScope(database.db, office.territory.id, (tx) => readPoints(tx, office.official, id)))[0]!.text
    const made = await text()
    expect(made).toContain('до 23:59 15 октября 2021 г.')
    const moved = typed({ closesAt: '18:00', closesOn: '16.10.2021' })
    expect((await send(`/orders/${id}/edit`, { ...moved, ...more, base: '3', 'points.0.text': made })).status).toBe(303)
    expect(await text()).toBe(made.replace('23:59 15 октября', '18:00 16 октября'))
    expect((await open(at(`/orders/${id}/edit`))).text).not.toContain('Из полей получается так')

    expect((await send(`/orders/${id}/edit`, { ...moved, ...more, base: '4', 'points.0.text': made })).status).toBe(303)
    expect(await text()).toBe(made)
    const edit = (await open(at(`/orders/${id}/edit`))).text
    expect(edit).toContain('В тексте — 15 октября 2021, в полях изменения — 16 октября 2021.')
    expect(edit).toContain('Из полей получается так')
    expect((await open(at(`/orders/${id}`))).text).toContain('П. 1: в тексте — 15 октября 2021')
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
    const again = await send(`/orders/${id}/edit`, typed(wrong))
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
    const added = await send(`/orders/${id}/edit`, { ...typed(), change: 'criterion:add:0:0' })
    expect(added.status).toBe(200)
    expect(added.text).toContain('Уровни критерия 2')
    expect(added.text).toContain('2 — полностью\n0 - нет')
    const removed = await send(`/orders/${id}/edit`, { ...typed(), change: 'criterion:remove:0:0:0' })
    expect(removed.text).not.toContain('Уровни критерия 1')
    expect(removed.text).toContain('Приём осени')
    expect(await effectsIn(id)).toEqual([])
  })

  test('a change chosen by hand begins with an id of its own', async () => {
    const id = await aDraft(office, [aPoint()])
    const { text } = await send(`/orders/${id}/edit`, {
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
    const page = await open(at(`/calls/${callId}`))
    expect(page.text).toContain('до 18:00 1 октября 2021 г. по московскому времени')
    expect(page.text).toContain('осталось 30 дней')
    expect(page.text).toContain('Что дальше и от кого')
    expect(page.text).toContain('Подготовить продление')
    expect(page.text).not.toContain('Подать заявку')
    expect((await open(at('/calls'))).text).toContain('Приём для страницы')
    const made = await send('/orders', { templateCode: 'extendCall', callId, to: '15.10.2021' })
    const id = /orders\/([0-9a-f-]+)\/edit/.exec(made.location!)![1] as OrderId
    expect(await effectsIn(id)).toEqual([
      { kind: 'extendCall', callId, closesOn: '2021-10-15', closesAt: '18:00', reviewDueOn: null },
    ])
  })

  test('anyone reads it without an account; nobody is named', async () => {
    const { callId } = await anOpenedCall(office, { title: 'Приём для всех' })
    const page = await open(`/calls/${office.territory.code}/${callId}`, null)
    expect(page.status).toBe(200)
    expect(page.text).toContain('18:00 1 октября 2021 г. по московскому времени')
    expect(page.text).toContain('0 — нет')
    expect(page.text).not.toContain('Главная')
    expect((await open('/calls?state=now', null)).text).toContain('Приём для всех')
    expect((await open('/calls?state=closed', null)).text).not.toContain('Приём для всех')
    const { calls } = JSON.parse((await open('/calls.json', null)).text)
    expect(calls.find((one: { id: string }) => one.id === callId)).toMatchObject({
      state: 'open',
      closesAt: expect.stringMatching(/Z$/),
    })
    expect((await open(`/calls/luga/${callId}`, null)).status).toBe(404)
  })
})
