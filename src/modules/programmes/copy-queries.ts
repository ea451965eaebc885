import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { holds, questionOf } from '../../db/words.ts'
import { pageWithin } from '../../kernel/lists.ts'
import type { Instant, OrganisationId, ProgrammeId, ProgrammeVersionId } from '../../kernel/types.ts'

/** A programme whose parts may be taken over: the newest fixed version. */
export type CopySource = {
  readonly id: ProgrammeId
  readonly versionId: ProgrammeVersionId
  readonly title: string
  readonly organisation: string
  readonly fixedAt: Instant
  readonly isOwn: boolean
}
export const pageSize = 50

type Asked = {
  /** The programme that is being written, and its organisations. */
  readonly programmeId: ProgrammeId
  readonly organisationIds: readonly OrganisationId[]
  readonly q: string | null
  readonly page: number
  readonly only?: string
}

/**
 * Programmes of this territory that parts may be taken from: those of the same organisations, whatever became of them, and those of sites in the
 * public register. Own ones first, then the newest; beyond the last page stands the last one.
 */
export async function copySources(
  tx: Tx,
  { territory }: Pick<Ctx, 'territory'>,
  asked: Asked,
): Promise<{ sources: CopySource[]; total: number; page: number }> {
  const { programmeId, organisationIds, q, page, only = null } = asked
  const question = questionOf(q)
  const asFound = question === '' ? sql`true` : holds(sql`title || ' ' || organisation`, question)
  const { rows } = await sql<CopySource & { total: number }>`
    with found as (
      select p.id, v.id as version_id, p.title, v.fixed_at, o.organisation, o.is_own, p.site_id is not null and e.site_id is not null as is_public
      from programmes p
        join lateral (select id, fixed_at from programme_versions v where v.territory_id = p.territory_id and v.programme_id = p.id
          and v.state = 'fixed' order by v.number desc limit 1) v on true
        left join register_entries e on e.territory_id = p.territory_id and e.site_id = p.site_id
        join lateral (select (array_agg(g.short_name order by m.is_lead desc))[1] as organisation,
            coalesce(bool_or(g.id = any(${organisationIds}::uuid[])), false) as is_own
          from (select organisation_id, is_lead from site_organisations s where s.territory_id = p.territory_id and s.site_id = p.site_id
            union all select organisation_id, is_lead from application_organisations a where a.territory_id = p.territory_id
              and a.application_id = p.application_id and p.site_id is null and a.state <> 'declined') m
            join organisations g on g.territory_id = p.territory_id and g.id = m.organisation_id) o on true
      where p.territory_id = ${territory.id} and p.id <> ${programmeId} and (${only}::uuid is null or p.id = ${only}::uuid)
    ), asked as (select * from found where (is_own or is_public) and ${asFound})
    select id, version_id as "versionId", title, fixed_at as "fixedAt", organisation, is_own as "isOwn", (select count(*)::int from asked) as total
    from asked order by is_own desc, fixed_at desc, id
    limit ${pageSize} offset (select least(${page - 1}::int, greatest(count(*) - 1, 0) / ${pageSize}::int) * ${pageSize}::int from asked)`.execute(
    tx,
  )
  const total = rows[0]?.total ?? 0
  return { sources: rows.map(({ total: _, ...source }) => source), total, page: pageWithin(page, total, pageSize) }
}
