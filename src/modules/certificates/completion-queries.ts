import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { addDays } from '../../kernel/dates.ts'
import type { ProgrammeVersionId, SiteId, TraineeshipId } from '../../kernel/types.ts'
import { completionOf, conditionsSaid, hoursToAttend } from '../programmes/completion-rules.ts'
import type { ProgrammeContent } from '../programmes/model.ts'
import { versionsByIds } from '../programmes/queries.ts'
import { type PlanRow, planRows } from '../traineeships/plan-queries.ts'
import { anyFinished, finishedTraineeships, type TraineeshipRow } from '../traineeships/queries.ts'
import { measuredAtExit } from '../tryouts/measure-queries.ts'
import { standsOfTryOuts } from '../tryouts/stand-queries.ts'
import { type Candidate, type Condition, conditionsOf, isMet, type Progress, qualifiedBy } from './completion-rules.ts'
import type { Mastered, Worth } from './model.ts'

type Where = Pick<Ctx, 'territory' | 'today'>
type Version = { readonly number: number; readonly content: ProgrammeContent }

/** A finished traineeship without a paper that holds, with all that its paper would say. */
export type FoundCandidate = Candidate & {
  readonly row: TraineeshipRow
  readonly version: Version
  readonly rows: readonly PlanRow[]
  readonly progress: Progress
}

/** Papers are spoken of for so many days after the traineeship. */
const spokenOf = 365
/** More of one site are never looked through at once. */
const mostLookedAt = 1000

/** That no paper about this traineeship holds, of `t`. */
const unpapered: RawBuilder<boolean> = sql`not exists (select from certificates done where done.territory_id = t.territory_id
  and done.traineeship_id = t.id and done.state = 'issued')`

const wanted = ({ today }: Where, sites: readonly SiteId[]) => ({ sites, since: addDays(today, -spokenOf), also: unpapered })

/** Whether these sites have finished traineeships without a paper, for a condition that is asked with others. */
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
  asking: readonly { readonly row: TraineeshipRow; readonly version: Version }[],
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
    const its = { rows, stands: standsOf.get(row.id) ?? [], measured: measured.has(row.id) }
    const progress = progressOf(row, version.content, its)
    return { id: row.id, person: row.person, row, version, rows, progress, conditions: conditionsBy(version.content, progress) }
  })
}

const conditionsBy = (content: ProgrammeContent, progress: Progress): Condition[] => {
  const asked = completionOf(content)
  return asked ? conditionsOf(asked, progress) : []
}

type Its = {
  readonly rows: readonly PlanRow[]
  readonly stands: Awaited<ReturnType<typeof standsOfTryOuts>>
  readonly measured: boolean
}
const ownHours = (rows: readonly PlanRow[]): number => rows.reduce((sum, { given, hours }) => sum + (given ? hours : 0), 0)

/** What a trainee has done of the version; hours brought along count as far as the programme has room for them. */
function progressOf(
  { given }: Pick<TraineeshipRow, 'given'>,
  content: ProgrammeContent,
  { rows, stands, measured }: Its,
): Progress {
  const of = hoursToAttend(content)
  const itemOf = new Map(rows.map(({ id, itemId }) => [id, itemId]))
  return {
    hours: Math.min(Math.max(given, ownHours(rows)), of),
    of,
    items: new Map(rows.map(({ itemId, title, given: held, leftOut }) => [itemId, { title, given: held, leftOut }])),
    tryOuts: new Map(stands.flatMap(({ rowId, ...stand }) => (itemOf.has(rowId) ? [[itemOf.get(rowId) ?? '', stand]] : []))),
    measured,
  }
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
  return conditionsBy(content, progressOf({ given }, content, { rows, stands, measured: measured.has(id) }))
}

const broughtAlong = 'Часы с прежней площадки'

/** What the paper of a traineeship says. */
export function worthOf({ row, version, rows, progress }: FoundCandidate): Worth {
  const topics = [...Map.groupBy(rows, ({ topic }) => topic)]
    .map(([title, same]) => ({ title, hours: ownHours(same) }))
    .filter(({ hours }) => hours > 0)
  const along = progress.hours - ownHours(rows)
  const mastered: Mastered = {
    programme: row.title,
    version: version.number,
    of: progress.of,
    topics: along > 0 ? [...topics, { title: broughtAlong, hours: along }] : topics,
    conditions: conditionsSaid(version.content).map(({ text }) => text),
    format: row.format,
    licenceHolder: row.licenceHolder,
    qualifiedBy: qualifiedBy({ licenceHolder: row.licenceHolder, of: progress.of }),
  }
  return {
    ...{ personId: row.personId, organisationId: row.organisationId, traineeshipId: row.id, mastered, lines: [] },
    ...{ hours: progress.hours, from: row.startsOn, to: row.endedOn ?? row.endsOn },
    events: rows.flatMap(({ eventId, given, hours }) => (eventId !== null && given && hours > 0 ? [{ eventId, hours }] : [])),
  }
}

/** How many are ready for a paper at each of these sites. */
export async function masteredAtSites(tx: Tx, ctx: Where, sites: readonly SiteId[]) {
  const ready = (await candidatesAt(tx, ctx, sites)).filter(({ conditions }) => isMet(conditions))
  return [...Map.groupBy(ready, ({ row }) => row.siteId)].map(([siteId, all]) => ({
    ...{ siteId, siteName: all[0]?.row.siteName ?? '', people: all.length },
  }))
}
