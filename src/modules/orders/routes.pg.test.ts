import { beforeAll, describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
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
import { aPerson, inScope } from '../../../test/factory.ts'
import { noServices } from '../../authz/ctx.ts'
import { noSecondFactor, type SecondFactor } from '../../authz/second-factor.ts'
import { ok, refuseRule } from '../../kernel/result.ts'
import type { OrderId, PersonId } from '../../kernel/types.ts'
import type { Effect } from '../../kit/order/effects.ts'
import { changeOrder } from './commands/change-order.ts'
import { publishOrder } from './commands/move-order.ts'
import { readFullOrder } from './store.ts'

const database = ownDatabase()
const { as } = aClient(database)
let office: Office
let methodistId: PersonId
let teacherId: PersonId

beforeAll(async () => {
  office = await anOffice(database.db)
  await theRegulationOrder(office)
  methodistId = await aPerson(database.db, office.territory, { familyName: 'Методистова', roles: ['methodist'] })
  teacherId = await aPerson(database.db, office.territory, { familyName: 'Учителева' })
})

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
    const list = await as(office.officialId).get('/orders/new')
    expect(list.status).toBe(200)
    const codes = [...list.text.matchAll(/template=(\w+)/g)].map((found) => found[1]!)
    expect(codes).toContain('designateSites')
    for (const code of codes) {
      const page = await as(office.officialId).get(`/orders/new?template=${code}`)
      expect(page.status).toBe(200)
      expect(page.text).toContain('Создать черновик')
    }
  })

  test('a template writes a draft from organisations typed by name', async () => {
    const school = await aSchool(office, 'Школа Полевая')
    const made = await as(office.officialId).post('/orders', {
      templateCode: 'designateSites',
      'organisationNames.0': 'школа поле',
      theme: 'Урок вместе',
    })
    expect(made.status).toBe(303)
    const id = /orders\/([0-9a-f-]+)\/edit/.exec(made.to!)![1] as OrderId
    const { points } = await stored(id)
    expect(points[0]!.effects).toMatchObject([{ kind: 'grantStatus', organisationIds: [school.id], theme: 'Урок вместе' }])
    const edit = await as(office.officialId).get(`/orders/${id}/edit`)
    expect(edit.text).toContain('Школа Полевая')
    const page = await as(office.officialId).get(`/orders/${id}`)
    expect(page.text).toContain('Что изменится при подписании')
    expect(page.text).toContain('статуса не было')
  })

  test('without an organisation the template is asked again, with what was typed', async () => {
    const again = await as(office.officialId).post('/orders', { templateCode: 'designateSites', theme: 'Урок вместе' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Выберите организации')
    expect(again.text).toContain('Урок вместе')
  })

  test('what is typed is kept when something is wrong, and named at its field', async () => {
    const id = await aDraft(office, [aPoint()])
    const again = await as(office.officialId).post(`/orders/${id}/edit`, {
      ...written,
      'points.0.dueOn': '31.02.2021',
      'points.0.assigneeNames.0': 'Никто Никтоевич',
    })
    expect(again.status).toBe(422)
    expect(again.text).toContain('такой даты нет')
    expect(again.text).toContain('31.02.2021')
    expect(again.text).toContain('Провести встречу.')
    const unknown = await as(office.officialId).post(`/orders/${id}/edit`, {
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
    const saved = await as(office.officialId).post(`/orders/${id}/edit`, {
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
    const shown = await as(office.officialId).post(`/orders/${id}/edit`, {
      ...rest,
      'points.0.text': 'Мой текст',
      change: 'point:add',
    })
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Мой текст')
    expect(shown.text).toContain('name="points.1.text"')
    const effect = await as(office.officialId).post(`/orders/${id}/edit`, {
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
    const conflict = await as(office.officialId).post(`/orders/${id}/edit`, written)
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
  const made = await as(office.officialId).post('/orders', {
    templateCode: 'attachSchools',
    siteId: grant.siteId,
    'organisationNames.0': 'Школа Дальняя',
  })
  expect(made.status).toBe(303)
  const page = await as(office.officialId).get(made.to!.replace('/edit', ''))
  expect(page.text).toContain('>Школа Опорная<')
  expect(page.text).toContain('>Школа Дальняя<')
})

describe('signing', () => {
  const form = { numbering: 'next', number: '', effectiveOn: '', read: 'yes', _version: '3' }

  test('the signatory reads the changes, gives a number of the journal and signs', async () => {
    const id = await aSubmitted(office, [aPoint()])
    const page = await as(office.signatoryId).get(`/orders/${id}`)
    expect(page.text).toContain('Подписать приказ')
    const unread = await as(office.signatoryId).post(`/orders/${id}/signatures`, { ...form, read: '' })
    expect(unread.status).toBe(422)
    expect(unread.text).toContain('Отметьте, что изменения прочитаны')
    const noNumber = await as(office.signatoryId).post(`/orders/${id}/signatures`, { ...form, numbering: 'journal' })
    expect(noNumber.status).toBe(422)
    const signed = await as(office.signatoryId).post(`/orders/${id}/signatures`, { ...form, numbering: 'journal', number: '77' })
    expect(signed.status).toBe(303)
    const after = await as(teacherId).get(`/orders/${id}`)
    expect(after.status).toBe(200)
    expect(after.text).toContain('№ 77-о')
    expect(after.text).toContain('Действует')
    expect(after.text).not.toContain('Подписать приказ')
  })

  test('whoever has a second factor shows a code, and what was typed stays while it is wrong', async () => {
    const secondFactor: SecondFactor = {
      isDemanded: false,
      stateOf: async () => 'on',
      guarding: ({ code }, act) =>
        act(async () => (code === '123 456' ? ok(null) : refuseRule('account.codeWrong', { field: 'code' }))),
    }
    const signatory = aClient(database, { services: { ...noServices, secondFactor } }).as(office.signatoryId)
    const id = await aSubmitted(office, [aPoint()])
    expect((await signatory.get(`/orders/${id}`)).text).toContain('Код из приложения')
    const asked = { ...form, numbering: 'journal', number: '79' }
    const wrong = await signatory.post(`/orders/${id}/signatures`, { ...asked, code: '1' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Код не подходит')
    expect(wrong.text).toContain('value="79"')
    expect((await stored(id)).order.state).toBe('awaitingSignature')
    expect((await signatory.post(`/orders/${id}/signatures`, { ...asked, code: '123 456' })).status).toBe(303)
    expect((await stored(id)).order.number).toBe(79)
  })

  test('who signs or keeps accounts sees nothing of the territory before the factor that is demanded; others do', async () => {
    const secondFactor: SecondFactor = { isDemanded: true, stateOf: async () => 'missing', guarding: noSecondFactor.guarding }
    const demanding = aClient(database, { services: { ...noServices, secondFactor } })
    expect(await demanding.as(office.signatoryId).get('/orders')).toMatchObject({ status: 303, to: '/my/access' })
    expect((await demanding.as(methodistId).get('/orders')).status).toBe(200)
  })

  test('whoever prepared it takes it back with one button', async () => {
    const id = await aSubmitted(office, [aPoint()])
    expect((await as(methodistId).get(`/orders/${id}`)).text).not.toContain('Отозвать и править')
    expect((await as(office.officialId).get(`/orders/${id}`)).text).toContain('Отозвать и править')
    expect((await as(methodistId).post(`/orders/${id}/withdrawals`, { _version: '3' })).status).toBe(403)
    expect((await as(office.officialId).post(`/orders/${id}/withdrawals`, { _version: '3' })).status).toBe(303)
    expect((await as(office.officialId).get(`/orders/${id}`)).text).toContain('Отправить на подпись')
  })

  test('a methodist sees the draft but neither the button nor the right to sign', async () => {
    const id = await aSubmitted(office, [aPoint()])
    const page = await as(methodistId).get(`/orders/${id}`)
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('Подписать приказ')
    expect((await as(methodistId).post(`/orders/${id}/signatures`, form)).status).toBe(403)
  })

  test('a teacher does not learn that a draft exists', async () => {
    const id = await aDraft(office, [aPoint()])
    expect((await as(teacherId).get(`/orders/${id}`)).status).toBe(404)
    expect((await as(teacherId).get(`/orders/${id}/edit`)).status).toBe(404)
    expect((await as(teacherId).get('/orders')).text).not.toContain('Подготовить приказ')
  })

  test('a person of another territory finds nothing', async () => {
    const id = await aSigned(office, [aPoint()])
    const other = await anOffice(database.db)
    const answer = await as(other.officialId).get(`/orders/${id}`)
    expect(answer.status).toBe(404)
    const foreign = await as(other.officialId).get(`/t/${office.territory.code}/orders/${id}`)
    expect(foreign.status).toBe(404)
  })

  test('a remark sends the order back to the one who prepares it', async () => {
    const id = await aSubmitted(office, [aPoint()])
    expect((await as(office.signatoryId).post(`/orders/${id}/send-backs`, { remark: ' ' })).status).toBe(422)
    const back = await as(office.signatoryId).post(`/orders/${id}/send-backs`, { remark: 'Допишите срок' })
    expect(back.status).toBe(303)
    expect((await as(office.officialId).get(`/orders/${id}`)).text).toContain('Допишите срок')
  })
})

describe('after signing', () => {
  test('a task is reported, returned, reported again and accepted; control and the sheet show it', async () => {
    const id = await aSigned(office, [aPoint([], { isTask: true, assigneeIds: [teacherId], dueOn: '2021-06-15' })])
    const line = await inScope(database.db, office.territory.id, (tx) =>
      tx.selectFrom('assignments').select('id').where('orderId', '=', id).executeTakeFirstOrThrow(),
    )
    const path = `/assignments/${line.id}`
    expect((await as(teacherId).get(path)).text).toContain('Отправить отчёт')
    expect((await as(methodistId).post(`${path}/reports`, { note: 'Чужое' })).status).toBe(403)
    expect((await as(teacherId).post(`${path}/reports`, { note: '' })).status).toBe(422)
    expect((await as(teacherId).post(`${path}/reports`, { note: 'Провели' })).status).toBe(303)
    const noRemark = await as(office.signatoryId).post(`${path}/decisions`, { outcome: 'return', remark: '' })
    expect(noRemark.status).toBe(422)
    expect(
      (await as(office.signatoryId).post(`${path}/decisions`, { outcome: 'return', remark: 'Приложите список' })).status,
    ).toBe(303)
    expect((await as(teacherId).get(path)).text).toContain('Приложите список')
    expect((await as(teacherId).post(`${path}/reports`, { note: 'Приложили' })).status).toBe(303)
    expect((await as(office.signatoryId).post(`${path}/decisions`, { outcome: 'accept', remark: '' })).status).toBe(303)
    const control = await as(office.officialId).get(`/orders/${id}/control`)
    expect(control.text).toContain('Принято')
    expect(control.text).toContain('Приложили')
    expect((await as(teacherId).get(`/orders/${id}/control`)).status).toBe(403)
    expect((await as(office.officialId).get(`/orders/${id}/acquaintance`)).text).toContain('Ещё не прочёл')
    expect((await as(teacherId).post(`/orders/${id}/acquaintance`, {})).status).toBe(303)
    expect((await as(office.officialId).get(`/orders/${id}/acquaintance`)).text).toContain('Ознакомлен 28.01.2021')
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
    expect((await as(null).get(path)).status).toBe(404)
    const before = await as(office.officialId).get(`/orders/${id}/public-form`)
    expect(before.text).toContain('размещается без перечня')
    expect(before.text).not.toContain('>Школа Секретная<')
    expect((await as(teacherId).get(`/orders/${id}/public-form`)).status).toBe(403)
    done(await publishOrder(office.official, { orderId: id }))
    const page = (await as(null).get(path)).text
    expect(page).toContain('Список сетевого партнёрства')
    expect(page).toContain('размещается без перечня')
    expect(page).not.toContain('Секретная')
    expect(page).not.toContain('низкими')
    const list = (await as(null).get('/orders?q=сделали')).text
    expect(list).toContain('О стажировочных площадках')
    // Inside, the list is for the office and for those whom the order is addressed to.
    expect((await as(methodistId).get(`/orders/${id}`)).text).toContain('>Школа Секретная<')
    expect((await as(weak.headId).get(`/orders/${id}`)).text).toContain('>Школа Секретная<')
    expect((await as(teacherId).get(`/orders/${id}`)).text).not.toContain('>Школа Секретная<')
    const file = await as(null).get(`${path}/document/docx`)
    expect(file.headers.get('content-disposition')).toContain('attachment')
  })
})
