import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { move } from '../../kernel/machine.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { OrderId, PersonId, SiteId, StatusCaseId } from '../../kernel/types.ts'
import { type StandingSite, standingSite } from '../sites/standing-queries.ts'
import { type CaseAction, type CaseKind, type CaseState, machine } from './machine.ts'
import type { PlanFate, Proposer, StatusCase } from './model.ts'

type Where = Pick<Ctx, 'territory' | 'today'>

/** A case with its site. */
export type OpenCase = { readonly one: StatusCase; readonly site: StandingSite }

/** The case for reading; null when the territory has no such case. */
export const openCase = (tx: Tx, ctx: Where, id: string): Promise<OpenCase | null> => load(tx, ctx, id, false)

/** The case locked until the end of the transaction: whoever comes second sees what the first has done. */
export const lockCase = (tx: Tx, ctx: Where, id: string): Promise<OpenCase | null> => load(tx, ctx, id, true)

async function load(tx: Tx, ctx: Where, id: string, lock: boolean): Promise<OpenCase | null> {
  const row = await tx
    .selectFrom('statusCases')
    .selectAll()
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  const site = row && (await standingSite(tx, ctx, row.siteId))
  return row && site ? { one: asCase(row), site } : null
}

type Row = Awaited<ReturnType<typeof rowOf>>
const rowOf = (tx: Tx) => tx.selectFrom('statusCases').selectAll().executeTakeFirstOrThrow()

/** A stored case in the domain's own types. */
export const asCase = ({ editVersion, attachToSiteId, planFate, ...row }: Row): StatusCase => ({
  ...row,
  id: row.id as StatusCaseId,
  siteId: row.siteId as SiteId,
  kind: row.kind as CaseKind,
  state: row.state as CaseState,
  startedBy: row.startedBy as PersonId,
  proposedBy: row.proposedBy as Proposer,
  explainedBy: row.explainedBy as PersonId | null,
  submittedBy: row.submittedBy as PersonId | null,
  attachTo: attachToSiteId as SiteId | null,
  planFate: (planFate ?? 'keep') as PlanFate,
  orderId: row.orderId as OrderId | null,
  version: editVersion,
})

type Changes = Partial<{
  explanationDueOn: string | null
  explanationAskedAt: Date | null
  explanation: string | null
  explainedBy: string | null
  explainedAt: Date | null
  submissionNumber: number | null
  submissionYear: number | null
  submissionText: string | null
  submittedBy: string | null
  submittedAt: Date | null
  remark: string | null
  orderId: string | null
  closedAt: Date | null
  dropReason: string | null
}>

/** The only way to a new state of a locked case. */
export async function moveCase(
  tx: Tx,
  ctx: Where,
  one: StatusCase,
  action: CaseAction,
  set: Changes = {},
): Promise<Result<CaseState>> {
  const next = move(machine, one.state, action)
  if (!next.ok) return next
  await tx
    .updateTable('statusCases')
    .set({ ...set, state: next.value, editVersion: one.version + 1 })
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', one.id)
    .execute()
  return ok(next.value)
}
