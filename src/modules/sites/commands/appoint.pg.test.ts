// Proves T-46, R-43, C-41.
import { beforeAll, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../../test/database.ts'
import { aNetwork, aSite, type Network } from '../../../../test/factories/sites.ts'
import { anOrganisation, aPerson, aTerritory, ctxOf, inScope } from '../../../../test/factory.ts'
import { turochak, ustishim } from '../../../../test/regulations.ts'
import { allRules, type Result } from '../../../kernel/result.ts'
import type { OrganisationId, PersonId, SiteId } from '../../../kernel/types.ts'
import { ruleText } from '../../../web/refusals.ts'
import { ruleTexts } from '../texts.ts'
import { applyAppointment } from './apply-appointment.ts'
import type { AppointInput } from './appoint.ts'
import { appointCoordinator, appointHead, appointStaff, endAppointment } from './appoint.ts'

const base = ownDatabase()
const networks = {} as Record<'luga' | 'turochak' | 'ustishim', Network>
beforeAll(async () => {
  const make = async (regulation?: Parameters<typeof aNetwork>[2]) =>
    aNetwork(base.db, await aTerritory(base.db, '2021-09-01'), regulation)
  Object.assign(networks, { luga: await make(), turochak: await make(turochak), ustishim: await make(ustishim) })
})

type Given = { network: Network; siteId: SiteId; school: OrganisationId; head: PersonId; input: AppointInput }

/** A site with a head by order and a teacher of its school to appoint. */
async function aStaffedSite(network: Network): Promise<Given> {
  const { db } = base
  const school = await anOrganisation(db, network.territory)
  const siteId = await aSite(db, network, { organisationIds: [school] })
  const head = await aPerson(db, network.territory, { post: { organisationId: school, kind: 'head' } })
  const personId = await aPerson(db, network.territory, { post: { organisationId: school, kind: 'teacher' } })
  await inScope(db, network.territory.id, (tx) =>
    applyAppointment(tx, network.ctx, {
      personId: head,
      as: 'head',
      siteId,
      from: '2021-01-28',
      to: '2023-08-31',
      ground: null,
      orderId: network.orderId,
      pointNumber: '4',
    }),
  )
  return { network, siteId, school, head, input: { siteId, personId, startsOn: '2021-09-01', endsOn: null, ground: null } }
}
const ctxOfPerson = ({ network }: Given, person: PersonId) => ctxOf(base.db, network.territory, person)
const sentence = (result: Result<unknown>) =>
  result.ok ? null : allRules(result.refusal).map((rule) => ruleText(ruleTexts, rule))[0]
const appointmentsOf = ({ network, siteId }: Given) =>
  inScope(base.db, network.territory.id, (tx) =>
    tx.selectFrom('appointments').selectAll().where('siteId', '=', siteId).where('orderId', 'is', null).execute(),
  )

describe('staff', () => {
  test('the head appoints a mentor until the end of the status, and history tells it', async () => {
    const given = await aStaffedSite(networks.luga)
    const ctx = await ctxOfPerson(given, given.head)
    expect(await appointStaff(ctx, { ...given.input, kind: 'mentor' })).toEqual({ ok: true, value: null })
    const [row] = await appointmentsOf(given)
    expect(row).toMatchObject({ kind: 'mentor', startsOn: '2021-09-01', endsOn: '2023-08-31', appointedBy: given.head })
    const told = await inScope(base.db, given.network.territory.id, (tx) =>
      tx.selectFrom('history').select(['kind', 'siteId']).where('subjectId', '=', given.input.personId).execute(),
    )
    expect(told).toEqual([{ kind: 'person.appointed', siteId: given.siteId }])
  })
  test('a role the regulation does not know, a person nobody knows and a second appointment are refused in words', async () => {
    const given = await aStaffedSite(networks.luga)
    const ctx = await ctxOfPerson(given, given.head)
    expect(sentence(await appointStaff(ctx, { ...given.input, kind: 'tutor' }))).toMatch('такой роли Положение не знает')
    const nobody = { ...given.input, personId: given.siteId as unknown as PersonId, kind: 'mentor' as const }
    expect(sentence(await appointStaff(ctx, nobody))).toMatch('такого в территории нет')
    await appointStaff(ctx, { ...given.input, kind: 'mentor' })
    expect(sentence(await appointStaff(ctx, { ...given.input, kind: 'mentor' }))).toMatch('уже назначен')
    expect(sentence(await appointStaff(ctx, { ...given.input, kind: 'mentor', endsOn: '2024-01-01' }))).toMatch('31.08.2023')
  })
  test('two presses at once appoint once', async () => {
    const given = await aStaffedSite(networks.luga)
    const ctx = await ctxOfPerson(given, given.head)
    const both = await Promise.all([1, 2].map(() => appointStaff(ctx, { ...given.input, kind: 'mentor' })))
    expect(both.filter((result) => result.ok)).toHaveLength(1)
    expect(await appointmentsOf(given)).toHaveLength(1)
  })
  test('a teacher may not appoint, nor the head of another site, nor anyone of another territory', async () => {
    const given = await aStaffedSite(networks.luga)
    const other = await aStaffedSite(networks.luga)
    const input = { ...given.input, kind: 'mentor' as const }
    for (const person of [given.input.personId, other.head])
      expect(await appointStaff(await ctxOfPerson(given, person), input)).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await appointStaff(networks.ustishim.ctx, input)).toEqual({ ok: false, refusal: { code: 'notFound' } })
  })
})

describe('the coordinator', () => {
  test('comes from the methodists only', async () => {
    const given = await aStaffedSite(networks.turochak)
    const { ctx } = given.network
    expect(sentence(await appointCoordinator(ctx, given.input))).toBe(
      'Выберите методиста: координаторов назначают из методистов (п. 4.6 Положения)',
    )
    const methodist = await aPerson(base.db, given.network.territory, { roles: ['methodist'] })
    expect(await appointCoordinator(ctx, { ...given.input, personId: methodist })).toEqual({ ok: true, value: null })
    const second = await aPerson(base.db, given.network.territory, { roles: ['methodist'] })
    expect(sentence(await appointCoordinator(ctx, { ...given.input, personId: second }))).toMatch('уже есть координатор')
  })
  test('is unknown where the regulation does not speak of one, and is not the business of a head', async () => {
    const luga = await aStaffedSite(networks.luga)
    expect(sentence(await appointCoordinator(luga.network.ctx, luga.input))).toMatch('не знает координаторов')
    const given = await aStaffedSite(networks.turochak)
    const asHead = await appointCoordinator(await ctxOfPerson(given, given.head), given.input)
    expect(asHead).toMatchObject({ refusal: { code: 'forbidden' } })
  })
})

describe('the head', () => {
  test('where the authority appoints heads, only an order does', async () => {
    const given = await aStaffedSite(networks.luga)
    expect(sentence(await appointHead(given.network.ctx, given.input))).toMatch(/^Подготовьте документ/)
  })
  test('where the organisation chooses, the regulation says who may and what is missing', async () => {
    const { network } = { network: networks.ustishim }
    const school = await anOrganisation(base.db, network.territory)
    const siteId = await aSite(base.db, network, { organisationIds: [school] })
    const stranger = await aPerson(base.db, network.territory)
    const input = { siteId, startsOn: '2021-09-01', endsOn: null, ground: null }
    expect(sentence(await appointHead(network.ctx, { ...input, personId: stranger }))).toBe(
      'Выберите другого человека: на 1 сентября 2021 г. нужна должность в организации площадки (п. 4.1 Положения)',
    )
    const teacher = await aPerson(base.db, network.territory, { post: { organisationId: school, kind: 'teacher' } })
    expect(await appointHead(network.ctx, { ...input, personId: teacher })).toEqual({ ok: true, value: null })
    const entry = await inScope(base.db, network.territory.id, (tx) =>
      tx.selectFrom('registerEntries').select('heads').where('siteId', '=', siteId).executeTakeFirst(),
    )
    expect(entry, 'the public register names only heads that an order names').toEqual({ heads: [] })
  })
})

describe('an ending', () => {
  test('of what was given without an order', async () => {
    const given = await aStaffedSite(networks.luga)
    const ctx = await ctxOfPerson(given, given.head)
    await appointStaff(ctx, { ...given.input, kind: 'mentor' })
    const [row] = await appointmentsOf(given)
    const ending = { siteId: given.siteId, appointmentId: row!.id }
    expect(sentence(await endAppointment(ctx, { ...ending, endsOn: '2021-08-31' }))).toMatch('не раньше первого')
    expect(await endAppointment(ctx, { ...ending, endsOn: '2021-12-31' })).toEqual({ ok: true, value: null })
    expect((await appointmentsOf(given))[0]!.endsOn).toBe('2021-12-31')
    expect(sentence(await endAppointment(ctx, { ...ending, endsOn: '2022-01-31' }))).toMatch('уже закончилось')
  })
  test('of what an order gave needs an order', async () => {
    const given = await aStaffedSite(networks.luga)
    const head = await inScope(base.db, given.network.territory.id, (tx) =>
      tx.selectFrom('appointments').select('id').where('siteId', '=', given.siteId).executeTakeFirstOrThrow(),
    )
    const ended = await endAppointment(given.network.ctx, { siteId: given.siteId, appointmentId: head.id, endsOn: '2021-12-31' })
    expect(sentence(ended)).toMatch(/^Подготовьте документ/)
  })
})
