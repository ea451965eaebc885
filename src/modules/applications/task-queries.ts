import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { ApplicationId, Instant, RegulationLineId } from '../../kernel/types.ts'
import { livesBy } from '../regulation/lives-by-queries.ts'
import { lineIn } from '../regulation/queries.ts'

type Own = {
  readonly id: ApplicationId
  readonly theme: string
  /** The short name of the lead organisation. */
  readonly lead: string
}

/** An application in the hands of its authors. */
export type Unfinished = Own & {
  readonly state: 'draft' | 'returned'
  readonly number: number | null
  /** When its call ends; null without a call, or for one that has been sent before. */
  readonly closesAt: Instant | null
  readonly remarks: number
}

const lead = sql`(select o.short_name from application_organisations l join organisations o on o.territory_id = l.territory_id and o.id = l.organisation_id
  where l.territory_id = a.territory_id and l.application_id = a.id and l.is_lead)`

/** Applications the person writes and has to finish or to mend; a draft whose call is over waits for nothing. */
export async function unfinishedOf(tx: Tx, { territory, actor, now }: Ctx, limit: number): Promise<Unfinished[]> {
  const { rows } = await sql<Unfinished>`
    select a.id, a.theme, ${lead} as lead, a.state, a.number, case when a.state = 'draft' then c.closes_at end as closes_at,
      (select count(*)::int from application_remarks m where m.territory_id = a.territory_id and m.application_id = a.id and m.round = a.round
        and m.settled_at is null) as remarks
    from applications a left join calls c on c.territory_id = a.territory_id and c.id = a.call_id
    where a.territory_id = ${territory.id} and (a.state = 'returned' or (a.state = 'draft' and (c.id is null or c.closes_at >= ${now}) and c.revoked_on is null))
      and (a.created_by = ${actor.personId}
        or exists (select from application_editors e where e.territory_id = a.territory_id and e.application_id = a.id and e.person_id = ${actor.personId})
        or exists (select from application_organisations x where x.territory_id = a.territory_id and x.application_id = a.id and x.state = 'confirmed'
          and x.organisation_id = any(${[...actor.headsOrganisations]}::uuid[])))
    order by c.closes_at nulls last, a.id limit ${limit}`.execute(tx)
  return rows
}

/** A question to one of the organisations the person heads. */
export type AskedOfHead = Own & { readonly organisation: string; readonly by: string; readonly candidate: string | null }

/** Applications in which an organisation of the person has been asked to take part and has not answered. */
export const participationAsked = (tx: Tx, ctx: Ctx, limit: number): Promise<AskedOfHead[]> =>
  askedOf(tx, ctx, sql`x.state = 'asked'`, limit)

/** Applications in which an organisation of the person has not voted for the head of the common site. */
export const votesAsked = (tx: Tx, ctx: Ctx, limit: number): Promise<AskedOfHead[]> =>
  askedOf(
    tx,
    ctx,
    sql`x.state = 'confirmed' and a.head_person_id is not null
      and (select (r.document -> 'joint' ->> 'headChosenCollegially') = 'true' from regulations r
        where r.territory_id = a.territory_id and r.id = a.regulation_id)
      and (select count(*) from application_organisations y where y.territory_id = a.territory_id and y.application_id = a.id
        and y.state <> 'declined') > 1
      and not exists (select from application_votes v where v.territory_id = a.territory_id and v.application_id = a.id
        and v.organisation_id = x.organisation_id and v.candidate_person_id = a.head_person_id)`,
    limit,
  )

async function askedOf(
  tx: Tx,
  { territory, actor }: Ctx,
  condition: ReturnType<typeof sql<unknown>>,
  limit: number,
): Promise<AskedOfHead[]> {
  if (actor.headsOrganisations.length === 0) return []
  const { rows } = await sql<AskedOfHead>`
    select a.id, a.theme, ${lead} as lead, own.short_name as organisation, i.short_name as by,
      (select p.family_name || ' ' || left(p.given_name, 1) || '.' || coalesce(' ' || left(p.patronymic, 1) || '.', '') from people p
        where p.territory_id = a.territory_id and p.id = a.head_person_id) as candidate
    from application_organisations x
    join applications a on a.territory_id = x.territory_id and a.id = x.application_id
    join organisations own on own.territory_id = x.territory_id and own.id = x.organisation_id
    join organisations i on i.territory_id = a.territory_id and i.id = a.initiator_organisation_id
    where x.territory_id = ${territory.id} and x.organisation_id = any(${[...actor.headsOrganisations]}::uuid[])
      and a.state in ('draft', 'returned') and ${condition}
    order by a.id limit ${limit}`.execute(tx)
  return rows
}

/** Under which of the Положения of the territory each of its applications was begun. */
export const regulationOfApplications = livesBy<ApplicationId>('applications', async (tx, { territory }) => {
  const { rows } = await sql<{ id: ApplicationId; lineId: RegulationLineId }>`
    select a.id, ${lineIn('a')} as line_id from applications a
    where a.territory_id = ${territory.id} and a.state not in ('granted', 'declined', 'withdrawn')`.execute(tx)
  return rows
})
