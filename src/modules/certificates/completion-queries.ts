import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { addDays } from '../../kernel/dates.ts'
import type { ProgrammeVersionId, SiteId, TraineeshipId } from '../../kernel/types.ts'
import { completionOf } from '../programmes/completion-rules.ts'
import { hasConditions, versionsByIds } from '../programmes/queries.ts'
import { type PlanRow, planRows } from '../traineeships/plan-queries.ts'
import { anyFinished, finishedTraineeships, type TraineeshipRow } from '../traineeships/queries.ts'
import { measuredAtExit } from '../tryouts/measure-queries.ts'
import { standsOfTryOuts } from '../tryouts/stand-queries.ts'
import { type Candidate, type Condition, conditionsOf, isMet, type Learnt, progressOf } from './completion-rules.ts'

type Where = Pick<Ctx, 'territory' | 'today'>

/** A finished traineeship without a paper that holds, with all that its paper would say. */
export type FoundCandidate = Candidate & Learnt & { readonly row: TraineeshipRow }

/** Papers are spoken of for so many days after the traineeship. */
const spokenOf = 365
/** More are never looked through at once, of however many sites they are asked. */
const mostLookedAt = 1000

/** That the version of `t` asks for something before its paper, and no paper about it holds. */
const unpapered: RawBuilder<boolean> = sql`${hasConditions(sql`t.territory_id`, sql`t.version_id`)}
  and not exists (select from certificates done where done.territory_id = t.territory_id
    and done.traineeship_id = t.id and done.state = 'issued')`

const wanted = ({ today }: Where, sites: readonly SiteId[]) => ({ sites, since: addDays(today, -spokenOf), also: unpapered })

/** Whether these sites have finished traineeships that a paper may be given for, for a condition that is asked with others. */
export const mayHaveCandidates = (ctx: Where, sites: readonly SiteId[]) => anyFinished(ctx, wanted(ctx, sites))

/** Finished traineeships of these sites that have no paper and whose version has conditions, each with how it meets them; or those of `ids`. (X-T1) */
export async function candidatesAt(
  tx: Tx,
  ctx: Where,
  sites: readonly SiteId[],
  ids?: readonly TraineeshipId[],
): Promise<FoundCandidate[]> {
  const asked = ids ? { sites, ids, also: unpapered } : wanted(ctx, sites)
  const rows = await finishedTraineeships(tx, ctx, asked).page(mostLookedAt, 0)
  if (rows.length === 0) return []
  const versions = await versionsByIds(tx, ctx, [...new Set(rows.map(({ versionId }) => versionId))])
  const asking = rows.flatMap((row) => {
    const version = versions.get(row.versionId)
    return version && completionOf(version.content) ? [{ row, version }] : []
  })
  return asking.length === 0 ? [] : progressed(tx, ctx, asking)
}

async function progressed(
  tx: Tx,
  ctx: Where,
  asking: readonly { readonly row: TraineeshipRow; readonly version: Learnt['version'] }[],
): Promise<FoundCandidate[]> {
  const ids = asking.map(({ row }) => row.id)
  const [plans, stands, measured] = await Promise.all([
    planRows(tx, ctx, ids),
    standsOfTryOuts(tx, ctx, ids),
    measuredAtExit(tx, ctx, ids),
  ])
  const plansOf = Map.groupBy(plans, ({ traineeshipId }) => traineeshipId)
  const standsOf = Map.groupBy(stands, ({ traineeshipId }) => traineeshipId)
  return asking.map(({ row, version }) => {
    const rows = plansOf.get(row.id) ?? []
    const known = { given: row.given, rows, stands: standsOf.get(row.id) ?? [], measured: measured.has(row.id) }
    const progress = progressOf(version.content, known)
    return { id: row.id, person: row.person, row, version, rows, progress, conditions: conditionsOf(version.content, progress) }
  })
}

/** The conditions of one traineeship as it stands now, whether it goes on or is finished; null where its version has none. */
export async function conditionsOfTraineeship(
  tx: Tx,
  ctx: Where,
  { id, versionId, given, rows }: { id: TraineeshipId; versionId: ProgrammeVersionId; given: number; rows: readonly PlanRow[] },
): Promise<Condition[] | null> {
  const [versions, stands, measured] = await Promise.all([
    versionsByIds(tx, ctx, [versionId]),
    standsOfTryOuts(tx, ctx, [id]),
    measuredAtExit(tx, ctx, [id]),
  ])
  const content = versions.get(versionId)?.content
  if (!content || completionOf(content) === null) return null
  return conditionsOf(content, progressOf(content, { given, rows, stands, measured: measured.has(id) }))
}

/** How many are ready for a paper at each of these sites. */
export async function masteredAtSites(tx: Tx, ctx: Where, sites: readonly SiteId[]) {
  const ready = (await candidatesAt(tx, ctx, sites)).filter(({ conditions }) => isMet(conditions))
  return [...Map.groupBy(ready, ({ row }) => row.siteId)].map(([siteId, all]) => ({
    ...{ siteId, siteName: all[0]?.row.siteName ?? '', people: all.length },
  }))
}
