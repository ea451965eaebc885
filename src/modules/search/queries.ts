import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { matches, plain, wordsOf } from '../../db/words.ts'
import type { NameParts } from '../../kernel/names.ts'
import type { Day, OrderId, OrganisationId, PersonId } from '../../kernel/types.ts'
import type { OrganisationKind } from '../../regulation/kinds.ts'
import { type SiteLine, sitesAsOf } from '../sites/queries.ts'

/** So many of each kind are shown; the rest is on the page of that kind. */
export const mostShown = 10

export type FoundPerson = NameParts & { readonly id: PersonId; readonly posts: string | null }
export type FoundOrganisation = {
  readonly id: OrganisationId
  readonly kind: OrganisationKind
  readonly name: string
  readonly settlement: string | null
}
export type FoundOrder = {
  readonly id: OrderId
  readonly kind: 'order' | 'directive'
  readonly number: string
  readonly signedOn: Day
  readonly title: string
}
export type Group<Row> = { readonly rows: readonly Row[]; readonly total: number }
export type Found = {
  readonly sites: Group<SiteLine>
  readonly people: Group<FoundPerson>
  readonly organisations: Group<FoundOrganisation>
  readonly orders: Group<FoundOrder>
}

/** What the territory has by these words: sites, people, organisations, signed orders. Null: there is nothing to look for. */
export async function searchTerritory(tx: Tx, ctx: Ctx, text: string): Promise<Found | null> {
  const words = wordsOf(text)
  if (words.length === 0) return null
  const query = { on: ctx.today, state: 'all', kind: null, q: text, sort: 'name' } as const
  const found = await sitesAsOf(tx, ctx, query)
  return {
    sites: { rows: await found.page(mostShown, 0), total: await found.count() },
    people: await peopleFound(tx, ctx, words),
    organisations: await organisationsFound(tx, ctx, words),
    orders: await ordersFound(tx, ctx, words),
  }
}

/** What begins with the first word stands first, then what is most alike. */
const byLikeness = (searched: RawBuilder<string>, words: readonly string[]) =>
  sql`${searched} like ${`${words[0]}%`} desc, word_similarity(${words.join(' ')}, ${searched}) desc`

async function peopleFound(tx: Tx, ctx: Ctx, words: readonly string[]): Promise<Group<FoundPerson>> {
  const name = plain(sql`p.family_name || ' ' || p.given_name || ' ' || coalesce(p.patronymic, '')`)
  return grouped(
    await sql<FoundPerson & Counted>`
      select p.id, p.family_name, p.given_name, p.patronymic, count(*) over ()::int as total,
        (select string_agg(t.title || ', ' || g.short_name, '; ' order by t.starts_on) from posts t
          join organisations g on g.territory_id = t.territory_id and g.id = t.organisation_id
          where t.territory_id = p.territory_id and t.person_id = p.id
            and t.starts_on <= ${ctx.today}::date and (t.ends_on is null or t.ends_on >= ${ctx.today}::date)) as posts
      from people p where p.territory_id = ${ctx.territory.id} and ${matches(name, words)}
      order by ${byLikeness(name, words)}, p.family_name collate "ru-kn", p.id limit ${mostShown}`.execute(tx),
  )
}

async function organisationsFound(tx: Tx, ctx: Ctx, words: readonly string[]): Promise<Group<FoundOrganisation>> {
  const name = plain(sql`g.short_name || ' ' || g.full_name || ' ' || coalesce(g.settlement, '')`)
  return grouped(
    await sql<FoundOrganisation & Counted>`
      select g.id, g.kind, g.short_name as name, g.settlement, count(*) over ()::int as total
      from organisations g where g.territory_id = ${ctx.territory.id} and ${matches(name, words)}
      order by ${byLikeness(name, words)}, g.short_name collate "ru-kn", g.id limit ${mostShown}`.execute(tx),
  )
}

/** Orders that are or were in force; drafts are found only in the list of orders by those who prepare them. */
async function ordersFound(tx: Tx, ctx: Ctx, words: readonly string[]): Promise<Group<FoundOrder>> {
  const name = plain(sql`o.title || ' № ' || o.number_text || ' ' || to_char(o.signed_on, 'DD.MM.YYYY')`)
  return grouped(
    await sql<FoundOrder & Counted>`
      select o.id, o.kind, o.number_text as number, o.signed_on, o.title, count(*) over ()::int as total
      from orders o where o.territory_id = ${ctx.territory.id} and o.state in ('signed', 'revoked') and ${matches(name, words)}
      order by o.signed_on desc, o.number desc limit ${mostShown}`.execute(tx),
  )
}

type Counted = { readonly total: number }
const grouped = <Row extends Counted>({ rows }: { rows: Row[] }): Group<Row> => ({ rows, total: rows[0]?.total ?? 0 })
