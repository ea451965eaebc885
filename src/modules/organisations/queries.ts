import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { heldOn } from '../../db/held-on.ts'
import type { Tx } from '../../db/pool.ts'
import { mostFound, questionOf } from '../../db/words.ts'
import { isId } from '../../kernel/ids.ts'
import type { NameParts } from '../../kernel/names.ts'
import type { Day, OrganisationId, PersonId, SiteId } from '../../kernel/types.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import type { Category, OrganisationKind, PostKind } from '../../regulation/dictionary.ts'
import type { Organisation, SupportNeed } from './model.ts'
import { organisationNamed } from './name-queries.ts'

export type OrganisationsQuery = {
  readonly on: Day
  readonly q: string | null
  readonly kind: OrganisationKind | null
  /** All are asked for, not those that one pages through. */
  readonly print?: boolean
}

export type OrganisationLine = Pick<
  Organisation,
  'id' | 'kind' | 'fullName' | 'shortName' | 'settlement' | 'address' | 'phone' | 'email' | 'website'
> & {
  readonly head: (NameParts & { readonly id: PersonId }) | null
  /** How many people have a post there that day, and at how many sites it takes part. */
  readonly people: number
  readonly hosts: number
}

/**
 * The register of organisations with heads and staff of a day. Posts are summed up for all rows of a page at once, by their organisation alone, and kept:
 * whatever the statistics say, there is one scan, and no other way to it.
 */
export const organisationsAsOf = (tx: Tx, ctx: Ctx, query: OrganisationsQuery): Rows<OrganisationLine> =>
  sqlRows(tx, {
    select: sql`g.id, g.kind, n.full_name, n.short_name, g.settlement, g.address, g.phone, g.email, g.website,
      (select json_build_object('id', p.id, 'familyName', p.family_name, 'givenName', p.given_name, 'patronymic', p.patronymic)
        from people_on(${query.on}) p where p.territory_id = g.territory_id and p.id = staff.head_id) as head,
      coalesce(staff.people, 0) as people, coalesce(own.hosts, 0) as hosts`,
    from: sql`organisations g`,
    joins: (isOfPage) => sql`join organisations_on(${query.on}) n on n.territory_id = g.territory_id and n.id = g.id
      left join (with counted as materialized (select t.organisation_id, count(distinct t.person_id)::int as people, (array_agg(t.person_id) filter (where t.kind = 'head'))[1] as head_id
        from posts t where t.territory_id = ${ctx.territory.id} and ${isOfPage(sql`t.organisation_id`)} and ${heldOn('t', query.on)}
        group by t.organisation_id) select * from counted) staff on staff.organisation_id = g.id
      left join (with counted as materialized (select t.organisation_id, count(*)::int as hosts
        from site_organisations t where t.territory_id = ${ctx.territory.id} and ${isOfPage(sql`t.organisation_id`)} and ${heldOn('t', query.on)}
        group by t.organisation_id) select * from counted) own on own.organisation_id = g.id`,
    as: 'g',
    where: conditionOf(ctx, query),
    ...(!query.print &&
      questionOf(query.q) !== '' &&
      query.kind === null && { paged: { where: conditionOf(ctx, query, mostFound + 1), most: mostFound } }),
    order: [sql`g.short_name collate "ru-kn"`, sql`g.id`],
  })

function conditionOf(ctx: Ctx, { q, kind }: OrganisationsQuery, most: number | null = null): RawBuilder<boolean> {
  const parts = [sql<boolean>`g.territory_id = ${ctx.territory.id}`, ...namedLike(q, most)]
  if (kind !== null) parts.push(sql<boolean>`g.kind = ${kind}`)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

/** Every typed word stands somewhere in the names, former ones too, or the settlement, or nearly so. */
function namedLike(q: string | null, most: number | null): RawBuilder<boolean>[] {
  const question = questionOf(q)
  return question === '' ? [] : [organisationNamed(question, most)]
}

/** One organisation; null when the territory has none. */
export async function organisationById(tx: Tx, ctx: Pick<Ctx, 'territory'>, id: OrganisationId): Promise<Organisation | null> {
  const row = await tx
    .selectFrom('organisations')
    .selectAll()
    .where((is) => is.and({ territoryId: ctx.territory.id, id }))
    .executeTakeFirst()
  if (!row) return null
  const { territoryId: _, createdAt: __, editVersion, ...rest } = row
  return { ...rest, version: editVersion }
}

export type Choice = { readonly id: OrganisationId; readonly name: string; readonly kind: OrganisationKind }

/** Organisations to choose from in a form; `only` narrows to some. */
export async function organisationChoices(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  only: readonly string[] | null = null,
  most: number | null = null,
): Promise<Choice[]> {
  const { rows } = await sql<Choice>`select id, short_name as name, kind from organisations g
    where g.territory_id = ${ctx.territory.id} and ${only === null ? sql`true` : sql`g.id = any(${[...only]}::uuid[])`}
    order by short_name collate "ru-kn" limit ${most}`.execute(tx)
  return rows
}

export type StaffLine = NameParts & {
  readonly id: PersonId
  readonly postId: string
  readonly kind: PostKind
  readonly title: string
  readonly subject: string | null
  readonly since: Day
  readonly category: Category | null
}

/** Who works in an organisation on a day: the head first. At most `most` lines. */
export async function staffOn(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  organisationId: OrganisationId,
  { on, most = null }: { on: Day; most?: number | null },
): Promise<StaffLine[]> {
  const { rows } = await sql<StaffLine>`
    select p.id, p.family_name, p.given_name, p.patronymic, t.id as post_id, t.kind, t.title, t.subject, t.starts_on as since,
      (select q.category from qualifications q where q.territory_id = p.territory_id and q.person_id = p.id and ${heldOn('q', on)}) as category
    from posts t join people_on(${on}) p on p.territory_id = t.territory_id and p.id = t.person_id
    where t.territory_id = ${ctx.territory.id} and t.organisation_id = ${organisationId} and ${heldOn('t', on)}
    order by t.kind <> 'head', t.kind <> 'deputyHead', p.family_name collate "ru-kn", p.given_name, t.id limit ${most}`.execute(
    tx,
  )
  return rows
}

export type SiteTie = {
  readonly siteId: SiteId
  readonly name: string
  readonly theme: string
  readonly from: Day
  readonly to: Day | null
  readonly hosts: boolean
}

/** Sites the organisation hosts or hosted, and sites it is or was attached to; the newest first. */
export async function sitesOf(tx: Tx, ctx: Pick<Ctx, 'territory'>, organisationId: OrganisationId): Promise<SiteTie[]> {
  const { rows } = await sql<SiteTie>`
    select tie.site_id, e.short_name as name, s.theme, tie.starts_on as "from", tie.ends_on as "to", tie.hosts from (
      select territory_id, site_id, starts_on, ends_on, true as hosts from site_organisations
        where territory_id = ${ctx.territory.id} and organisation_id = ${organisationId}
      union all
      select territory_id, site_id, starts_on, ends_on, false from attachments
        where territory_id = ${ctx.territory.id} and organisation_id = ${organisationId}) tie
    join sites s on s.territory_id = tie.territory_id and s.id = tie.site_id
    join register_entries e on e.territory_id = tie.territory_id and e.site_id = tie.site_id
    order by tie.starts_on desc, e.short_name collate "ru-kn"`.execute(tx)
  return rows
}

/** The non-public traits of an organisation. Ask only after `supportNeed.view` has been granted. */
export async function supportNeedsOf(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  organisationId: OrganisationId,
): Promise<SupportNeed[]> {
  return tx
    .selectFrom('supportNeeds')
    .select(['id', 'kind', 'startsOn', 'endsOn', 'ground'])
    .where((is) => is.and({ territoryId: ctx.territory.id, organisationId }))
    .orderBy('startsOn', 'desc')
    .execute()
}

/** Whether this column names the organisation asked for: by its id, or by words of its name. */
export function isOrganisation({ territory }: Ctx, column: RawBuilder<unknown>, asked: string): RawBuilder<boolean> {
  if (isId(asked)) return sql<boolean>`${column} = ${asked}`
  const question = questionOf(asked)
  return question === ''
    ? sql<boolean>`false`
    : sql<boolean>`${column} = any(array(select g.id from organisations g
        where g.territory_id = ${territory.id} and ${organisationNamed(question)}))`
}

/** Whether the organisation of this column is a body of a regulation: the authority, the operator or a further one. */
export const isOfBody = ({ territory }: Pick<Ctx, 'territory'>, column: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from organisations o where o.territory_id = ${territory.id} and o.id = ${column}
    and (o.is_authority or o.is_operator or o.body is not null))`

/** Whether the register of a territory holds its authority, and whether it holds anything besides its bodies: conditions of larger queries. */
export const hasAuthority = ({ territory }: Pick<Ctx, 'territory'>) =>
  sql<boolean>`exists (select from organisations o where o.territory_id = ${territory.id} and o.is_authority)`
export const holdsOthers = ({ territory }: Pick<Ctx, 'territory'>) =>
  sql<boolean>`exists (select from (select o.id from organisations o where o.territory_id = ${territory.id} and not o.is_authority and not o.is_operator
    order by o.territory_id, o.id limit 1) first)`
