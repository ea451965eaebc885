import type { Acting, Territory } from '../../src/authz/ctx.ts'
import type { Db } from '../../src/db/pool.ts'
import { newId } from '../../src/kernel/ids.ts'
import { academicYear } from '../../src/kernel/periods.ts'
import type { Day, OrganisationId, PersonId, PlanId, SiteId } from '../../src/kernel/types.ts'
import { startPlan } from '../../src/modules/plans/commands/start-plan.ts'
import { passPlan, returnPlan } from '../../src/modules/plans/deeds/decide.ts'
import { saveLines, submitPlan } from '../../src/modules/plans/deeds/write.ts'
import type { PlanVersion } from '../../src/modules/plans/model.ts'
import type { Row } from '../../src/modules/plans/rows.ts'
import { openPlan } from '../../src/modules/plans/store.ts'
import type { PostKind } from '../../src/regulation/dictionary.ts'
import type { Regulation } from '../../src/regulation/schema.ts'
import { anOrganisation, aPerson, aTerritory, ctxOf, inScope, type TestCtx } from '../factory.ts'
import { aNetwork, aSite, type Network } from './sites.ts'

/** A site with everyone its plan passes through. */
export type PlanningSite = {
  readonly db: Db
  readonly network: Network
  readonly territory: Territory
  readonly siteId: SiteId
  readonly organisationId: OrganisationId
  readonly people: Readonly<
    Record<'head' | 'mentor' | 'teacher' | 'methodist' | 'official' | 'coordinator' | 'stranger', PersonId>
  >
  /** The context of one of them on a day; without a day, on the territory's today. */
  readonly as: (who: keyof PlanningSite['people'], on?: Day) => Promise<TestCtx>
}

/** A site under a regulation on a day, with its head, a mentor, a teacher, and the people of the operator and the authority. */
export async function aPlanningSite(
  db: Db,
  regulation: Regulation,
  today: Day = '2021-09-01',
  term: { from: Day; to: Day | null } = { from: '2021-01-28', to: '2023-08-31' },
): Promise<PlanningSite> {
  const territory = await aTerritory(db, today)
  const network = await aNetwork(db, territory, regulation)
  const organisationId = await anOrganisation(db, territory)
  const siteId = await aSite(db, network, { organisationIds: [organisationId], ...term })
  const person = (kind?: PostKind) => aPerson(db, territory, kind ? { post: { organisationId, kind } } : {})
  const people = {
    head: await person('head'),
    mentor: await person('teacher'),
    teacher: await person('teacher'),
    methodist: await aPerson(db, territory, { roles: ['methodist'] }),
    official: await aPerson(db, territory, { roles: ['official'] }),
    coordinator: await person(),
    stranger: await person(),
  }
  await inScope(db, territory.id, async (tx) => {
    for (const kind of ['head', 'mentor', 'coordinator'] as const)
      await tx
        .insertInto('appointments')
        .values({
          territoryId: territory.id,
          id: newId(),
          personId: people[kind],
          kind,
          siteId,
          startsOn: term.from,
          endsOn: term.to,
        })
        .execute()
  })
  const as = (who: keyof typeof people, on?: Day) => ctxOf(db, territory, people[who], on)
  return { db, network, territory, siteId, organisationId, people, as }
}

/** A row of the table, complete unless told otherwise. */
export const aRow = (site: PlanningSite, regulation: Regulation, more: Partial<Row> = {}): Row => ({
  key: null,
  activity: 'Открытый урок: задачи на проценты',
  form: regulation.forms.catalogue[0]!.code,
  startsOn: '2021-10-12',
  endsOn: '2021-10-12',
  direction: null,
  personIds: [site.people.head],
  own: {},
  ...more,
})

/** The version that is being prepared or decided about, else the one in force. */
export const versionNow = (site: PlanningSite, planId: PlanId): Promise<PlanVersion> =>
  inScope(site.db, site.territory.id, async (tx) => {
    const opened = await openPlan(tx, { territory: site.territory, today: site.territory.demoToday! }, planId)
    return (opened!.open ?? opened!.approved)!
  })

export const mustWork = <T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

/** A draft with these rows, started by the head. */
export async function aDraft(site: PlanningSite, rows: readonly Row[], first = 2021): Promise<PlanId> {
  const head = await site.as('head')
  const planId = mustWork(await startPlan(head, { siteId: site.siteId, period: academicYear(first), copyFrom: null }))
  mustWork(await saveLines.run(head, { id: planId, version: 1, lines: [...rows], reason: null, sameDay: false }))
  return planId
}

/** Who speaks for a party of the regulation at such a site. */
export function whoDecides(party: string): keyof PlanningSite['people'] {
  if (party === 'operator') return 'methodist'
  if (party === 'authority') return 'official'
  return party === 'coordinator' || party === 'mentor' ? party : 'head'
}

/** Everybody of the regulation's chain says yes. */
export async function passChain(site: PlanningSite, regulation: Regulation, planId: PlanId): Promise<void> {
  const { editVersion } = await versionNow(site, planId)
  mustWork(await submitPlan.run(await site.as('head'), { id: planId, version: editVersion, sameDay: true }))
  for (const step of regulation.plan.chain) {
    const { editVersion: version } = await versionNow(site, planId)
    mustWork(await decidePlan(await site.as(whoDecides(step.by)), { id: planId, version, outcome: 'passed', remark: null }))
  }
}

/** An approved plan with these rows. */
export async function anApprovedPlan(site: PlanningSite, regulation: Regulation, rows: readonly Row[]): Promise<PlanId> {
  const planId = await aDraft(site, rows)
  await passChain(site, regulation, planId)
  return planId
}

export type Meeting = { present: number | null; inFavour: number | null; protocol: string | null }
type Decision = { id: PlanId; version: number; outcome: 'passed' | 'returned'; remark: string | null } & Partial<Meeting>

/** Says yes at the step a plan has come to, or returns it. */
export const decidePlan = (ctx: Acting, { outcome, ...sent }: Decision) =>
  (outcome === 'passed' ? passPlan : returnPlan).run(ctx, { present: null, inFavour: null, protocol: null, ...sent })
