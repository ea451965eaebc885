import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { heldOn } from '../../db/held-on.ts'
import type { Tx } from '../../db/pool.ts'
import { questionOf } from '../../db/words.ts'
import { fullName, type NameParts } from '../../kernel/names.ts'
import type { Day, OrganisationId, Period, PersonId } from '../../kernel/types.ts'
import { type Category, kindName } from '../../regulation/dictionary.ts'
import type { KnownCase } from '../../regulation/hosts/conditions.ts'
import { type HeadCandidate, type HeadVerdict, mayHeadSite } from '../../regulation/people/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { workOf } from '../people/head-queries.ts'
import { personNamed } from '../people/name-queries.ts'

/** How many people the page of the head offers at once. */
export const mostOffered = 20

/** The site people are judged for: its organisations, its direction, its first day. */
export type FutureSite = {
  readonly organisationIds: readonly OrganisationId[]
  readonly direction: string | null
  readonly on: Day
}

/** A person as a possible head: what is known of them and what the regulation says. (C-41) */
export type OfferedHead = {
  readonly id: PersonId
  readonly name: string
  readonly post: string
  readonly category: string | null
  readonly achievements: readonly string[]
  /** What conditions of the regulation are held to. */
  readonly known: NonNullable<KnownCase['head']>
  readonly verdict: HeadVerdict
}

type Row = NameParts &
  Pick<HeadCandidate, 'posts' | 'hostPosts'> & {
    id: PersonId
    title: string | null
    category: Category | null
    work: Period[]
    titles: string[]
  }

/** One person judged as the head of the future site; null when the territory has no such person. */
export async function judgedHead(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  regulation: Regulation,
  personId: PersonId,
  site: FutureSite,
): Promise<OfferedHead | null> {
  const [row] = await rowsOf(tx, ctx, site, sql`p.id = ${personId}`)
  return row ? judged(ctx, regulation, row, site.on) : null
}

/** People to choose the head from: those of the organisations, or whoever bears the name asked for; the fit first. */
export async function offeredHeads(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  regulation: Regulation,
  site: FutureSite,
  name: string | null,
): Promise<OfferedHead[]> {
  const question = questionOf(name)
  const ofHosts = sql<boolean>`exists (select from posts h where h.territory_id = p.territory_id and h.person_id = p.id and ${heldOn('h', site.on)}
    and h.organisation_id = any(${[...site.organisationIds]}::uuid[]))`
  const rows = await rowsOf(tx, ctx, site, question === '' ? ofHosts : personNamed(question))
  const people = rows.map((row) => judged(ctx, regulation, row, site.on))
  return [...people.filter(({ verdict }) => verdict.ok), ...people.filter(({ verdict }) => !verdict.ok)].slice(0, mostOffered)
}

async function rowsOf(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  { organisationIds, direction, on }: FutureSite,
  where: ReturnType<typeof sql<unknown>>,
): Promise<Row[]> {
  const hosts = sql`t.organisation_id = any(${[...organisationIds]}::uuid[])`
  const posts = sql`posts t where t.territory_id = p.territory_id and t.person_id = p.id and ${heldOn('t', on)}`
  const { rows } = await sql<Row>`
    select p.id, p.family_name, p.given_name, p.patronymic,
      coalesce((select json_agg(t.kind) from ${posts}), '[]') as posts,
      coalesce((select json_agg(t.kind) from ${posts} and ${hosts}), '[]') as host_posts,
      (select t.title || ', ' || o.short_name from posts t
        join organisations o on o.territory_id = t.territory_id and o.id = t.organisation_id
        where t.territory_id = p.territory_id and t.person_id = p.id and ${heldOn('t', on)}
        order by ${hosts} desc, t.kind <> 'head', t.starts_on limit 1) as title,
      (select c.category from qualifications c where c.territory_id = p.territory_id and c.person_id = p.id and ${heldOn('c', on)}) as category,
      ${workOf('p')} as work,
      coalesce((select json_agg(a.title order by a.achieved_on desc nulls last, a.id) from achievements a
        where a.territory_id = p.territory_id and a.person_id = p.id and (a.achieved_on is null or a.achieved_on <= ${on})
        and (${direction}::text is null or a.direction is null or a.direction = ${direction})), '[]') as titles
    from people p where p.territory_id = ${ctx.territory.id} and ${where}
    order by p.family_name collate "ru-kn", p.given_name, p.id`.execute(tx)
  return rows
}

function judged({ territory }: Pick<Ctx, 'territory'>, regulation: Regulation, row: Row, on: Day): OfferedHead {
  const { posts, hostPosts, category, work, titles } = row
  return {
    id: row.id,
    name: fullName(row),
    post: row.title ?? '',
    category: category === null ? null : kindName(territory, 'category', category),
    achievements: titles,
    known: { posts, category, work },
    verdict: mayHeadSite(regulation, { posts, hostPosts, category, achievements: titles.length }, on),
  }
}
