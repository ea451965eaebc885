import type { Ctx } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import { move } from '../../kernel/machine.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { OrderId, PersonId, SiteId, StatusCaseId, TerritoryId } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { regulationById } from '../regulation/queries.ts'
import { siteStanding } from '../sites/standing-queries.ts'
import type { Standing } from '../sites/standing-rules.ts'
import { type CaseAction, type CaseKind, type CaseState, machine } from './machine.ts'
import type { PlanFate, Proposer, StatusCase } from './model.ts'

type Where = Pick<Ctx, 'territory' | 'today'>

/** A site as cases know it, with the regulation under which it was granted. */
export type StandingSite = {
  readonly id: SiteId
  readonly name: string
  readonly fullNames: readonly string[]
  readonly organisationIds: readonly string[]
  readonly theme: string
  readonly standing: Standing
  readonly regulation: Regulation
}

/** The site of a case; null when the territory has no such site. */
export async function standingSite(tx: Tx, ctx: Where, siteId: string): Promise<StandingSite | null> {
  const territoryId = ctx.territory.id
  const site = await tx
    .selectFrom('sites')
    .select(['id', 'theme', 'regulationId'])
    .where('territoryId', '=', territoryId)
    .where('id', '=', siteId)
    .executeTakeFirst()
  const standing = site && (await siteStanding(tx, territoryId, siteId))
  const stored = site && (await regulationById(tx, territoryId, site.regulationId, ctx.today))
  if (!site || !standing || !stored) return null
  const hosts = await tx
    .selectFrom('siteOrganisations as s')
    .innerJoin('organisations as o', (join) =>
      join.onRef('o.territoryId', '=', 's.territoryId').onRef('o.id', '=', 's.organisationId'),
    )
    .select(['o.id', 'o.shortName', 'o.fullName'])
    .where('s.territoryId', '=', territoryId)
    .where('s.siteId', '=', siteId)
    .orderBy('s.position')
    .execute()
  return {
    id: site.id as SiteId,
    name: hosts.map((one) => one.shortName).join(', '),
    fullNames: hosts.map((one) => one.fullName),
    organisationIds: hosts.map((one) => one.id),
    theme: site.theme,
    standing,
    regulation: stored.regulation,
  }
}

/** What permissions on a case and on the status of a site are asked about. */
export const subjectOf = (territoryId: TerritoryId, site: Pick<StandingSite, 'id' | 'organisationIds'>): Subject => ({
  territoryId,
  siteId: site.id,
  organisationIds: site.organisationIds,
})

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
