import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { GrantedRole } from '../../authz/roles.ts'
import { heldOn } from '../../db/held-on.ts'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'
import { mostFound, questionOf } from '../../db/words.ts'
import { systemNow } from '../../kernel/clock.ts'
import { contains } from '../../kernel/dates.ts'
import type { NameParts } from '../../kernel/names.ts'
import type { FormerName } from '../../kernel/names-in-time.ts'
import type { Day, OrderId, OrganisationId, Period, PersonId, SiteId } from '../../kernel/types.ts'
import { orNone } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import type { ActKind } from '../../regulation/acts.ts'
import type { Category, PostKind } from '../../regulation/dictionary.ts'
import { isOrganisation } from '../organisations/queries.ts'
import type { Person } from './model.ts'
import { formerNamesOfPerson, personNamed } from './name-queries.ts'

export type PeopleQuery = {
  readonly on: Day
  readonly q: string | null
  readonly organisation: string | null
  readonly post: PostKind | null
  readonly category: Category | 'none' | null
  /** All are asked for, not those that one pages through. */
  readonly print?: boolean
}

export type PersonLine = NameParts & {
  readonly id: PersonId
  readonly email: string | null
  readonly phone: string | null
  readonly category: Category | null
  readonly posts: readonly {
    readonly title: string
    readonly subject: string | null
    readonly organisationId: OrganisationId
    readonly organisation: string
  }[]
}

/** The people of the territory with the posts they hold on a day. */
export const peopleAsOf = (tx: Tx, ctx: Ctx, query: PeopleQuery): Rows<PersonLine> =>
  sqlRows(tx, {
    select: sql`p.id, n.family_name, n.given_name, n.patronymic, p.email, p.phone,
      (select q.category from qualifications q where q.territory_id = p.territory_id and q.person_id = p.id and ${heldOn('q', query.on)}) as category,
      coalesce((select json_agg(json_build_object('title', t.title, 'subject', t.subject, 'organisationId', g.id, 'organisation', g.short_name)
          order by t.starts_on, t.id)
        from posts t join organisations_on(${query.on}) g on g.territory_id = t.territory_id and g.id = t.organisation_id
        where t.territory_id = p.territory_id and t.person_id = p.id and ${heldOn('t', query.on)}), '[]') as posts`,
    from: sql`people p`,
    joins: sql`join people_on(${query.on}) n on n.territory_id = p.territory_id and n.id = p.id`,
    as: 'p',
    where: conditionOf(ctx, query),
    ...(!query.print && isOnlyNamed(query) && { paged: { where: conditionOf(ctx, query, mostFound + 1), most: mostFound } }),
    order: [sql`p.family_name collate "ru-kn"`, sql`p.given_name`, orNone(sql`p.patronymic`), sql`p.id`],
  })

/** Whether only the name is asked for: then it is enough to look at the first that bear it. */
const isOnlyNamed = ({ q, organisation, post, category }: PeopleQuery) =>
  questionOf(q) !== '' && organisation === null && post === null && category === null

function conditionOf(
  ctx: Ctx,
  { on, q, organisation, post, category }: PeopleQuery,
  most: number | null = null,
): RawBuilder<boolean> {
  const parts = [sql<boolean>`p.territory_id = ${ctx.territory.id}`, ...namedLike(q, most)]
  if (organisation !== null || post !== null)
    parts.push(sql<boolean>`exists (select 1 from posts t where t.territory_id = p.territory_id and t.person_id = p.id and ${heldOn('t', on)}
      and ${organisation === null ? sql`true` : isOrganisation(ctx, sql`t.organisation_id`, organisation)} and ${post === null ? sql`true` : sql`t.kind = ${post}`})`)
  if (category !== null)
    parts.push(sql<boolean>`${category === 'none' ? sql`not` : sql``} exists (select 1 from qualifications q where q.territory_id = p.territory_id
      and q.person_id = p.id and ${heldOn('q', on)} and ${category === 'none' ? sql`true` : sql`q.category = ${category}`})`)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

/** Every typed word begins a part of the name or of a former one, or nearly so. */
function namedLike(q: string | null, most: number | null): RawBuilder<boolean>[] {
  const question = questionOf(q)
  return question === '' ? [] : [personNamed(question, most)]
}

/** One person; null when the territory has none. */
export async function personById(tx: Tx, ctx: Pick<Ctx, 'territory'>, id: PersonId): Promise<Person | null> {
  const row = await tx
    .selectFrom('people')
    .select(['id', 'familyName', 'givenName', 'patronymic', 'gender', 'email', 'phone', 'editVersion as version'])
    .where((is) => is.and({ territoryId: ctx.territory.id, id }))
    .executeTakeFirst()
  return row ?? null
}

export type HeldPost = {
  readonly id: string
  readonly kind: PostKind
  readonly title: string
  readonly subject: string | null
  readonly startsOn: Day
  readonly endsOn: Day | null
  readonly organisationId: OrganisationId
  readonly organisation: string
}
export type PersonAppointment = {
  readonly id: string
  readonly kind: string
  readonly siteId: SiteId | null
  readonly site: string | null
  readonly theme: string | null
  readonly startsOn: Day
  readonly endsOn: Day | null
  readonly ground: string | null
  readonly orderId: OrderId | null
  readonly orderKind: ActKind | null
  readonly orderNumber: string | null
  readonly pointNumber: string | null
}
export type HeldRole = {
  readonly id: string
  readonly role: GrantedRole
  readonly startsOn: Day
  readonly endsOn: Day | null
}
export type PersonRecord = {
  /** What the person was called before, the first name first. */
  readonly formerNames: readonly FormerName<NameParts>[]
  readonly posts: readonly HeldPost[]
  readonly categories: readonly { readonly category: Category; readonly startsOn: Day; readonly endsOn: Day | null }[]
  readonly achievements: readonly {
    readonly title: string
    readonly direction: string | null
    readonly achievedOn: Day | null
  }[]
  readonly appointments: readonly PersonAppointment[]
  readonly roles: readonly HeldRole[]
  /** The address the person signs in with; null without an account. */
  readonly account: string | null
  /** The invitation that waits for an answer. */
  readonly invited: { readonly email: string; readonly expiresAt: string } | null
}

/** Everything dated that is known of a person, newest first. */
export async function recordOf(tx: Tx, ctx: Pick<Ctx, 'territory'>, personId: PersonId): Promise<PersonRecord> {
  const of = sql`x.territory_id = ${ctx.territory.id} and x.person_id = ${personId}`
  return oneRow(
    tx,
    sql<PersonRecord>`select
    (select ${formerNamesOfPerson(sql`p`)} from people p where p.territory_id = ${ctx.territory.id} and p.id = ${personId}) as former_names,
    coalesce((select json_agg(json_build_object('id', x.id, 'kind', x.kind, 'title', x.title, 'subject', x.subject, 'startsOn', x.starts_on,
        'endsOn', x.ends_on, 'organisationId', g.id, 'organisation', g.short_name) order by x.ends_on desc nulls first, x.starts_on desc, x.id)
      from posts x join organisations g on g.territory_id = x.territory_id and g.id = x.organisation_id where ${of}), '[]') as posts,
    coalesce((select json_agg(json_build_object('category', x.category, 'startsOn', x.starts_on, 'endsOn', x.ends_on) order by x.starts_on desc)
      from qualifications x where ${of}), '[]') as categories,
    coalesce((select json_agg(json_build_object('title', x.title, 'direction', x.direction, 'achievedOn', x.achieved_on)
        order by x.achieved_on desc nulls last, x.id) from achievements x where ${of}), '[]') as achievements,
    coalesce((select json_agg(json_build_object('id', x.id, 'role', x.role, 'startsOn', x.starts_on, 'endsOn', x.ends_on) order by x.starts_on desc, x.id)
      from role_grants x where ${of}), '[]') as roles,
    (select u.email from memberships x join auth_users u on u.id = x.account_id where ${of}) as account,
    (select json_build_object('email', x.email, 'expiresAt', x.expires_at) from invitations x where ${of} and x.expires_at > ${systemNow()}) as invited,
    coalesce((select json_agg(json_build_object('id', x.id, 'kind', x.kind, 'siteId', x.site_id, 'site', e.short_name, 'theme', s.theme,
        'startsOn', x.starts_on, 'endsOn', x.ends_on, 'ground', x.ground, 'orderId', x.order_id, 'orderKind', o.kind, 'orderNumber', o.number_text,
        'pointNumber', x.point_number) order by x.ends_on desc nulls first, x.starts_on desc, x.id)
      from appointments x left join sites s on s.territory_id = x.territory_id and s.id = x.site_id
        left join register_entries e on e.territory_id = x.territory_id and e.site_id = x.site_id
        left join orders o on o.territory_id = x.territory_id and o.id = x.order_id where ${of}), '[]') as appointments`,
  )
}

/** The organisation a post is in; null when the person has no such post. */
export async function postOf(tx: Tx, ctx: Pick<Ctx, 'territory'>, personId: PersonId, postId: string): Promise<HeldPost | null> {
  const { posts } = await recordOf(tx, ctx, personId)
  return posts.find((post) => post.id === postId) ?? null
}

/** The posts a person holds and has held, as periods. */
export const postsOf = async (tx: Tx, ctx: Pick<Ctx, 'territory'>, personId: PersonId): Promise<Period[]> =>
  (await recordOf(tx, ctx, personId)).posts.map(({ startsOn: from, endsOn: to }) => ({ from, to }))

/** The post a person holds on a day, the newest where there are several; null where there is none. */
export async function postOnDay(tx: Tx, ctx: Pick<Ctx, 'territory'>, personId: PersonId, on: Day): Promise<HeldPost | null> {
  const { posts } = await recordOf(tx, ctx, personId)
  return posts.find(({ startsOn: from, endsOn: to }) => contains({ from, to }, on)) ?? null
}
