import type { NamedPeriod, PeriodKey } from '../../kernel/periods.ts'
import type { Day, Instant, PersonId, PlanId, PlanVersionId, SiteId } from '../../kernel/types.ts'
import type { OwnValues } from '../../regulation/fields.ts'

export type PlanState = 'draft' | 'submitted' | 'approved' | 'superseded'
/** How a version is called to people: a draft that came back with a remark is «Возвращён», whatever may be done with it. */
export type ShownState = PlanState | 'returned'
export type PlanAction = 'change' | 'submit' | 'drop' | 'renew' | 'pass' | 'return' | 'approve' | 'withdraw' | 'supersede'

/** One line of a plan. Its key stays the same from version to version, so that execution and comparison follow it. */
export type Line = {
  readonly key: string
  readonly activity: string
  readonly form: string | null
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly direction: string | null
  readonly personIds: readonly PersonId[]
  /** What is written into the columns that mean nothing to the system. */
  readonly own: OwnValues
}

declare module '../../db/columns.ts' {
  interface JsonColumns {
    'plan_lines.own': OwnValues
  }
}

/** From where people came, as the lists of a line tell it: so many people from so many organisations, schools among them. */
export type CameFrom = { readonly people: number; readonly organisations: number; readonly schools: number }

declare module '../../db/columns.ts' {
  interface JsonColumns {
    'executions.came_from': CameFrom
  }
}

/** What came of a line. */
export type Execution = {
  readonly outcome: 'held' | 'cancelled'
  readonly heldOn: Day | null
  readonly peopleCount: number | null
  /** Null: nobody has kept lists. */
  readonly cameFrom: CameFrom | null
  readonly note: string | null
  readonly editVersion: number
}

export type PlanVersion = {
  readonly id: PlanVersionId
  readonly planId: PlanId
  readonly number: number
  readonly state: PlanState
  readonly reason: string | null
  readonly submittedAt: Instant | null
  readonly approvedOn: Day | null
  readonly createdAt: Instant
  readonly editVersion: number
}

/** Where a plan stands: its version in hand, under the id of the plan. */
export type PlanPlace = Omit<PlanVersion, 'id' | 'planId'> & {
  readonly id: PlanId
  readonly siteId: SiteId
  readonly versionId: PlanVersionId
}

export type Plan = { readonly id: PlanId; readonly siteId: SiteId; readonly period: NamedPeriod }

/** The days within which lines may lie: the period of the plan cut to the term of the site. */
export type PlanFrame = {
  readonly period: NamedPeriod
  readonly term: { readonly from: Day; readonly to: Day | null }
}

export type LineState = 'held' | 'cancelled' | 'overdue' | 'soon' | 'ahead'

declare module '../../db/columns.ts' {
  interface WordColumns {
    'plans.period': PeriodKey
    'registerActivities.period': PeriodKey
  }
}
