import { chebula } from '../../../test/regulations.ts'
// Proves R-34.

import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { aCall, anOfficeWithCalls, anOpenedCall } from '../../../test/factories/calls.ts'
import {
  anOffice,
  aPoint,
  aSchool,
  aSigned,
  aSubmitted,
  type Office,
  onDay,
  sign,
  theRegulationOrder,
} from '../../../test/factories/orders.ts'
import { anOrganisation, aPerson, inScope } from '../../../test/factory.ts'
import type { Tx } from '../../db/pool.ts'
import { read } from '../../db/transact.ts'
import { instantOf } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import type { CallId, OrganisationId, PersonId } from '../../kernel/types.ts'
import type { Effect, EffectOf } from '../../kit/order/effects.ts'
import type { NoticeKind } from '../../notices/kinds.ts'
import { unsentNotices } from '../applications/reminders.ts'
import { previewOrder } from '../orders/preview.ts'
import { findOrder } from '../orders/queries.ts'
import { lockCall } from './commands/lock-call.ts'
import { callById, callsList, callsNow, extensionsOf } from './queries.ts'
import { callState, mayReceive } from './rules.ts'
import { callNotices } from './tasks.ts'

const database = ownDatabase()

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

const inTx = <T>(there: Office, work: Parameters<typeof read<T>>[2]) => read(there.db, { territoryId: there.territory.id }, work)
const theCall = async (there: Office, id: string) => (await inTx(there, (tx) => callById(tx, there.official, id)))!
const noticesOf = (there: Office, kind: NoticeKind) =>
  inScope(there.db, there.territory.id, async (tx) => {
    const rows = await tx.selectFrom('notices').select(['personId', 'params']).where('kind', '=', kind).execute()
    return rows.map((row) => row.personId)
  })
const extend = (callId: EffectOf<'extendCall'>['callId'], more: Partial<EffectOf<'extendCall'>> = {}): Effect => ({
  kind: 'extendCall',
  callId,
  closesOn: '2021-10-10',
  closesAt: '12:00',
  reviewDueOn: null,
  ...more,
})
type Begun = { callId: CallId; by: PersonId; organisationId: OrganisationId; state: 'draft' | 'submitted' }

const putApplication = (tx: Tx, there: Office, { callId, by, organisationId, state }: Begun) =>
  tx
    .insertInto('applications')
    .values({
      territoryId: there.territory.id,
      id: newId(),
      callId,
      regulationId: there.regulationId,
      initiator: 'organisation',
      initiatorOrganisationId: organisationId,
      state,
      createdBy: by,
      createdAt: there.official.now,
      ...(state === 'submitted' ? { round: 1, number: 1, submittedBy: by, submittedAt: there.official.now } : {}),
    })
    .execute()

/** What somebody has begun for a call, in a state. */
const anApplication = (there: Office, callId: CallId, by: PersonId, organisationId: OrganisationId, state: Begun['state']) =>
  inScope(there.db, there.territory.id, (tx) => putApplication(tx, there, { callId, by, organisationId, state }))

describe('an order opens a call', () => {
  test('with everything it says, at the moments of the local clock, and everybody may read of it', async () => {
    const there = await anOfficeWithCalls(database.db)
    const { callId, orderId } = await anOpenedCall(there)
    const call = await theCall(there, callId)
    expect(call).toMatchObject({ title: 'Приём заявок 2021 года', places: 2, orderId, pointNumber: '1', spreadLimit: 25 })
    expect(call.opensAt).toEqual(instantOf('2021-09-01', '09:00:00', there.territory.timeZone))
    expect(call.closesAt).toEqual(instantOf('2021-10-01', '18:00:00', there.territory.timeZone))
    expect(call.criteria.map(({ comment }) => comment)).toEqual(['edges', 'edges'])
    expect(call.localTime).toBe('по московскому времени')
    expect((await inTx(there, (tx) => callsNow(tx, there.official))).map(({ id }) => id)).toEqual([callId])
    const { rows } = await database.adminPool.query(
      'select title, host_kinds, criteria from published_calls where call_id = $1',
      [callId],
    )
    expect(rows[0]).toMatchObject({ title: 'Приём заявок 2021 года', host_kinds: ['school', 'kindergarten', 'supplementary'] })
    expect(rows[0].criteria).toHaveLength(2)
  })

  test('heads of those who may apply and of municipal authorities are told once; nobody else is', async () => {
    const there = await anOfficeWithCalls(database.db)
    const school = await aSchool(there)
    const second = await anOrganisation(there.db, there.territory, { kind: 'kindergarten' })
    await inScope(there.db, there.territory.id, (tx) =>
      tx
        .insertInto('posts')
        .values({
          territoryId: there.territory.id,
          id: newId(),
          personId: school.headId,
          organisationId: second,
          kind: 'head',
          title: 'заведующая',
          startsOn: '2020-01-01',
        })
        .execute(),
    )
    const district = await anOrganisation(there.db, there.territory, { kind: 'authority' })
    const districtHead = await aPerson(there.db, there.territory, { post: { organisationId: district, kind: 'head' } })
    const institute = await anOrganisation(there.db, there.territory, { kind: 'institute' })
    await aPerson(there.db, there.territory, { post: { organisationId: institute, kind: 'head' } })
    await anOpenedCall(there)
    expect((await noticesOf(there, 'call.announced')).sort()).toEqual([school.headId, districtHead].sort())
  })

  test('the preview names who will be told, and who has to be told by hand', async () => {
    const there = await anOfficeWithCalls(database.db)
    await aSchool(there, 'Лесная школа')
    await anOrganisation(there.db, there.territory, { shortName: 'Полевая школа' })
    const orderId = await aSubmitted(there, [aPoint([aCall()])])
    const preview = await inTx(there, async (tx) =>
      previewOrder(tx, there.official, (await findOrder(tx, there.official, orderId))!),
    )
    const lines = preview.points[0]!.changes[0]!.lines
    const told = lines.find(({ what }) => what.startsWith('Уведомление получат'))!
    expect(told.what).toBe('Уведомление получат: 1 человек')
    expect(told.after).toBe('руководители организаций, которые могут подать заявку: Лесная школа')
    expect(told.warning).toBe('Руководитель не записан, сообщите сами: Полевая школа')
    expect(lines[0]!.basis.map(({ clause }) => clause)).toEqual(['3.4'])
    expect(preview.refusals).toEqual([])
  })

  test.each<[string, Partial<EffectOf<'openCall'>>, string]>([
    ['it ends before it begins', { closesOn: '2021-09-01', closesAt: '08:59', reviewDueOn: null }, 'order.callTimesReversed'],
    ['it ends at the moment it begins', { closesOn: '2021-09-01', closesAt: '09:00' }, 'order.callTimesReversed'],
    ['it is over already', { opensOn: '2021-08-01', closesOn: '2021-09-01', closesAt: '11:59' }, 'order.callOverAlready'],
    ['somebody may not apply', { initiators: ['organisation', 'operator'] }, 'order.callInitiator'],
    ['there are no criteria', { criteria: [] }, 'order.callNoCriteria'],
    ['no criterion counts', { criteria: aCall().criteria.map((one) => ({ ...one, weight: 0 })) }, 'order.callNoCriteria'],
    ['nobody reads', { expertsPerApplication: 0 }, 'order.callNoExperts'],
    ['the review ends before the call', { reviewDueOn: '2021-09-30' }, 'order.callReviewTooEarly'],
  ])('refused: %s', async (_, more, rule) => {
    const there = await anOfficeWithCalls(database.db)
    expect(await refusals(there, aCall(more))).toEqual([rule])
  })

  test('the last minute of the day of signing is still a call', async () => {
    const there = await anOfficeWithCalls(database.db)
    expect(await refusals(there, aCall({ opensOn: '2021-08-01', closesOn: '2021-09-01', closesAt: '12:01' }))).toEqual([])
  })

  test('refused where the paper says nothing of calls, and no clause is named for what it does not say', async () => {
    const there = await anOffice(database.db, '2021-09-01', chebula)
    await theRegulationOrder(there)
    const result = await sign(there, await aSubmitted(there, [aPoint([aCall()])]))
    expect(result).toMatchObject({ refusal: { rule: 'order.noCallsHere', params: { reason: 'Положение об этом молчит' } } })
  })

  test('the same call is not opened twice', async () => {
    const there = await anOfficeWithCalls(database.db)
    const { call } = await anOpenedCall(there)
    expect(await refusals(there, call)).toEqual(['order.callOpenedTwice'])
  })
})

describe('an order prolongs a call', () => {
  test('the closing moves, what it was is kept, and a call that is over receives again', async () => {
    const there = await anOfficeWithCalls(database.db)
    const school = await aSchool(there)
    const { callId } = await anOpenedCall(there)
    const later = await onDay(there, '2021-10-05')
    expect(mayReceive(await theCall(later, callId), later.official.now)).toMatchObject({ refusal: { rule: 'call.closed' } })
    const orderId = await aSigned(later, [aPoint([extend(callId, { reviewDueOn: '2021-11-20' })])])
    const call = await theCall(later, callId)
    expect(call.closesAt).toEqual(instantOf('2021-10-10', '12:00:00', there.territory.timeZone))
    expect(call.reviewDueOn).toBe('2021-11-20')
    expect(mayReceive(call, later.official.now)).toEqual({ ok: true, value: null })
    expect(await inTx(later, (tx) => extensionsOf(tx, later.official, callId))).toMatchObject([
      { orderId, closedBefore: instantOf('2021-10-01', '18:00:00', there.territory.timeZone) },
    ])
    expect(await noticesOf(later, 'call.extended')).toEqual([school.headId])
  })

  test.each<[string, Partial<EffectOf<'extendCall'>>, string]>([
    ['not later than it is', { closesOn: '2021-10-01', closesAt: '18:00' }, 'order.callExtensionIsShorter'],
    ['beyond the day of the review', { closesOn: '2021-11-02' }, 'order.callReviewTooEarly'],
    ['an unknown call', { callId: newId() }, 'order.unknownCall'],
  ])('refused: %s', async (_, more, rule) => {
    const there = await anOfficeWithCalls(database.db)
    const { callId } = await anOpenedCall(there)
    expect(await refusals(there, extend(callId, more))).toEqual([rule])
  })

  test('not twice in one order, and not to a moment that is past', async () => {
    const there = await anOfficeWithCalls(database.db)
    const { callId } = await anOpenedCall(there)
    expect(await refusals(there, extend(callId), extend(callId))).toEqual(['order.callExtendedTwice', 'order.callExtendedTwice'])
    const later = await onDay(there, '2021-10-20')
    expect(await refusals(later, extend(callId))).toEqual(['order.callOverAlready'])
  })
})

describe('an order is revoked', () => {
  test('the call it opened is over from that day; its writers are told', async () => {
    const there = await anOfficeWithCalls(database.db)
    const { id, headId } = await aSchool(there)
    const { callId, orderId } = await anOpenedCall(there)
    await anApplication(there, callId, headId, id, 'draft')
    const later = await onDay(there, '2021-09-10')
    await aSigned(later, [aPoint([{ kind: 'revoke', orderId }])])
    const call = await theCall(later, callId)
    expect(call.revokedOn).toBe('2021-09-10')
    expect(callState(call, later.official.now)).toBe('closed')
    expect(await inTx(later, (tx) => callsNow(tx, later.official))).toEqual([])
    expect(await noticesOf(later, 'call.revoked')).toEqual([headId])
    expect(await refusals(later, extend(callId))).toEqual(['order.callRevoked'])
  })

  test('not while an application that was received rests on it', async () => {
    const there = await anOfficeWithCalls(database.db)
    const { id, headId } = await aSchool(there)
    const { callId, orderId } = await anOpenedCall(there)
    await anApplication(there, callId, headId, id, 'submitted')
    expect(await refusals(there, { kind: 'revoke', orderId })).toEqual(['order.callHasApplications'])
    const lines = await inTx(there, (tx) => callsList(tx, there.official).page(50, 0))
    expect([lines.length, lines[0]!.submitted, lines[0]!.drafts]).toEqual([1, 1, 0])
  })

  test('an application that arrives at the same moment is waited for', async () => {
    const there = await anOfficeWithCalls(database.db)
    const { id, headId } = await aSchool(there)
    const { callId, orderId } = await anOpenedCall(there)
    let refused: Promise<string[]> = Promise.resolve([])
    await inScope(there.db, there.territory.id, async (tx) => {
      expect(await lockCall(tx, there.official, callId)).toMatchObject({ id: callId })
      refused = refusals(there, { kind: 'revoke', orderId })
      await new Promise((resolve) => setTimeout(resolve, 500))
      await putApplication(tx, there, { callId, by: headId, organisationId: id, state: 'submitted' })
    })
    expect(await refused).toEqual(['order.callHasApplications'])
  })

  test('a prolongation is taken back: the call closes when it would have; a later one stands', async () => {
    const there = await anOfficeWithCalls(database.db)
    const { callId } = await anOpenedCall(there)
    const first = await aSigned(there, [aPoint([extend(callId, { closesOn: '2021-10-10', reviewDueOn: '2021-11-15' })])])
    const second = await aSigned(there, [aPoint([extend(callId, { closesOn: '2021-10-20' })])])
    await aSigned(there, [aPoint([{ kind: 'revoke', orderId: first }])])
    const closing = async () => (await theCall(there, callId)).closesAt
    expect(await closing()).toEqual(instantOf('2021-10-20', '12:00:00', there.territory.timeZone))
    expect((await theCall(there, callId)).reviewDueOn).toBe('2021-11-01')
    await aSigned(there, [aPoint([{ kind: 'revoke', orderId: second }])])
    expect(await closing()).toEqual(instantOf('2021-10-01', '18:00:00', there.territory.timeZone))
    expect(await inTx(there, (tx) => extensionsOf(tx, there.official, callId))).toEqual([])
    const { rows } = await database.adminPool.query('select closes_at from published_calls where call_id = $1', [callId])
    expect(rows[0].closes_at).toEqual(await closing())
  })
})

test('history tells of all of it', async () => {
  const there = await anOfficeWithCalls(database.db)
  const { callId, orderId } = await anOpenedCall(there)
  await aSigned(there, [aPoint([extend(callId)])])
  await aSigned(there, [aPoint([{ kind: 'revoke', orderId }])])
  const kinds = await inScope(there.db, there.territory.id, async (tx) => {
    const { rows } = await sql<{ kind: string }>`select kind from history where subject_id = ${callId} order by seq`.execute(tx)
    return rows.map(({ kind }) => kind)
  })
  expect(kinds).toEqual(['call.opened', 'call.extended', 'call.revoked'])
})

test('a call of another territory is not found', async () => {
  const there = await anOfficeWithCalls(database.db)
  const { callId } = await anOpenedCall(there)
  const other = await anOfficeWithCalls(database.db)
  expect(await inTx(other, (tx) => callById(tx, other.official, callId))).toBeNull()
  expect(await refusals(other, extend(callId))).toEqual(['order.unknownCall'])
})

describe('the calendar', () => {
  const told = async (there: Office, after: string, to: string) => {
    const notices = await inTx(there, async (tx) => [
      ...(await callNotices(tx, there.territory.id, { after, to })),
      ...(await unsentNotices(tx, there.territory.id, { after, to })),
    ])
    return notices.map(({ personId, kind, onDay, params }) => ({
      personId,
      kind,
      onDay,
      days: 'days' in params ? params.days : null,
    }))
  }

  test('tells on the first day that a call begins, unless it was announced that day', async () => {
    const there = await anOfficeWithCalls(database.db)
    const school = await aSchool(there)
    await anOpenedCall(there, { opensOn: '2021-09-05' })
    await anOpenedCall(there, { opensOn: '2021-09-01' })
    expect(await told(there, '2021-08-31', '2021-09-04')).toEqual([])
    expect(await told(there, '2021-09-04', '2021-09-05')).toEqual([
      { personId: school.headId, kind: 'call.opened', onDay: '2021-09-05', days: null },
    ])
  })

  test('reminds of an unsent application a week and a day before the end, never of one that is sent', async () => {
    const there = await anOfficeWithCalls(database.db)
    const [writer, sender] = [await aSchool(there), await aSchool(there)]
    const { callId } = await anOpenedCall(there)
    await anApplication(there, callId, writer.headId, writer.id, 'draft')
    await anApplication(there, callId, sender.headId, sender.id, 'submitted')
    expect(await told(there, '2021-09-23', '2021-09-24')).toEqual([
      { personId: writer.headId, kind: 'application.unsent', onDay: '2021-09-24', days: 7 },
    ])
    expect(await told(there, '2021-09-29', '2021-09-30')).toEqual([
      { personId: writer.headId, kind: 'application.unsent', onDay: '2021-09-30', days: 1 },
    ])
    expect(await told(there, '2021-09-30', '2021-10-01')).toEqual([])
    expect(await told(there, '2021-09-20', '2021-10-05')).toEqual([])
  })
})
