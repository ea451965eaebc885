import { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import {
  aDraft,
  aGrant,
  anOffice,
  aPoint,
  aSchool,
  aSigned,
  aSubmitted,
  done,
  type Office,
  theRegulationOrder,
} from '../../../test/factories/orders.ts'
import { accountOf, aPerson, inScope } from '../../../test/factory.ts'
import { shell } from '../../app/shell.tsx'
import { noServices } from '../../authz/ctx.ts'
import { instantOf } from '../../kernel/clock.ts'
import type { AccountId, OrderId, PersonId } from '../../kernel/types.ts'
import type { Effect } from '../../kit/order/effects.ts'
import { newFormKey } from '../../web/form-key.ts'
import { mount } from '../../web/serve.ts'
import { formTexts } from '../../web/texts.ts'
import { routes as publicRoutes } from '../public-orders/routes.tsx'
import { changeOrder } from './commands/change-order.ts'
import { publishOrder } from './commands/publish-order.ts'
import { routes } from './routes.tsx'
import { readFullOrder } from './store.ts'
import { ruleTexts } from './texts.ts'

const secret = 'a secret of at least thirty-two signs'
const database = ownDatabase()
let app: Hono
let office: Office
let methodistId: PersonId
let teacherId: PersonId

beforeAll(async () => {
  app = new Hono()
  mount(app, [...routes, ...publicRoutes], {
    db: database.db,
    readSession: async (headers) => {
      const who = headers.get('x-person')
      return who ? { sessionId: who, accountId: who as AccountId } : null
    },
    shell,
    ruleTexts: { ...formTexts, ...ruleTexts },
    services: noServices,
    secret,
    secureCookies: false,
    systemNow: () => instantOf('2026-01-01', '12:00:00', 'Europe/Moscow'),
    log: () => {},
  })
  office = await anOffice(database.db)
  await theRegulationOrder(office)
  methodistId = await aPerson(database.db, office.territory, { familyName: 'Методистова', roles: ['methodist'] })
  teacherId = await aPerson(database.db, office.territory, { familyName: 'Учителева' })
})

/** Gives a person an account, once. */
async function enter({ territory, db }: Office, personId: PersonId): Promise<void> {
  const born = new Date('2020-01-01T00:00:00Z')
  await inScope(db, territory.id, async (tx) => {
    await tx
      .insertInto('authUsers')
      .values({ id: accountOf(personId), name: 'Кто-то', email: `${personId}@primer.ru`, createdAt: born, updatedAt: born })
      .onConflict((on) => on.doNothing())
      .execute()
    await tx
      .insertInto('memberships')
      .values({ territoryId: territory.id, accountId: accountOf(personId), personId, createdAt: born })
      .onConflict((on) => on.doNothing())
      .execute()
  })
}

const at = (given: Office, path: string) => `/t/${given.territory.code}${path}`

async function open(personId: PersonId, path: string, given = office) {
  await enter(given, personId)
  const answer = await app.request(at(given, path), { headers: { 'x-person': personId } })
  return { status: answer.status, text: (await answer.text()).replaceAll('\u00a0', ' ') }
}

async function send(personId: PersonId, path: string, fields: Readonly<Record<string, string | readonly string[]>>) {
  await enter(office, personId)
  const body = new FormData()
  body.append('_key', newFormKey(secret, personId))
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one as string)
  const answer = await app.request(at(office, path), { method: 'POST', headers: { 'x-person': personId }, body })
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    text: (await answer.text()).replaceAll('\u00a0', ' '),
  }
}

const stored = (id: OrderId) =>
  inScope(database.db, office.territory.id, async (tx) => (await readFullOrder(tx, office.official, id))!)

const written = {
  base: '2',
  intent: 'save',
  title: 'О стажировках',
  preamble: 'Чтобы учиться',
  acquaintance: 'assignees',
  'points.0.text': 'Провести встречу.',
  'points.0.level': '1',
}

describe('the draft', () => {
  test('every template opens and says what it is for', async () => {
    const list = await open(office.officialId, '/orders/new')
    expect(list.status).toBe(200)
    const codes = [...list.text.matchAll(/template=(\w+)/g)].map((found) => found[1]!)
    expect(codes).toContain('designateSites')
    for (const code of codes) {
      const page = await open(office.officialId, `/orders/new?template=${code}`)
      expect(page.status).toBe(200)
      expect(page.text).toContain('Создать черновик')
    }
  })

  test('a template writes a draft from organisations typed by name', async () => {
    const school = await aSchool(office, 'Школа Полевая')
    const made = await send(office.officialId, '/orders', {
      templateCode: 'designateSites',
      'organisationNames.0': 'школа поле',
      theme: 'Урок вместе',
    })
    expect(made.status).toBe(303)
    const id = /orders\/([0-9a-f-]+)\/edit/.exec(made.location!)![1] as OrderId
    const { points } = await stored(id)
    expect(points[0]!.effects).toMatchObject([{ kind: 'grantStatus', organisationIds: [school.id], theme: 'Урок вместе' }])
    const edit = await open(office.officialId, `/orders/${id}/edit`)
    expect(edit.text).toContain('Школа Полевая')
    const page = await open(office.officialId, `/orders/${id}`)
    expect(page.text).toContain('Что изменится при подписании')
    expect(page.text).toContain('статуса не было')
  })

  test('without an organisation the template is asked again, with what was typed', async () => {
    const again = await send(office.officialId, '/orders', { templateCode: 'designateSites', theme: 'Урок вместе' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Выберите организации')
    expect(again.text).toContain('Урок вместе')
  })

  test('what is typed is kept when something is wrong, and named at its field', async () => {
    const id = await aDraft(office, [aPoint()])
    const again = await send(office.officialId, `/orders/${id}/edit`, {
      ...written,
      'points.0.dueOn': '31.02.2021',
      'points.0.assigneeNames.0': 'Никто Никтоевич',
    })
    expect(again.status).toBe(422)
    expect(again.text).toContain('такой даты нет')
    expect(again.text).toContain('31.02.2021')
    expect(again.text).toContain('Провести встречу.')
    const unknown = await send(office.officialId, `/orders/${id}/edit`, {
      ...written,
      'points.0.assigneeNames.0': 'Никто Никтоевич',
    })
    expect(unknown.status).toBe(422)
    expect(unknown.text).toContain('«Никто Никтоевич» нет в списке')
    expect(unknown.text).toContain('href="#f-points-0-assigneeNames"')
    expect((await stored(id)).order.title).not.toBe('О стажировках')
  })

  test('saves points, assignees by name, days and changes', async () => {
    const school = await aSchool(office, 'Школа Лесная')
    const id = await aDraft(office, [aPoint()])
    const saved = await send(office.officialId, `/orders/${id}/edit`, {
      ...written,
      signatoryId: office.signatoryId,
      controllerName: 'Методистова',
      'points.0.effects.0.kind': 'grantStatus',
      'points.0.effects.0.siteId': '019341aa-0000-7000-8000-000000000001',
      'points.0.effects.0.organisationIds[]': [school.id],
      'points.0.effects.0.theme': 'Тема',
      'points.0.effects.0.from': '28.01.2021',
      'points.0.effects.0.to': '31.08.2023',
      'points.1.text': 'подготовить план',
      'points.1.level': '2',
      'points.1.assigneeNames.0': 'Учителева',
      'points.1.dueOn': '15.06.2021',
    })
    expect(saved.status).toBe(303)
    const { order, points } = await stored(id)
    expect(order).toMatchObject({ title: 'О стажировках', controllerId: methodistId })
    expect(points.map((point) => point.number)).toEqual(['1', '1.1'])
    expect(points[1]).toMatchObject({ isTask: true, assigneeIds: [teacherId], dueOn: '2021-06-15' })
    expect(points[0]!.effects[0]).toMatchObject({ kind: 'grantStatus', leadOrganisationId: school.id })
  })

  test('a button over rows changes the form alone and keeps the text', async () => {
    const id = await aDraft(office, [aPoint()])
    const { 'points.0.text': _, ...rest } = written
    const shown = await send(office.officialId, `/orders/${id}/edit`, {
      ...rest,
      'points.0.text': 'Мой текст',
      change: 'point:add',
    })
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Мой текст')
    expect(shown.text).toContain('name="points.1.text"')
    const effect = await send(office.officialId, `/orders/${id}/edit`, {
      ...written,
      'points.0.newEffect': 'extendStatus',
      change: 'effect:add:0',
    })
    expect(effect.text).toContain('name="points.0.effects.0.to"')
    expect((await stored(id)).points).toHaveLength(1)
  })

  test('two editors: the second sees both versions and keeps theirs in the fields', async () => {
    const id = await aDraft(office, [aPoint()])
    const { order, points } = await stored(id)
    const content = { ...order, title: 'Чужой заголовок', points }
    const { title, preamble, appendices, signatoryId, controllerId, acquaintance, publishOnSigning } = content
    done(
      await changeOrder(office.official, {
        orderId: id,
        version: 2,
        content: { title, preamble, appendices, signatoryId, controllerId, acquaintance, publishOnSigning, points },
      }),
    )
    const conflict = await send(office.officialId, `/orders/${id}/edit`, written)
    expect(conflict.status).toBe(409)
    expect(conflict.text).toContain('Чужой заголовок')
    expect(conflict.text).toContain('value="О стажировках"')
    expect(conflict.text).toContain('name="base" value="3"')
  })
})

test('schools are attached to a site of the register: its own name stands in the appendix', async () => {
  const host = await aSchool(office, 'Школа Опорная')
  const grant = aGrant(host.id)
  await aSigned(office, [aPoint([grant])])
  await aSchool(office, 'Школа Дальняя')
  const made = await send(office.officialId, '/orders', {
    templateCode: 'attachSchools',
    siteId: grant.siteId,
    'organisationNames.0': 'Школа Дальняя',
  })
  expect(made.status).toBe(303)
  const page = await open(office.officialId, made.location!.replace(at(office, ''), '').replace('/edit', ''))
  expect(page.text).toContain('>Школа Опорная<')
  expect(page.text).toContain('>Школа Дальняя<')
})

describe('signing', () => {
  const form = { numbering: 'next', number: '', effectiveOn: '', read: 'yes', _version: '3' }

  test('the signatory reads the changes, gives a number of the journal and signs', async () => {
    const id = await aSubmitted(office, [aPoint()])
    const page = await open(office.signatoryId, `/orders/${id}`)
    expect(page.text).toContain('Подписать приказ')
    const unread = await send(office.signatoryId, `/orders/${id}/signatures`, { ...form, read: '' })
    expect(unread.status).toBe(422)
    expect(unread.text).toContain('Отметьте, что изменения прочитаны')
    const noNumber = await send(office.signatoryId, `/orders/${id}/signatures`, { ...form, numbering: 'journal' })
    expect(noNumber.status).toBe(422)
    const signed = await send(office.signatoryId, `/orders/${id}/signatures`, { ...form, numbering: 'journal', number: '77' })
    expect(signed.status).toBe(303)
    const after = await open(teacherId, `/orders/${id}`)
    expect(after.status).toBe(200)
    expect(after.text).toContain('№ 77-о')
    expect(after.text).toContain('Действует')
    expect(after.text).not.toContain('Подписать приказ')
  })

  test('whoever prepared it takes it back with one button', async () => {
    const id = await aSubmitted(office, [aPoint()])
    expect((await open(methodistId, `/orders/${id}`)).text).not.toContain('Отозвать и править')
    expect((await open(office.officialId, `/orders/${id}`)).text).toContain('Отозвать и править')
    expect((await send(methodistId, `/orders/${id}/withdrawals`, { _version: '3' })).status).toBe(403)
    expect((await send(office.officialId, `/orders/${id}/withdrawals`, { _version: '3' })).status).toBe(303)
    expect((await open(office.officialId, `/orders/${id}`)).text).toContain('Отправить на подпись')
  })

  test('a methodist sees the draft but neither the button nor the right to sign', async () => {
    const id = await aSubmitted(office, [aPoint()])
    const page = await open(methodistId, `/orders/${id}`)
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('Подписать приказ')
    expect((await send(methodistId, `/orders/${id}/signatures`, form)).status).toBe(403)
  })

  test('a teacher does not learn that a draft exists', async () => {
    const id = await aDraft(office, [aPoint()])
    expect((await open(teacherId, `/orders/${id}`)).status).toBe(404)
    expect((await open(teacherId, `/orders/${id}/edit`)).status).toBe(404)
    expect((await open(teacherId, '/orders')).text).not.toContain('Подготовить приказ')
  })

  test('a person of another territory finds nothing', async () => {
    const id = await aSigned(office, [aPoint()])
    const other = await anOffice(database.db)
    const answer = await open(other.officialId, `/orders/${id}`, other)
    expect(answer.status).toBe(404)
    await enter(other, other.officialId)
    const foreign = await app.request(at(office, `/orders/${id}`), { headers: { 'x-person': other.officialId } })
    expect(foreign.status).toBe(404)
  })

  test('a remark sends the order back to the one who prepares it', async () => {
    const id = await aSubmitted(office, [aPoint()])
    expect((await send(office.signatoryId, `/orders/${id}/send-backs`, { remark: ' ' })).status).toBe(422)
    const back = await send(office.signatoryId, `/orders/${id}/send-backs`, { remark: 'Допишите срок' })
    expect(back.status).toBe(303)
    expect((await open(office.officialId, `/orders/${id}`)).text).toContain('Допишите срок')
  })
})

describe('after signing', () => {
  test('a task is reported, returned, reported again and accepted; control and the sheet show it', async () => {
    const id = await aSigned(office, [aPoint([], { isTask: true, assigneeIds: [teacherId], dueOn: '2021-06-15' })])
    const line = await inScope(database.db, office.territory.id, (tx) =>
      tx.selectFrom('assignments').select('id').where('orderId', '=', id).executeTakeFirstOrThrow(),
    )
    const path = `/assignments/${line.id}`
    expect((await open(teacherId, path)).text).toContain('Отправить отчёт')
    expect((await send(methodistId, `${path}/reports`, { note: 'Чужое' })).status).toBe(403)
    expect((await send(teacherId, `${path}/reports`, { note: '' })).status).toBe(422)
    expect((await send(teacherId, `${path}/reports`, { note: 'Провели' })).status).toBe(303)
    const noRemark = await send(office.signatoryId, `${path}/decisions`, { outcome: 'return', remark: '' })
    expect(noRemark.status).toBe(422)
    expect((await send(office.signatoryId, `${path}/decisions`, { outcome: 'return', remark: 'Приложите список' })).status).toBe(
      303,
    )
    expect((await open(teacherId, path)).text).toContain('Приложите список')
    expect((await send(teacherId, `${path}/reports`, { note: 'Приложили' })).status).toBe(303)
    expect((await send(office.signatoryId, `${path}/decisions`, { outcome: 'accept', remark: '' })).status).toBe(303)
    const control = await open(office.officialId, `/orders/${id}/control`)
    expect(control.text).toContain('Принято')
    expect(control.text).toContain('Приложили')
    expect((await open(teacherId, `/orders/${id}/control`)).status).toBe(403)
    expect((await open(office.officialId, `/orders/${id}/acquaintance`)).text).toContain('Ещё не прочёл')
    expect((await send(teacherId, `/orders/${id}/acquaintance`, {})).status).toBe(303)
    expect((await open(office.officialId, `/orders/${id}/acquaintance`)).text).toContain('Ознакомлен 28.01.2021')
  })

  test('a published order names no school that needs support', async () => {
    const host = await aSchool(office, 'Школа-площадка')
    const weak = await aSchool(office, 'Школа Секретная')
    const grant = aGrant(host.id)
    const attach: Effect = {
      kind: 'attachOrganisations',
      siteId: grant.siteId,
      organisationIds: [weak.id],
      from: '2021-01-28',
      to: '2023-08-31',
    }
    const id = await aSigned(office, [aPoint([grant]), aPoint([attach])], {
      appendices: [{ title: 'Список сетевого партнёрства', content: 'attachments' }],
    })
    const path = `/orders/${office.territory.code}/${id}`
    expect((await app.request(path)).status).toBe(404)
    const before = await open(office.officialId, `/orders/${id}/public-form`)
    expect(before.text).toContain('размещается без перечня')
    expect(before.text).not.toContain('>Школа Секретная<')
    expect((await open(teacherId, `/orders/${id}/public-form`)).status).toBe(403)
    done(await publishOrder(office.official, { orderId: id }))
    const page = await (await app.request(path)).text()
    expect(page).toContain('Список сетевого партнёрства')
    expect(page).toContain('размещается без перечня')
    expect(page).not.toContain('Секретная')
    expect(page).not.toContain('низкими')
    const list = await (await app.request('/orders?q=сделали')).text()
    expect(list).toContain('О стажировочных площадках')
    // Inside, the list is for the office and for those whom the order is addressed to.
    expect((await open(methodistId, `/orders/${id}`)).text).toContain('>Школа Секретная<')
    expect((await open(weak.headId, `/orders/${id}`)).text).toContain('>Школа Секретная<')
    expect((await open(teacherId, `/orders/${id}`)).text).not.toContain('>Школа Секретная<')
    const file = await app.request(`${path}/document/docx`)
    expect(file.headers.get('content-disposition')).toContain('attachment')
  })
})
