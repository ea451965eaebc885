import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { questionOf } from '../../db/words.ts'
import { fullName, type NameParts, withInitials } from '../../kernel/names.ts'
import type { Day, OrganisationId, PersonId } from '../../kernel/types.ts'
import { type AskedNames, mostSuggested, type NamedRow } from '../../kit/order/effect-props.ts'
import type { OrderPart } from '../../kit/order/parts.ts'
import { byId, type KnownPerson } from '../../kit/order/registers.ts'
import { unlike } from '../../kit/order/unlike.ts'
import { personNamed } from './name-queries.ts'

/** People with all that the rules about heads and coordinators ask of them. */
export async function peopleForOrders(tx: Tx, ctx: Ctx, ids: readonly string[], on: Day): Promise<KnownPerson[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<NameParts & Omit<KnownPerson, 'name'>>`
    select p.id, p.family_name, p.given_name, p.patronymic,
      coalesce((select json_agg(json_build_object('organisationId', t.organisation_id, 'kind', t.kind, 'startsOn', t.starts_on, 'endsOn', t.ends_on))
        from posts t where t.territory_id = p.territory_id and t.person_id = p.id), '[]') as posts,
      coalesce((select json_agg(json_build_object('category', q.category, 'startsOn', q.starts_on, 'endsOn', q.ends_on))
        from qualifications q where q.territory_id = p.territory_id and q.person_id = p.id), '[]') as categories,
      coalesce((select json_agg(json_build_object('direction', a.direction, 'achievedOn', a.achieved_on))
        from achievements a where a.territory_id = p.territory_id and a.person_id = p.id), '[]') as achievements,
      coalesce((select json_agg(json_build_object('startsOn', g.starts_on, 'endsOn', g.ends_on))
        from role_grants g where g.territory_id = p.territory_id and g.person_id = p.id and g.role = 'methodist'), '[]') as methodist_periods
    from people_on(${on}) p where p.territory_id = ${ctx.territory.id} and p.id = any(${[...new Set(ids)]}::uuid[])`.execute(tx)
  return rows.map(({ familyName, givenName, patronymic, ...row }) => ({
    ...row,
    name: withInitials({ familyName, givenName, patronymic }),
  }))
}

/** More of one name than this are too many to choose from; the question is to be asked more closely. */
const mostOfOneName = 200

type Row = NameParts & { readonly id: PersonId; readonly post: string | null }

/** People with the first of the posts held today; `where` narrows people `p`. */
async function rowsOf(tx: Tx, ctx: Ctx, where: RawBuilder<boolean>, most: number | null): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select p.id, p.family_name, p.given_name, p.patronymic,
      (select concat_ws(', ', t.title, g.short_name) from posts t
          join organisations g on g.territory_id = t.territory_id and g.id = t.organisation_id
        where t.territory_id = p.territory_id and t.person_id = p.id and t.starts_on <= ${ctx.today} and (t.ends_on is null or t.ends_on >= ${ctx.today})
        order by t.kind = 'head' desc, t.starts_on limit 1) as post
    from people p where p.territory_id = ${ctx.territory.id} and ${where}
    order by p.family_name collate "ru-kn", p.given_name, p.patronymic, p.id limit ${most}`.execute(tx)
  return rows
}

/** All people of a small territory; of a large one those held already with their namesakes, and those whom a typed name may mean. */
async function peopleToName(tx: Tx, ctx: Ctx, { ids, people }: AskedNames): Promise<NamedRow<PersonId>[]> {
  const all = await rowsOf(tx, ctx, sql`true`, mostSuggested + 1)
  if (all.length <= mostSuggested) return toldApart(all)
  const found = ids.length === 0 ? [] : await rowsOf(tx, ctx, namesakesOf(ctx, ids), null)
  for (const question of people.map(nameOf)) {
    if (question !== '') found.push(...(await rowsOf(tx, ctx, personNamed(question), mostOfOneName)))
  }
  return toldApart([...new Map(found.map((row) => [row.id, row])).values()])
}

const namesakesOf = (
  { territory }: Ctx,
  ids: readonly string[],
) => sql<boolean>`(p.family_name, p.given_name, coalesce(p.patronymic, '')) in (
  select n.family_name, n.given_name, coalesce(n.patronymic, '') from people n
  where n.territory_id = ${territory.id} and n.id = any(${ids}::uuid[]))`

/** The words of a name, without initials and what is typed after the comma. */
const nameOf = (typed: string) => questionOf(typed.split(',', 1)[0] ?? '')

/** Each with the post; of namesakes also the one who has none is told apart. */
function toldApart(rows: readonly Row[]): NamedRow<PersonId>[] {
  const named = Map.groupBy(rows, fullName)
  const noPost = (row: Row) => ((named.get(fullName(row))?.length ?? 0) > 1 ? 'без должности' : null)
  return unlike(
    rows.map((row) => ({
      id: row.id,
      label: [fullName(row), row.post ?? noPost(row)].filter((part) => part !== null).join(', '),
    })),
  )
}

/** Who signs for an office today. */
const signatoriesOf = async (tx: Tx, ctx: Ctx, issuerId: OrganisationId): Promise<NamedRow<PersonId>[]> =>
  toldApart(await rowsOf(tx, ctx, sql`signs_for(p.territory_id, ${issuerId}, p.id, ${ctx.today})`, null))

/** People an order may name. */
export const peopleInOrders: OrderPart = {
  registers: {
    complete: async (tx, ctx, { day }, named) => ({ people: byId(await peopleForOrders(tx, ctx, named.people, day)) }),
  },
  choices: async (tx, ctx, asked) => ({
    people: await peopleToName(tx, ctx, asked),
    signatories: asked.issuerId ? await signatoriesOf(tx, ctx, asked.issuerId) : [],
  }),
}
