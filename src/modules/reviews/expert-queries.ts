import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'
import { questionOf } from '../../db/words.ts'
import { isId } from '../../kernel/ids.ts'
import { fullName, type NameParts, withInitials } from '../../kernel/names.ts'
import type { ApplicationId, OrganisationId, PersonId } from '../../kernel/types.ts'
import { mappedRows, type Rows, sqlRows } from '../../kit/list/rows.ts'
import { personNamed } from '../people/name-queries.ts'
import type { Concerned, KnownExpert } from './conflict-rules.ts'
import type { Expert } from './model.ts'

type Where = Pick<Ctx, 'territory' | 'today'>

type ExpertRow = Omit<Expert, 'name'> & NameParts

const expertColumns = sql`e.id, e.person_id, p.family_name, p.given_name, p.patronymic, e.employer, e.employer_organisation_id, e.directions,
  e.starts_on, e.ends_on, coalesce(w.open, 0)::int as open_reviews, coalesce(w.all, 0)::int as all_reviews`
/** How much each expert has to write now, and how much they were ever given. */
const work = (
  territoryId: string,
) => sql`left join (select expert_person_id, count(*) filter (where state in ('assigned', 'accepted')) as open,
    count(*) filter (where state in ('assigned', 'accepted', 'sent')) as all
  from reviews where territory_id = ${territoryId} group by expert_person_id) w on w.expert_person_id = e.person_id`

const expertOf = <Row extends ExpertRow>({ familyName, givenName, patronymic, ...row }: Row) => ({
  ...row,
  name: withInitials({ familyName, givenName, patronymic }),
})

/** The pool: those who are in it today first, those who have left after them. */
export const expertsOf = (tx: Tx, ctx: Where): Rows<Expert> =>
  mappedRows(
    sqlRows<ExpertRow>(tx, {
      select: expertColumns,
      from: sql`experts e join people p on p.territory_id = e.territory_id and p.id = e.person_id ${work(ctx.territory.id)}`,
      where: sql`e.territory_id = ${ctx.territory.id}`,
      order: [
        sql`(e.ends_on is not null and e.ends_on < ${ctx.today}::date)`,
        ...[sql`p.family_name collate "ru-kn"`, sql`p.given_name`, sql`e.id`],
      ],
    }),
    expertOf,
  )

/** A person of the pool with what could tie them to an applicant. */
export type PooledExpert = Expert & KnownExpert

/** Everybody who is in the pool today, with their ties, by name. */
export async function pooledExperts(tx: Tx, ctx: Where): Promise<PooledExpert[]> {
  const territoryId = ctx.territory.id
  const { rows } = await sql<ExpertRow & Pick<KnownExpert, 'worksIn' | 'appointedAt' | 'settlements'>>`
    with pool as (select * from experts where territory_id = ${territoryId} and starts_on <= ${ctx.today} and (ends_on is null or ends_on >= ${ctx.today})),
      held as (select t.person_id, t.organisation_id from posts t where t.territory_id = ${territoryId} and t.starts_on <= ${ctx.today}
        and (t.ends_on is null or t.ends_on >= ${ctx.today}) and t.person_id in (select person_id from pool)),
      offices as (select person_id, organisation_id from held
        union select person_id, employer_organisation_id from pool where employer_organisation_id is not null)
    select ${expertColumns},
      coalesce((select json_agg(distinct held.organisation_id) from held where held.person_id = e.person_id), '[]') as works_in,
      coalesce((select json_agg(distinct so.organisation_id) from appointments a
          join site_organisations so on so.territory_id = a.territory_id and so.site_id = a.site_id
        where a.territory_id = ${territoryId} and a.person_id = e.person_id and a.starts_on <= ${ctx.today}
          and (a.ends_on is null or a.ends_on >= ${ctx.today})), '[]') as appointed_at,
      coalesce((select json_agg(distinct g.settlement) from offices join organisations g on g.territory_id = ${territoryId}
          and g.id = offices.organisation_id where offices.person_id = e.person_id and g.settlement is not null), '[]') as settlements
    from pool e join people p on p.territory_id = e.territory_id and p.id = e.person_id ${work(territoryId)}
    order by p.family_name collate "ru-kn", p.given_name, e.id`.execute(tx)
  return rows.map((row) => ({ ...expertOf(row), fullName: fullName(row) }))
}

/** Whom these applications concern, and their direction. */
export async function concernedIn(
  tx: Tx,
  { territory }: Pick<Ctx, 'territory'>,
  applicationIds: readonly ApplicationId[],
): Promise<ReadonlyMap<ApplicationId, Concerned & { readonly direction: string | null }>> {
  if (applicationIds.length === 0) return new Map()
  const { rows } = await sql<Concerned & { id: ApplicationId; direction: string | null }>`
    select a.id, a.direction, a.initiator_organisation_id as initiator_id, a.head_person_id as head_id, a.adviser_name, a.created_by as author_id,
      a.submitted_by,
      coalesce((select json_agg(n.person_id) from application_editors n where n.territory_id = a.territory_id and n.application_id = a.id), '[]') as editor_ids,
      coalesce((select json_agg(json_build_object('id', g.id, 'shortName', g.short_name, 'charterName', o.charter_name, 'settlement', g.settlement)
          order by o.is_lead desc, o.position)
        from application_organisations o join organisations g on g.territory_id = o.territory_id and g.id = o.organisation_id
        where o.territory_id = a.territory_id and o.application_id = a.id and o.state <> 'declined'), '[]') as organisations
    from applications a where a.territory_id = ${territory.id} and a.id = any(${applicationIds}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

/** So many people of one name are shown. */
export const mostNamed = 20

/** People of the territory whose name is like this, with where they work: for taking somebody into the pool. */
export type FoundPerson = NameParts & {
  readonly id: PersonId
  readonly post: string | null
  readonly organisationId: OrganisationId | null
  readonly organisation: string | null
  readonly isExpert: boolean
}

/** `chosen` is found whatever their name: a form that is shown again keeps the person it had. */
export async function peopleNamed(tx: Tx, ctx: Where, q: string, chosen: string | null): Promise<FoundPerson[]> {
  const question = questionOf(q)
  const id = chosen !== null && isId(chosen) ? chosen : null
  if (question === '' && id === null) return []
  const named = question === '' ? sql<boolean>`false` : personNamed(question)
  const { rows } = await sql<FoundPerson>`
    select p.id, p.family_name, p.given_name, p.patronymic, t.title as post, g.id as organisation_id, g.short_name as organisation,
      exists (select from experts e where e.territory_id = p.territory_id and e.person_id = p.id and e.starts_on <= ${ctx.today}
        and (e.ends_on is null or e.ends_on >= ${ctx.today})) as is_expert
    from people p
    left join lateral (select t.title, t.organisation_id from posts t where t.territory_id = p.territory_id and t.person_id = p.id
      and t.starts_on <= ${ctx.today} and (t.ends_on is null or t.ends_on >= ${ctx.today}) order by t.starts_on, t.id limit 1) t on true
    left join organisations g on g.territory_id = p.territory_id and g.id = t.organisation_id
    where p.territory_id = ${ctx.territory.id}
      and (${named} or p.id = ${id}::uuid)
    order by p.id is not distinct from ${id}::uuid desc, p.family_name collate "ru-kn", p.given_name, p.id limit ${mostNamed + 1}`.execute(
    tx,
  )
  return rows
}

/** How many reviews a person has to write now. */
export async function openReviewsOf(tx: Tx, { territory }: Pick<Ctx, 'territory'>, personId: PersonId): Promise<number> {
  return (
    await oneRow(
      tx,
      sql<{ count: number }>`select count(*)::int as count from reviews
    where territory_id = ${territory.id} and expert_person_id = ${personId} and state in ('assigned', 'accepted')`,
    )
  ).count
}

/** One row of the pool; null when the territory has none such. */
export async function expertById(tx: Tx, ctx: Where, id: string): Promise<Expert | null> {
  const { rows } = await sql<ExpertRow>`
    select ${expertColumns} from experts e join people p on p.territory_id = e.territory_id and p.id = e.person_id ${work(ctx.territory.id)}
    where e.territory_id = ${ctx.territory.id} and e.id = ${id}`.execute(tx)
  return rows[0] ? expertOf(rows[0]) : null
}
