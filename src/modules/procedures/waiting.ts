import { sql } from 'kysely'
import type { Tx } from '../../db/pool.ts'
import type { Day, OrganisationId, PersonId, RegulationId, SiteId } from '../../kernel/types.ts'
import type { When } from '../../kit/told.ts'
import type { Step } from '../../regulation/procedure.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { type ProcedureKind, stepsOf } from '../../regulation/work/steps.ts'
import { regulationById } from '../regulation/queries.ts'
import { joinedSite, organisationIdsOf } from '../sites/decider-queries.ts'
import { suspendedSites } from '../sites/standing-queries.ts'

type Row = {
  readonly subjectId: string
  readonly caseId: string
  readonly kind: ProcedureKind
  readonly report: string | null
  readonly name: string
  readonly step: number
  readonly arrivedOn: Day
  readonly dueOn: Day | null
  readonly siteId: SiteId
  readonly siteName: string
  readonly organisationIds: readonly OrganisationId[]
  readonly regulationId: RegulationId
  readonly spoken: readonly PersonId[]
}
/** Something that waits for a decision at a step. */
export type Waiting = Omit<Row, 'step'> & { readonly regulation: Regulation; readonly step: Step }

/** Everything of sites at work that waits for a decision, the longest waiting first. A report is also decided about after the status. */
export async function waitingFor(tx: Tx, ctx: When): Promise<readonly Waiting[]> {
  const { territory, today } = ctx
  const found = sql<Row>`
    select p.subject_id, p.case_id, p.kind, p.report, p.name, p.step, p.arrived_on, p.due_on, p.site_id, e.short_name as site_name, s.regulation_id,
      ${organisationIdsOf('s')} as organisation_ids,
      array(select v.person_id::text from procedure_voices v where v.territory_id = p.territory_id and v.subject_id = p.subject_id and v.round = p.round) as spoken
    from procedures p ${joinedSite('p')}
    where p.territory_id = ${territory.id} and p.state = 'going' and (p.kind = 'report' or s.ends_on is null or s.ends_on >= ${today})
    order by p.arrived_on, p.subject_id`.execute(tx)
  const [{ rows }, suspended] = await Promise.all([found, suspendedSites(tx, ctx)])
  const waiting = rows.filter(({ siteId }) => !suspended.has(siteId))
  const all = await Promise.all(
    waiting.map(async (row): Promise<Waiting[]> => {
      const stored = await regulationById(tx, territory.id, row.regulationId, today)
      const step = stored && stepsOf(stored.regulation, row.kind, row.report)[row.step]
      return step ? [{ ...row, regulation: stored.regulation, step }] : []
    }),
  )
  return all.flat()
}
