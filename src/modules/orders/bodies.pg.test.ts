import { describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aThirdBody, theOffice, withOffice } from '../../../test/factories/bodies.ts'
import { aDraft, aGrant, aPoint, aSchool, aSubmitted, done, type Office, sign } from '../../../test/factories/orders.ts'
import { aPerson, ctxOf, historyOf, inScope } from '../../../test/factory.ts'
import type { OrganisationId, PersonId } from '../../kernel/types.ts'
import type { Effect } from '../../kit/order/effects.ts'
import { noChoices } from '../../kit/order/template.ts'
import { changeOrder } from './commands/change-order.ts'
import { draftOrder } from './commands/draft-order.ts'
import { submitOrder } from './commands/move-order.ts'
import { signOrder } from './commands/sign-order.ts'
import { orderChoices } from './queries.ts'

const database = ownDatabase()
const { as } = aClient(database)

const approval = (there: Office) => aSubmitted(there, [aPoint([{ kind: 'approveRegulation', regulationId: there.regulationId }])])

describe('a body that is to sign and has no office', () => {
  test('is found before the edition is approved, and waits in the tasks of whoever keeps offices', async () => {
    const there = await aThirdBody(database.db)
    const refused = await sign(there, await approval(there))
    expect(JSON.stringify(refused)).toContain('у совета учредителей нет канцелярии')
    expect((await as(there.keeper).get('')).text).toContain('Завести канцелярию: Совет учредителей сети')
    expect((await as(there.officialId).get(`/regulation/editions/${there.regulationId}`)).text).toContain('нет канцелярии')
  })
})

describe('a body beside the authority', () => {
  test('can neither put a regulation in force nor undo what the authority has signed', async () => {
    const there = await aThirdBody(database.db)
    await withOffice(as(there.keeper), there)
    const chair = await ctxOf(there.db, there.territory, there.chair)
    const ofCouncil = async (effect: Effect) => {
      const secretary = await ctxOf(there.db, there.territory, there.secretary)
      const begun = { templateCode: 'plain', choices: noChoices, issuerId: there.councilId }
      const { id: orderId } = done(await draftOrder(secretary, begun))
      const content = {
        ...{ title: 'О нашем', preamble: '', points: [aPoint([effect])], appendices: [], signatoryId: there.chair },
        ...{ controllerId: there.chair, acquaintance: 'assignees' as const, publishOnSigning: false },
      }
      done(await changeOrder(secretary, { orderId, version: 1, content }))
      done(await submitOrder(secretary, { orderId, version: 2 }))
      return signOrder(chair, { orderId, version: 3, number: null, effectiveOn: null })
    }
    expect(await ofCouncil({ kind: 'approveRegulation', regulationId: there.regulationId })).toMatchObject({
      refusal: { rule: 'order.notOfThisBody' },
    })
    const orderId = await approval(there)
    done(await sign(there, orderId))
    expect(await ofCouncil({ kind: 'revoke', orderId })).toMatchObject({ refusal: { rule: 'order.revokesOfAnother' } })
  })
})

describe('whoever signs for one office', () => {
  test('is neither offered for the papers of another, nor sent them, nor signs them', async () => {
    const there = await aThirdBody(database.db)
    const keeper = as(there.keeper)
    await withOffice(keeper, there)
    await keeper.get('/offices/body1')
    const acting = { personId: there.secretary, post: 'И. о. председателя', startsOn: '28.01.2021', endsOn: '' }
    const typed = Object.fromEntries(Object.entries(acting).map(([name, value]) => [`acting.0.${name}`, value]))
    expect((await keeper.press('Сохранить', typed)).status).toBe(303)
    const offered = (issuerId: OrganisationId) =>
      inScope(there.db, there.territory.id, async (tx) =>
        (await orderChoices(tx, there.official, { ids: [], people: [], organisations: [], issuerId })).signatories.map(
          ({ id }) => id,
        ),
      )
    expect(await offered(there.issuerId)).toEqual([there.signatoryId])
    expect(new Set(await offered(there.councilId))).toEqual(new Set([there.chair, there.secretary]))

    const id = await aDraft(there, [aPoint()], { signatoryId: there.secretary })
    expect(await submitOrder(there.official, { orderId: id, version: 2 })).toMatchObject({
      refusal: { rule: 'order.signatoryCannotSign' },
    })
    const sent = await aSubmitted(there, [aPoint()])
    await database.adminPool.query('update orders set signatory_id = $1 where id = $2', [there.secretary, sent])
    const secretary = await ctxOf(there.db, there.territory, there.secretary)
    expect(await signOrder(secretary, { orderId: sent, version: 3, number: null, effectiveOn: null })).toMatchObject({
      refusal: { rule: 'order.signsForAnother' },
    })
  })

  test('signs for the authority by the role, unless the role is held in another office', async () => {
    const there = await aThirdBody(database.db)
    await withOffice(as(there.keeper), there)
    const deputy = await aPerson(there.db, there.territory, { roles: ['signatory'] })
    const ofCouncil = { organisationId: there.councilId, kind: 'specialist' as const, title: 'член совета' }
    const member = await aPerson(there.db, there.territory, { roles: ['signatory'], post: ofCouncil })
    const drafted = async (signatoryId: PersonId) => {
      const orderId = await aDraft(there, [aPoint()], { signatoryId })
      return submitOrder(there.official, { orderId, version: 2 })
    }
    expect(await drafted(deputy)).toMatchObject({ ok: true })
    expect(await drafted(member)).toMatchObject({ refusal: { rule: 'order.signatoryCannotSign' } })
  })
})

describe('an office is made in the browser', () => {
  test('and the body signs what the regulation gives it, with its own people', async () => {
    const there = await aThirdBody(database.db)
    await withOffice(as(there.keeper), there)
    expect(await historyOf(database, there.councilId)).toEqual(['office.organisationNamed', 'office.saved'])
    done(await sign(there, await approval(there)))

    const { id: school } = await aSchool(there)
    const secretary = await ctxOf(there.db, there.territory, there.secretary)
    const begun = { templateCode: 'plain', choices: noChoices }
    expect(await draftOrder(secretary, { ...begun, issuerId: there.issuerId })).toMatchObject({ ok: false })
    const { id: orderId } = done(await draftOrder(secretary, { ...begun, issuerId: there.councilId }))
    const content = {
      ...{ title: 'О статусе', preamble: '', points: [aPoint([aGrant(school)])], appendices: [], signatoryId: there.chair },
      ...{ controllerId: there.chair, acquaintance: 'assignees' as const, publishOnSigning: false },
    }
    done(await changeOrder(secretary, { orderId, version: 1, content }))
    done(await submitOrder(secretary, { orderId, version: 2 }))
    expect((await as(there.chair).get('')).text).toContain('Подписать «О статусе»')
    const chair = await ctxOf(there.db, there.territory, there.chair)
    expect(done(await signOrder(chair, { orderId, version: 3, number: null, effectiveOn: null })).numberText).toBe('С-1')
  })

  test('the people of one body neither see nor write the drafts of another', async () => {
    const there = await aThirdBody(database.db)
    await withOffice(as(there.keeper), there)
    const draft = await approval(there)
    expect((await as(there.secretary).get(`/orders/${draft}`)).status).toBe(404)
    expect((await as(there.secretary).get('/orders')).text).not.toContain('О стажировочных площадках')
  })

  test('and whoever it names to sign for the authority signs by it, without a role given beside', async () => {
    const there = await aThirdBody(database.db)
    const post = { organisationId: there.issuerId, kind: 'specialist' as const, title: 'заместитель председателя' }
    const deputy = await aPerson(there.db, there.territory, { post })
    const drafted = async () => {
      const orderId = await aDraft(there, [aPoint()], { signatoryId: deputy })
      return submitOrder(there.official, { orderId, version: 2 })
    }
    expect(await drafted()).toMatchObject({ refusal: { rule: 'order.signatoryCannotSign' } })
    const keeper = as(there.keeper)
    await keeper.get('/offices/authority')
    expect((await keeper.press('Сохранить', { signatoryId: deputy, signatoryPost: 'Заместитель' })).status).toBe(303)
    expect(await drafted()).toMatchObject({ ok: true })
    expect(await historyOf(database, deputy)).toContain('role.granted')
  })

  test('only by an administrator, who names nobody from outside, nor themselves', async () => {
    const there = await aThirdBody(database.db)
    await withOffice(as(there.keeper), there)
    expect((await as(there.officialId).get('/offices/body1')).status).toBe(403)
    const keeper = as(there.keeper)
    await keeper.get('/offices/body1')
    const refused = await keeper.press('Сохранить', { ...theOffice(there), numberForm: '17', signatoryId: there.keeper })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('подписывают те, кто работает в этой организации')
    expect(refused.text).toContain('поставив N на место самого номера')
  })

  test('who has been named to sign in the place of another may not make themselves the usual signatory', async () => {
    const there = await aThirdBody(database.db)
    const keeper = as(there.keeper)
    await withOffice(keeper, there)
    await database.adminPool.query(
      `insert into office_signatories (territory_id, issuer_id, person_id, post, starts_on, ends_on)
      values ($1, $2, $3, 'И. о. председателя', '2020-01-01', '2020-01-31')`,
      [there.territory.id, there.councilId, there.keeper],
    )
    await keeper.get('/offices/body1')
    const refused = await keeper.press('Сохранить', { signatoryId: there.keeper })
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('право подписывать себе не дают')])
    await keeper.get('/offices/body1')
    expect((await keeper.press('Сохранить', {})).status).toBe(303)
  })

  test('the right of whoever is to sign later anyway is given until the day before', async () => {
    const there = await aThirdBody(database.db)
    const post = { organisationId: there.issuerId, kind: 'specialist' as const, title: 'заместитель председателя' }
    const deputy = await aPerson(there.db, there.territory, { post })
    await database.adminPool.query(
      `insert into role_grants (territory_id, id, person_id, role, starts_on) values ($1, gen_random_uuid(), $2, 'signatory', '2030-01-01')`,
      [there.territory.id, deputy],
    )
    const keeper = as(there.keeper)
    await keeper.get('/offices/authority')
    expect((await keeper.press('Сохранить', { signatoryId: deputy, signatoryPost: 'Заместитель' })).status).toBe(303)
    const { rows } = await database.adminPool.query(
      `select ends_on::text from role_grants where person_id = $1 order by starts_on`,
      [deputy],
    )
    expect(rows.map((row) => row.endsOn ?? row.ends_on)).toEqual(['2029-12-31', null])
  })

  test('whoever signs in the place of another may in those days, and no longer', async () => {
    const there = await aThirdBody(database.db)
    const keeper = as(there.keeper)
    await withOffice(as(there.keeper), there)
    await keeper.get('/offices/body1')
    const acting = {
      'acting.0.personId': there.secretary,
      'acting.0.post': 'И. о. председателя',
      'acting.0.startsOn': '28.01.2021',
    }
    expect((await keeper.press('Сохранить', { ...acting, 'acting.0.endsOn': '' })).status).toBe(303)
    const may = async (day: string) =>
      (await ctxOf(there.db, there.territory, there.secretary, day)).actor.roles.includes('signer')
    expect(await may('2021-03-01')).toBe(true)
    await keeper.get('/offices/body1')
    expect((await keeper.press('Сохранить', { 'acting.0.endsOn': '01.02.2021' })).status).toBe(303)
    expect([await may('2021-02-01'), await may('2021-02-02')]).toEqual([true, false])
    await keeper.get('/offices/body1')
    expect((await keeper.press('Сохранить', { 'acting.0.endsOn': '01.01.2021' })).text).toContain('не раньше первого')
  })
})
