// Proves C-33, C-13, R-41, C-41, L-A2.
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import {
  aGrant,
  anOffice,
  aPoint,
  aSchool,
  aSigned,
  aSubmitted,
  aTermination,
  done,
  type Office,
  onDay,
  sign,
  theRegulationOrder,
} from '../../../test/factories/orders.ts'
import { aPerson, inScope } from '../../../test/factory.ts'
import { chebula, lenobl, turochak } from '../../../test/regulations.ts'
import { newId } from '../../kernel/ids.ts'
import type { Day, OrderId, OrganisationId, PersonId, SiteId } from '../../kernel/types.ts'
import type { Effect, EffectOf } from '../../kit/order/effects.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { OrderContent } from './model.ts'
import { type OrderPreview, previewOrder } from './preview.ts'
import { findOrder } from './queries.ts'

const database = ownDatabase()

type Ready = { there: Office; host: OrganisationId; headId: PersonId; siteId: SiteId; grantOrder: OrderId }

/** A territory with its regulation in force and one site, open from 28 January 2021 to 31 August 2023. */
async function ready(regulation?: Regulation, until: Day = '2023-08-31'): Promise<Ready> {
  const there = await anOffice(database.db, '2021-01-28', regulation)
  await theRegulationOrder(there)
  const { id: host, headId } = await aSchool(there, 'Школа-площадка')
  const siteId = newId<SiteId>()
  const grantOrder = await aSigned(there, [aPoint([aGrant(host, { siteId, to: until })])])
  return { there, host, headId, siteId, grantOrder }
}

/** Signs an order with these effects and says which rules refused it. */
async function refusals(there: Office, ...effects: Effect[]): Promise<string[]> {
  const result = await sign(
    there,
    await aSubmitted(
      there,
      effects.map((effect) => aPoint([effect])),
    ),
  )
  if (result.ok) return []
  const { refusal } = result
  return refusal.code === 'rule' ? [refusal.rule, ...(refusal.also ?? []).map((one) => one.rule)] : [refusal.code]
}

const rows = <Row>(there: Office, query: ReturnType<typeof sql<Row>>) =>
  inScope(there.db, there.territory.id, async (tx) => (await query.execute(tx)).rows)

const unknown = newId() as never
const whole = { from: '2021-01-28', to: '2023-08-31' }

describe('what is refused', () => {
  let given: Ready
  beforeEach(async () => {
    given = await ready()
  })

  test('a status: unknown organisation, another lead, reversed term, before the order, the same theme twice', async () => {
    const { there, host } = given
    const { id } = await aSchool(there)
    expect(await refusals(there, aGrant(unknown))).toEqual(['order.unknownOrganisation'])
    expect(await refusals(there, aGrant(id, { leadOrganisationId: host }))).toEqual(['order.leadIsNotAmongThem'])
    expect(await refusals(there, aGrant(id, { from: '2022-01-01', to: '2021-12-31' }))).toEqual(['order.periodReversed'])
    expect(await refusals(there, aGrant(id, { from: '2021-01-01' }))).toEqual(['order.statusBeforeOrder'])
    expect(await refusals(there, aGrant(host, { theme: ' сетевое  НАСТАВНИЧЕСТВО.' }))).toEqual(['order.statusGivenTwice'])
  })

  test('a status: outside the fixed period, a shared site and an authority as host, where the regulation knows none', async () => {
    const { there, host } = given
    const { id } = await aSchool(there)
    expect(await refusals(there, aGrant(id, { to: '2023-12-31' }))).toEqual(['order.termTooLong'])
    expect(await refusals(there, aGrant(id, { organisationIds: [id, host], theme: 'Другая' }))).toEqual(['order.sharedSite'])
    expect(await refusals(there, aGrant(there.issuerId, { theme: 'Другая' }))).toEqual(['order.hostKind'])
  })

  test('attachment: unknown, outside the term, to itself, twice in one order, twice in time', async () => {
    const { there, host, siteId } = given
    const { id } = await aSchool(there)
    const attach = (more: object): Effect => ({ kind: 'attachOrganisations', siteId, organisationIds: [id], ...whole, ...more })
    expect(await refusals(there, attach({ siteId: unknown }))).toEqual(['order.unknownSite'])
    expect(await refusals(there, attach({ organisationIds: [unknown] }))).toEqual(['order.unknownOrganisation'])
    expect(await refusals(there, attach({ to: '2024-08-31' }))).toEqual(['order.outsideStatusTerm'])
    expect(await refusals(there, attach({ to: null }))).toEqual(['order.outsideStatusTerm'])
    expect(await refusals(there, attach({ organisationIds: [host] }))).toEqual(['order.attachedToItself'])
    expect(await refusals(there, attach({}), attach({}))).toEqual(['order.attachedTwice', 'order.attachedTwice'])
    expect(await refusals(there, attach({}))).toEqual([])
    expect(await refusals(there, attach({ from: '2023-01-01' }))).toEqual(['order.attachedTwice'])
  })

  test('appointment: unknown person, a role the regulation lacks, without a site, beyond the term, a second head', async () => {
    const { there, siteId, headId } = given
    const appoint = (more: object): Effect => ({
      kind: 'appoint',
      personId: headId,
      as: 'head',
      siteId,
      ground: null,
      ...whole,
      ...more,
    })
    expect(await refusals(there, appoint({ personId: unknown }))).toEqual(['order.unknownPerson'])
    expect(await refusals(there, appoint({ as: 'coordinator' }))).toEqual(['order.unknownRole'])
    expect(await refusals(there, appoint({ siteId: null }))).toEqual(['order.roleNeedsSite'])
    expect(await refusals(there, appoint({ to: '2025-01-01' }))).toEqual(['order.outsideStatusTerm'])
    expect(await refusals(there, appoint({}))).toEqual([])
    expect(await refusals(there, appoint({ personId: there.officialId }))).toEqual(['order.roleTaken'])
    expect(await refusals(there, appoint({ as: 'mentor' }), appoint({ as: 'mentor' }))).toEqual([
      'order.roleTaken',
      'order.roleTaken',
    ])
  })

  test('endings: unknown, not running, earlier than the order; extension: shorter, longer than the law', async () => {
    const { there, siteId, host } = given
    const terminate = (more: Partial<EffectOf<'terminateStatus'>>) => aTermination(siteId, more)
    expect(await refusals(there, terminate({ siteId: unknown }))).toEqual(['order.unknownSite'])
    expect(await refusals(there, terminate({ on: '2024-01-01' }))).toEqual(['order.statusEnded'])
    expect(await refusals(there, { kind: 'detachOrganisations', siteId, organisationIds: [host], on: '2021-06-01' })).toEqual([
      'order.notAttached',
    ])
    expect(await refusals(there, { kind: 'endAppointment', appointmentId: unknown, on: '2021-06-01' })).toEqual([
      'order.unknownAppointment',
    ])
    expect(await refusals(there, { kind: 'extendStatus', siteId, to: '2022-01-01', caseId: null })).toEqual([
      'order.extensionIsShorter',
    ])
    expect(await refusals(there, { kind: 'extendStatus', siteId, to: '2024-08-31', caseId: null })).toEqual(['order.termTooLong'])
    expect(await refusals(there, terminate({}))).toEqual([])
    const later = await onDay(there, '2021-07-01')
    expect(await refusals(later, terminate({ on: '2021-07-02' }))).toEqual(['order.statusEnded'])
    expect(await refusals(later, { kind: 'extendStatus', siteId, to: '2023-08-31', caseId: null })).toEqual(['order.statusEnded'])
  })

  test('regulation: unknown, approved already, twice', async () => {
    const { there } = given
    const { regulationId } = there
    expect(await refusals(there, { kind: 'approveRegulation', regulationId: unknown })).toEqual(['order.unknownRegulation'])
    expect(await refusals(there, { kind: 'approveRegulation', regulationId })).toEqual(['order.regulationAlreadyApproved'])
  })

  test('revocation: unknown order, the order itself, a draft, twice', async () => {
    const { there, grantOrder } = given
    const draft = await aSubmitted(there, [aPoint()])
    expect(await refusals(there, { kind: 'revoke', orderId: unknown })).toEqual(['order.unknownOrder'])
    expect(await refusals(there, { kind: 'revoke', orderId: draft })).toEqual(['order.notRevocable'])
    const twice = { kind: 'revoke', orderId: grantOrder } as const
    expect(await refusals(there, twice, twice)).toEqual(['order.revokedTwice', 'order.revokedTwice'])
    expect(await refusals(there, twice)).toEqual([])
    expect(await refusals(there, twice)).toEqual(['order.notRevocable'])
  })
})

describe('what other regulations refuse', () => {
  test('Chebula: no attachments, a head without category and achievements, a ground of its own', async () => {
    const { there, siteId, headId, host } = await ready(chebula, '2022-08-31')
    expect(
      await refusals(there, {
        kind: 'attachOrganisations',
        siteId,
        organisationIds: [host],
        from: '2021-01-28',
        to: '2022-01-01',
      }),
    ).toEqual(['order.noAttachments'])
    expect(
      await refusals(there, {
        kind: 'appoint',
        personId: headId,
        as: 'head',
        siteId,
        from: '2021-02-01',
        to: '2022-08-31',
        ground: null,
      }),
    ).toEqual(['order.mayNotHead'])
    expect(await refusals(there, aTermination(siteId, { ground: 'просто так' }))).toEqual(['order.unknownGround'])
    const { termination } = chebula as { termination: { grounds: { code: string }[] } }
    expect(await refusals(there, aTermination(siteId, { ground: termination.grounds[0]!.code }))).toEqual([])
  })

  test('Leningrad Region: the head of a shared site is chosen together, with a protocol', async () => {
    const { there, host } = await ready(lenobl)
    const { id } = await aSchool(there)
    const headId = await aPerson(there.db, there.territory, {
      post: { organisationId: id, kind: 'deputyHead' },
      category: 'highest',
    })
    const shared = { organisationIds: [id, host], theme: 'Вместе', to: '2024-01-27', headPersonId: headId }
    expect(await refusals(there, aGrant(id, shared))).toContain('order.headNeedsProtocol')
  })

  test('Turochak: a coordinator comes from the methodists', async () => {
    const { there, siteId, headId } = await ready(turochak)
    const appoint: Effect = {
      kind: 'appoint',
      personId: headId,
      as: 'coordinator',
      siteId,
      from: '2021-02-01',
      to: '2023-08-31',
      ground: null,
    }
    expect(await refusals(there, appoint)).toEqual(['order.coordinatorIsNotMethodist'])
    const methodist = await aPerson(there.db, there.territory, { roles: ['methodist'] })
    expect(await refusals(there, { ...appoint, personId: methodist })).toEqual([])
  })

  test('nothing is granted before a regulation is in force or approved by the same order', async () => {
    const there = await anOffice(database.db)
    const { id } = await aSchool(there)
    expect(await refusals(there, aGrant(id))).toEqual(['order.noRegulation'])
    expect(await refusals(there, aGrant(id), { kind: 'approveRegulation', regulationId: there.regulationId })).toEqual([])
  })
})

async function previewOf(there: Office, id: OrderId): Promise<OrderPreview> {
  return inScope(there.db, there.territory.id, async (tx) => {
    const full = await findOrder(tx, there.official, id)
    return previewOrder(tx, there.official, full!)
  })
}

test('the preview says exactly what signing changes', async () => {
  const { there, siteId, headId } = await ready()
  const [one, two, newHost] = [await aSchool(there, 'Первая'), await aSchool(there, 'Вторая'), await aSchool(there, 'Новая')]
  const newSite = newId<SiteId>()
  const content: Partial<OrderContent> = { controllerId: there.officialId }
  const id = await aSubmitted(
    there,
    [
      aPoint([aGrant(newHost.id, { siteId: newSite, headPersonId: newHost.headId })]),
      aPoint([
        { kind: 'attachOrganisations', siteId, organisationIds: [one.id, two.id], ...whole },
        { kind: 'appoint', personId: headId, as: 'head', siteId, ground: null, ...whole },
      ]),
      aPoint([], { assigneeIds: [headId, newHost.headId] }),
      aPoint([], { level: 2, assigneeIds: [headId], dueOn: '2021-05-31' }),
    ],
    content,
  )
  const before = await previewOf(there, id)
  expect(before.refusals).toEqual([])
  const signed = done(await sign(there, id))

  const [counts] = await rows(
    there,
    sql<Record<string, number>>`select (select count(*)::int from sites where order_id = ${id}) as sites,
      (select count(*)::int from attachments where order_id = ${id}) as attachments, (select count(*)::int from appointments where order_id = ${id}) as appointments,
      (select count(*)::int from assignments where order_id = ${id}) as assignments, (select count(*)::int from acquaintances where order_id = ${id}) as acquaintances,
      (select count(*)::int from notices where subject_id = ${id} and kind = 'order.signed') as notices`,
  )
  expect(counts).toEqual({
    sites: 1,
    attachments: 2,
    appointments: 2,
    assignments: 3,
    acquaintances: before.notices,
    notices: before.notices,
  })
  expect(before.changes).toBe(counts!.sites! + counts!.attachments! + counts!.appointments!)
  expect(before.assignments).toBe(3)
  expect(before.number).toBe(signed.number)
  expect(before.points.map(({ number, isWithoutDue }) => [number, isWithoutDue])).toEqual([
    ['1', false],
    ['2', false],
    ['3', true],
    ['3.1', false],
  ])
  const lines = before.points.flatMap((point) => point.changes.flatMap((change) => change.lines))
  expect(lines.map((line) => [line.what, line.before])).toEqual([
    ['Новая', 'статуса не было'],
    [expect.stringContaining('Пробная'), 'назначения не было'],
    ['Первая', 'закрепления не было'],
    ['Вторая', 'закрепления не было'],
    [expect.stringContaining('Пробная'), 'назначения не было'],
  ])
  expect(lines[0]!.after).toBe('площадка по теме «Сетевое наставничество» с 28 января 2021 г. по 31 августа 2023 г.')
  expect(lines[0]!.basis.map((basis) => basis.clause)).toEqual(['1.4', '2.2', '1.2'])
})

describe('revocation', () => {
  test('ends from its day what the order began, cancels tasks, and the register says so', async () => {
    const { there, siteId } = await ready()
    const school = await aSchool(there)
    const attachOrder = await aSigned(there, [
      aPoint([{ kind: 'attachOrganisations', siteId, organisationIds: [school.id], ...whole }]),
      aPoint([], { assigneeIds: [school.headId] }),
    ])
    const later = await onDay(there, '2021-06-01')
    const revoking = await aSigned(later, [aPoint([{ kind: 'revoke', orderId: attachOrder }])])
    const [found] = await rows(
      there,
      sql`select o.state, o.revoked_by_order_id, o.revoked_on, a.ends_on, t.state as assignment from orders o
        join attachments a on a.order_id = o.id join assignments t on t.order_id = o.id where o.id = ${attachOrder}`,
    )
    expect(found).toEqual({
      state: 'revoked',
      revokedByOrderId: revoking,
      revokedOn: '2021-06-01',
      endsOn: '2021-05-31',
      assignment: 'cancelled',
    })
    const kinds = await rows<{ kind: string }>(
      there,
      sql`select kind from history where subject_id in (${attachOrder}, ${school.id}) order by seq`,
    )
    expect(kinds.map((row) => row.kind).slice(-2)).toEqual(['order.revoked', 'organisation.detached'])
  })

  test('the site of a revoked order ends the day before, and its regulation ceases with its own order', async () => {
    const there = await anOffice(database.db)
    const regulationOrder = await theRegulationOrder(there)
    const { id } = await aSchool(there)
    const siteId = newId<SiteId>()
    const grantOrder = await aSigned(there, [aPoint([aGrant(id, { siteId })])])
    const later = await onDay(there, '2021-06-01')
    await aSigned(later, [
      aPoint([
        { kind: 'revoke', orderId: grantOrder },
        { kind: 'revoke', orderId: regulationOrder },
      ]),
    ])
    expect(await rows(there, sql`select ends_on from sites where id = ${siteId}`)).toEqual([{ endsOn: '2021-05-31' }])
    expect(await rows(there, sql`select ends_on from regulations`)).toEqual([{ endsOn: '2021-05-31' }])
    expect(await refusals(later, aGrant(id, { from: '2021-06-01' }))).toEqual(['order.noRegulation'])
  })

  test('an order may revoke another and give the same status anew', async () => {
    const { there, host, grantOrder } = await ready()
    const later = await onDay(there, '2021-06-01')
    expect(await refusals(later, { kind: 'revoke', orderId: grantOrder }, aGrant(host, { from: '2021-06-01' }))).toEqual([])
  })
})

test('ending, extending and detaching do what they say', async () => {
  const { there, siteId, headId } = await ready(undefined, '2022-08-31')
  const school = await aSchool(there)
  const half = { from: '2021-01-28', to: '2022-08-31' }
  await aSigned(there, [
    aPoint([
      { kind: 'attachOrganisations', siteId, organisationIds: [school.id], ...half },
      { kind: 'appoint', personId: headId, as: 'head', siteId, ground: null, ...half },
    ]),
  ])
  const [appointment] = await rows<{ id: string }>(there, sql`select id from appointments where site_id = ${siteId}`)
  await aSigned(there, [
    aPoint([
      { kind: 'extendStatus', siteId, to: '2023-08-31', caseId: null },
      { kind: 'detachOrganisations', siteId, organisationIds: [school.id], on: '2021-06-30' },
      { kind: 'endAppointment', appointmentId: appointment!.id, on: '2021-05-31' },
    ]),
  ])
  expect(
    await rows(
      there,
      sql`select s.ends_on as site, a.ends_on as attachment, p.ends_on as appointment from sites s join attachments a on a.site_id = s.id
        join appointments p on p.site_id = s.id where s.id = ${siteId}`,
    ),
  ).toEqual([{ site: '2023-08-31', attachment: '2021-06-30', appointment: '2021-05-31' }])
})
