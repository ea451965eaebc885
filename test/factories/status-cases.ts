import { sql } from 'kysely'
import type { Db } from '../../src/db/pool.ts'
import { newId } from '../../src/kernel/ids.ts'
import { periodKey } from '../../src/kernel/periods.ts'
import type { Day, OrganisationId, PersonId, PlanId, PlanVersionId, SiteId, StatusCaseId } from '../../src/kernel/types.ts'
import { statusCases } from '../../src/modules/status-cases/case.ts'
import { startCase } from '../../src/modules/status-cases/deeds/start.ts'
import type { Regulation } from '../../src/regulation/schema.ts'
import { aPerson, ctxOf, inScope, type TestCtx } from '../factory.ts'
import { aGrant, anOffice, aPoint, aSchool, aSigned, done, type Office, onDay, theRegulationOrder } from './orders.ts'

/** A territory whose office has given one site its status, with everybody who has a say in what becomes of it. */
export type Life = {
  readonly office: Office
  readonly siteId: SiteId
  readonly hostId: OrganisationId
  readonly people: Readonly<Record<'head' | 'director' | 'methodist' | 'official' | 'signatory' | 'stranger', PersonId>>
  /** One of them on a day; without a day, the day after the grant. */
  readonly as: (who: keyof Life['people'], on?: Day) => Promise<TestCtx>
  /** The office on a day. */
  readonly on: (day: Day) => Promise<Office>
}

type Given = { from?: Day; to?: Day; today?: Day }

export async function aLife(db: Db, regulation: Regulation, given: Given = {}): Promise<Life> {
  const today = given.today ?? '2021-01-28'
  const office = await anOffice(db, today, regulation)
  await theRegulationOrder(office)
  const { id: hostId, headId: director } = await aSchool(office, 'Школа-площадка')
  const siteId = newId<SiteId>()
  const head = await aPerson(db, office.territory, {
    category: 'highest',
    post: { organisationId: hostId, kind: 'deputyHead', title: 'заместитель директора' },
  })
  await aSigned(office, [aPoint([aGrant(hostId, { siteId, from: given.from ?? today, to: given.to ?? '2022-08-31' })])])
  await inScope(db, office.territory.id, (tx) =>
    tx
      .insertInto('appointments')
      .values({
        territoryId: office.territory.id,
        id: newId(),
        personId: head,
        kind: 'head',
        siteId,
        startsOn: given.from ?? today,
        endsOn: given.to ?? '2022-08-31',
        grantedUntil: given.to ?? '2022-08-31',
      })
      .execute(),
  )
  const people = {
    head,
    director,
    methodist: await aPerson(db, office.territory, { roles: ['methodist'] }),
    official: office.officialId,
    signatory: office.signatoryId,
    stranger: await aPerson(db, office.territory),
  }
  return {
    office,
    siteId,
    hostId,
    people,
    as: (who, on = today) => ctxOf(db, office.territory, people[who], on),
    on: (day) => onDay(office, day),
  }
}

type CaseInput = Parameters<typeof startCase.run>[1]

/** A case opened by the operator unless told otherwise. */
export async function aCase(
  life: Life,
  more: Partial<CaseInput> & Pick<CaseInput, 'kind' | 'onDay'>,
  by?: TestCtx,
): Promise<StatusCaseId> {
  const ctx = by ?? (await life.as('methodist'))
  const opened = done(
    await startCase.run(ctx, {
      id: life.siteId,
      ground: null,
      untilDay: null,
      reason: 'Школа на ремонте',
      attachTo: null,
      planFate: null,
      ...more,
    }),
  )
  return opened as StatusCaseId
}

/** The case as it is stored now. */
export const caseNow = (life: Life, id: string) =>
  inScope(life.office.db, life.office.territory.id, async (tx) => {
    const opened = await statusCases.open(tx, { territory: life.office.territory, today: '2021-01-28' }, id)
    return opened!.one
  })

/** An approved plan with activities on these days; the head answers for them. */
export async function aPlanOf(life: Life, days: readonly Day[]): Promise<{ planId: PlanId; keys: string[] }> {
  const [planId, versionId] = [newId<PlanId>(), newId<PlanVersionId>()]
  const keys = days.map(() => newId())
  const territoryId = life.office.territory.id
  await inScope(life.office.db, territoryId, async (tx) => {
    await tx
      .insertInto('plans')
      .values({
        territoryId,
        id: planId,
        siteId: life.siteId,
        period: periodKey('2020/21'),
        startsOn: '2020-09-01',
        createdAt: new Date(),
      })
      .execute()
    await sql`insert into plan_versions (territory_id, id, plan_id, number, state, created_by, created_at, submitted_at, approved_at, approved_on)
      values (${territoryId}, ${versionId}, ${planId}, 1, 'approved', ${life.people.head}, now(), now(), now(), '2021-01-28')`.execute(
      tx,
    )
    for (const [position, day] of days.entries())
      await tx
        .insertInto('planLines')
        .values({
          territoryId,
          id: newId(),
          versionId,
          lineKey: keys[position]!,
          position,
          activity: `Урок ${position + 1}`,
          form: null,
          startsOn: day,
          endsOn: day,
          direction: null,
        })
        .execute()
  })
  return { planId, keys }
}
