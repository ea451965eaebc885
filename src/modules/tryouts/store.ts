import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { namesOfFiles } from '../../files/store.ts'
import type { FileId, Instant, PersonId, SiteId, TraineeshipId, TraineeshipRowId, TryOutId } from '../../kernel/types.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import { asksSelfAssessment } from '../../regulation/work/questions.ts'
import { nameOfPerson } from '../people/name-queries.ts'
import { contentOfVersion } from '../programmes/queries.ts'
import { nameOfSite } from '../sites/site-queries.ts'
import { idsLedBy } from '../traineeships/queries.ts'
import type { OpenTryOut } from './case.ts'
import type { TryOutState } from './machine.ts'
import type { Criterion } from './rules.ts'

type Where = Pick<Ctx, 'territory' | 'today'>

/** A round that was handed in. */
export type Work = {
  readonly id: string
  readonly number: number
  readonly words: string | null
  readonly link: string | null
  readonly children: boolean | null
  readonly handedAt: Instant
  readonly remark: string | null
  readonly files: readonly { readonly id: FileId; readonly name: string }[]
}

/** Every round, the newest first. */
export async function worksOf(tx: Tx, { territory }: Pick<Ctx, 'territory'>, id: TryOutId): Promise<Work[]> {
  const { rows } = await sql<Omit<Work, 'files'> & { fileIds: readonly FileId[] }>`
    select w.id, w.number, w.words, w.link, w.children, w.handed_at, w.remark, coalesce((select json_agg(t.file_id order by t.position) from tryout_files t
      where t.territory_id = w.territory_id and t.work_id = w.id), '[]') as file_ids
    from tryout_works w where w.territory_id = ${territory.id} and w.tryout_id = ${id} order by w.number desc`.execute(tx)
  const names = await namesOfFiles(
    tx,
    { territory },
    rows.flatMap(({ fileIds }) => fileIds),
  )
  return rows.map(({ fileIds, ...work }) => ({
    ...work,
    files: fileIds.map((file) => ({ id: file, name: names.get(file) ?? '' })),
  }))
}

/** By what a try-out is judged: the criteria of the version the trainee learns by; of a programme without any, as a whole. */
export async function criteriaOf(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  { one, trainee }: OpenTryOut,
): Promise<readonly Criterion[]> {
  const { assessment } = await contentOfVersion(tx, ctx, trainee.versionId)
  const { criteria } = assessment.external
  return criteria.length > 0 ? criteria : [{ id: one.rowId, text: 'Проба в целом', indicator: '' }]
}

/** Whether this trainee rates the work before seeing how others do. */
export const asksSelf = ({ site }: OpenTryOut): boolean => asksSelfAssessment(site.regulation).value

/** A try-out in a list. */
export type TryOutRow = {
  readonly id: TryOutId
  readonly traineeshipId: TraineeshipId
  readonly rowId: TraineeshipRowId
  readonly siteId: SiteId
  readonly siteName: string
  readonly personId: PersonId
  readonly person: string
  readonly title: string
  readonly state: TryOutState
  readonly handedAt: Instant | null
  readonly remark: string | null
}

/** Whether the person of the context judges the try-out `y`: heads its site, or leads its traineeship. */
export const judgedBy = (ctx: Ctx) =>
  sql<boolean>`(y.site_id = any(${[...ctx.actor.headsSites]}::uuid[]) or y.traineeship_id = any(${idsLedBy(ctx)}))`

/** Try-outs by a condition on `y`; `newest` first, else those that have waited longest. */
export const tryoutsBy = (tx: Tx, ctx: Where, { where }: { where: RawBuilder<unknown> }): Rows<TryOutRow> =>
  sqlRows(tx, {
    select: sql`y.id, y.traineeship_id, y.row_id, y.site_id, ${nameOfSite(ctx, sql`y.site_id`)} as site_name, y.person_id, ${nameOfPerson(ctx, sql`y.person_id`)} as person,
      y.title, y.state, y.handed_at, y.remark`,
    from: sql`tryouts y`,
    where: sql`y.territory_id = ${ctx.territory.id} and ${where}`,
    order: [sql`coalesce(y.handed_at, y.created_at)`, sql`y.id`],
  })
