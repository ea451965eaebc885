import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { pageWithin } from '../../kernel/lists.ts'
import { type NameParts, postWords } from '../../kernel/names.ts'
import type {
  Day,
  OrderId,
  OrganisationId,
  Period,
  PersonId,
  RegulationId,
  RegulationLineId,
  SiteId,
} from '../../kernel/types.ts'
import { down, type Keys, orNone } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import type { ActKind } from '../../regulation/acts.ts'
import type { OrganisationKind } from '../../regulation/dictionary.ts'
import { type PostShown, postsOn } from '../people/name-queries.ts'
import { lineNameIn } from '../regulation/queries.ts'
import { namesOn, stateCondition } from './as-of-queries.ts'
import type { StateFilter } from './rules.ts'
import { searchCondition } from './search-queries.ts'
import { suspensionsOf } from './standing-queries.ts'
import type { Suspension } from './standing-rules.ts'

export const pageSize = 50
export const sorts = ['name', 'theme', 'term', 'order'] as const
export type Sort = (typeof sorts)[number]

export type SitesQuery = {
  readonly on: Day
  readonly state: StateFilter
  readonly kind: OrganisationKind | null
  /** Of one of the Положения; all when left out. */
  readonly line?: RegulationLineId | null
  readonly q: string | null
  /** Whether what is most alike is taken when nothing holds the words. */
  readonly near?: boolean
  readonly sort: Sort
}

/** A line of the register with the point of the order it follows from. */
export type SiteLine = {
  readonly id: SiteId
  readonly name: string
  /** The Положение it was opened under. */
  readonly line: string
  readonly theme: string
  readonly direction: string | null
  readonly from: Day
  readonly to: Day | null
  readonly endedEarly: boolean
  readonly suspensions: readonly Period[]
  readonly orderId: OrderId
  readonly orderKind: ActKind
  readonly orderNumber: string
  readonly orderSignedOn: Day
  readonly orderPoint: string
  readonly head: NameParts | null
  readonly coordinator: NameParts | null
  readonly attached: number
}

const byName = [sql`e.short_name collate "ru-kn"`, sql`e.site_id`]
const orders = {
  name: byName,
  theme: [sql`e.theme collate "ru-kn"`, sql`e.site_id`],
  term: [orNone(sql`e.ends_on`), ...byName],
  order: [down(sql`e.order_signed_on`), sql`e.order_point`, ...byName],
} satisfies Record<Sort, Keys>

/** The register of the territory as of a day. */
export async function sitesAsOf(
  tx: Tx,
  ctx: Ctx,
  { on, state, kind, line = null, q, near, sort }: SitesQuery,
): Promise<Rows<SiteLine>> {
  const searched = await searchCondition(tx, q, { territoryId: ctx.territory.id, near })
  return sqlRows(tx, {
    select: sql`e.site_id as id, ${namesOn(sql`${on}::date`).shortName} as name, ${lineNameIn('e')} as line, e.theme, e.direction, e.starts_on as "from", e.ends_on as "to",
      e.end_order is not null as ended_early, e.suspensions, e.order_id, e.order_kind, e.order_number, e.order_signed_on, e.order_point,
      ${appointed('head', on)} as head, ${appointed('coordinator', on)} as coordinator,
      (select count(*)::int from attachments a where a.territory_id = e.territory_id and a.site_id = e.site_id
        and a.starts_on <= ${on}::date and (a.ends_on is null or a.ends_on >= ${on}::date)) as attached`,
    from: sql`register_entries e`,
    as: 'e',
    where: sql`e.territory_id = ${ctx.territory.id} and ${stateCondition(state, sql`${on}::date`)}
      and ${kind === null ? sql`true` : sql`${kind} = any(e.kinds)`} and ${line === null ? sql`true` : sql`e.line_id = ${line}`} and ${searched ?? sql`true`}`,
    order: orders[sort],
  })
}

const appointed = (kind: 'head' | 'coordinator', on: Day) => sql`
  (select json_build_object('familyName', p.family_name, 'givenName', p.given_name, 'patronymic', p.patronymic)
    from appointments a join people_on(${on}) p on p.territory_id = a.territory_id and p.id = a.person_id
    where a.territory_id = e.territory_id and a.site_id = e.site_id and a.kind = ${kind}
      and a.starts_on <= ${on}::date and (a.ends_on is null or a.ends_on >= ${on}::date))`

export type SiteOrganisation = {
  readonly id: OrganisationId
  readonly fullName: string
  readonly shortName: string
  readonly kind: OrganisationKind
  readonly settlement: string | null
  readonly isLead: boolean
}

/** A site as its page shows it. */
export type Site = {
  readonly id: SiteId
  readonly theme: string
  readonly direction: string | null
  readonly from: Day
  readonly to: Day | null
  readonly endedEarly: boolean
  readonly suspensions: readonly Suspension[]
  readonly endGround: string | null
  readonly regulationId: RegulationId
  readonly orderId: OrderId
  readonly orderKind: ActKind
  readonly orderNumber: string
  readonly orderSignedOn: Day
  readonly orderPoint: string
  readonly endOrderId: OrderId | null
  readonly endOrder: string | null
  readonly extensions: readonly {
    orderId: OrderId
    orderKind: ActKind
    orderNumber: string
    pointNumber: string
    until: Day
    /** The days a suspension took, no decision to prolong. */
    makesUp: boolean
  }[]
  readonly organisations: readonly SiteOrganisation[]
}

/** One site of the territory; null when there is none. */
export async function siteById(tx: Tx, ctx: Ctx, id: SiteId): Promise<Site | null> {
  const found = sql<Omit<Site, 'suspensions'>>`
    select s.id, s.theme, s.direction, s.starts_on as "from", s.ends_on as "to", s.ended_by_order_id is not null as ended_early, s.end_ground,
      s.regulation_id, s.order_id, o.kind as order_kind, o.number_text as order_number, o.signed_on as order_signed_on,
      s.point_number as order_point, s.ended_by_order_id as end_order_id, e.end_order,
      coalesce((select json_agg(json_build_object('orderId', x.order_id, 'orderKind', xo.kind, 'orderNumber', xo.number_text,
          'pointNumber', x.point_number, 'until', x.until, 'makesUp', x.makes_up) order by x.until)
        from site_extensions x join orders xo on xo.territory_id = x.territory_id and xo.id = x.order_id
        where x.territory_id = s.territory_id and x.site_id = s.id), '[]') as extensions,
      (select json_agg(json_build_object('id', g.id, 'fullName', g.full_name, 'shortName', g.short_name, 'kind', g.kind,
          'settlement', g.settlement, 'isLead', so.is_lead) order by so.position)
        from site_organisations so join organisations g on g.territory_id = so.territory_id and g.id = so.organisation_id
        where so.territory_id = s.territory_id and so.site_id = s.id) as organisations
    from sites s join orders o on o.territory_id = s.territory_id and o.id = s.order_id
      left join register_entries e on e.territory_id = s.territory_id and e.site_id = s.id
    where s.territory_id = ${ctx.territory.id} and s.id = ${id}`
  const [{ rows }, suspensions] = await Promise.all([found.execute(tx), suspensionsOf(tx, ctx.territory.id, id)])
  return rows[0] ? { ...rows[0], suspensions } : null
}

/** Someone who has, had or will have a role on a site. */
export type SiteAppointment = NameParts & {
  readonly id: string
  readonly personId: PersonId
  readonly kind: string
  readonly from: Day
  readonly to: Day | null
  readonly ground: string | null
  readonly orderId: OrderId | null
  readonly orderKind: ActKind | null
  readonly orderNumber: string | null
  readonly pointNumber: string | null
  readonly post: string | null
}

/** Everyone appointed on a site, in the order of roles and names; the post is the one held today. */
export async function siteAppointments(tx: Tx, ctx: Ctx, siteId: SiteId): Promise<SiteAppointment[]> {
  const { rows } = await sql<Omit<SiteAppointment, 'post'> & { posts: PostShown[] }>`
    select a.id, a.person_id, a.kind, a.starts_on as "from", a.ends_on as "to", a.ground, a.order_id, a.point_number,
      o.kind as order_kind, o.number_text as order_number, p.family_name, p.given_name, p.patronymic,
      ${postsOn({ territory: sql`a.territory_id`, person: sql`a.person_id`, day: sql`${ctx.today}::date` })} as posts
    from appointments a join people_on(least(${ctx.today}, a.ends_on)) p on p.territory_id = a.territory_id and p.id = a.person_id
      left join orders o on o.territory_id = a.territory_id and o.id = a.order_id
    where a.territory_id = ${ctx.territory.id} and a.site_id = ${siteId}
    order by array_position(array['head', 'coordinator', 'scientificAdviser', 'mentor', 'tutor', 'curator', 'moderator', 'expert', 'methodist', 'member'], a.kind),
      p.family_name collate "ru-kn", p.given_name, a.starts_on`.execute(tx)
  return rows.map(({ posts: [post], ...one }) => ({ ...one, post: post ? postWords(post) : null }))
}

export type AttachedSchool = {
  readonly organisationId: OrganisationId
  readonly name: string
  readonly settlement: string | null
  readonly from: Day
  readonly to: Day | null
  readonly orderId: OrderId
  readonly orderKind: ActKind
  readonly orderNumber: string
  readonly pointNumber: string
}

/** Schools attached to a site on a day. */
export async function attachedSchools(tx: Tx, ctx: Ctx, siteId: SiteId, on: Day): Promise<AttachedSchool[]> {
  const { rows } = await sql<AttachedSchool>`
    select a.organisation_id, n.short_name as name, g.settlement, a.starts_on as "from", a.ends_on as "to", a.order_id,
      o.kind as order_kind, o.number_text as order_number, a.point_number
    from attachments a join organisations_on(${on}) n on n.territory_id = a.territory_id and n.id = a.organisation_id
      join organisations g on g.territory_id = a.territory_id and g.id = a.organisation_id
      join orders o on o.territory_id = a.territory_id and o.id = a.order_id
    where a.territory_id = ${ctx.territory.id} and a.site_id = ${siteId} and a.starts_on <= ${on} and (a.ends_on is null or a.ends_on >= ${on})
    order by g.short_name collate "ru-kn"`.execute(tx)
  return rows
}

/** Which of these organisations are attached to a site on a day. */
export async function areAttached(
  tx: Tx,
  { territory }: Pick<Ctx, 'territory'>,
  { siteId, on }: { readonly siteId: SiteId; readonly on: Day },
  organisations: readonly OrganisationId[],
): Promise<ReadonlySet<OrganisationId>> {
  if (organisations.length === 0) return new Set()
  const { rows } = await sql<{ organisationId: OrganisationId }>`
    select a.organisation_id from attachments a where a.territory_id = ${territory.id} and a.site_id = ${siteId}
      and a.organisation_id = any(${[...organisations]}::uuid[]) and a.starts_on <= ${on} and (a.ends_on is null or a.ends_on >= ${on})`.execute(
    tx,
  )
  return new Set(rows.map(({ organisationId }) => organisationId))
}

/** What the history of a site tells, newest first, with the name of who acted. */
export type SiteFact = {
  readonly id: string
  readonly kind: string
  readonly at: Date
  readonly facts: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
  readonly actor: NameParts | null
}

export async function siteHistory(
  tx: Tx,
  ctx: Ctx,
  siteId: SiteId,
  { page, size }: { page: number; size: number },
): Promise<{ facts: SiteFact[]; total: number; page: number }> {
  const ofSite = sql`from history where territory_id = ${ctx.territory.id} and site_id = ${siteId}`
  const found = sql<SiteFact>`
    select h.id, h.kind, h.at, h.facts,
      case when p.id is null then null else json_build_object('familyName', p.family_name, 'givenName', p.given_name, 'patronymic', p.patronymic) end as actor
    from history h left join lateral people_on(h.at::date) p on p.territory_id = h.territory_id and p.id = h.person_id
    where h.territory_id = ${ctx.territory.id} and h.site_id = ${siteId}
    order by h.seq desc limit ${size} offset (select least(${page - 1}::int, greatest(count(*) - 1, 0) / ${size}::int) * ${size}::int ${ofSite})`
  const counted = sql<{ total: number }>`select count(*)::int as total ${ofSite}`
  const [facts, count] = await Promise.all([found.execute(tx), counted.execute(tx)])
  const { total } = count.rows[0]!
  return { facts: facts.rows, total, page: pageWithin(page, total, size) }
}
