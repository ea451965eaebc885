import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { fullName, type NameParts } from '../../kernel/names.ts'
import type { PersonId } from '../../kernel/types.ts'
import type { NamedRow } from '../../kit/order/effect-props.ts'
import type { OrderPart } from '../../kit/order/parts.ts'
import { byId } from '../../kit/order/registers.ts'
import { unlike } from '../../kit/order/unlike.ts'
import { peopleForOrders } from './order-queries.ts'

const most = 3000

async function peopleToName(tx: Tx, ctx: Ctx): Promise<(NamedRow<PersonId> & { signs: boolean })[]> {
  const { rows } = await sql<NameParts & { id: PersonId; post: string | null; signs: boolean }>`
    select p.id, p.family_name, p.given_name, p.patronymic,
      (select concat_ws(', ', t.title, g.short_name) from posts t
          join organisations g on g.territory_id = t.territory_id and g.id = t.organisation_id
        where t.territory_id = p.territory_id and t.person_id = p.id and t.starts_on <= ${ctx.today} and (t.ends_on is null or t.ends_on >= ${ctx.today})
        order by t.kind = 'head' desc, t.starts_on limit 1) as post,
      exists (select 1 from role_grants r where r.territory_id = p.territory_id and r.person_id = p.id and r.role = 'signatory'
        and r.starts_on <= ${ctx.today} and (r.ends_on is null or r.ends_on >= ${ctx.today})) as signs
    from people p where p.territory_id = ${ctx.territory.id}
    order by p.family_name collate "ru-kn", p.given_name, p.patronymic, p.id limit ${most}`.execute(tx)
  return rows.map(({ id, post, signs, ...name }) => ({
    id,
    signs,
    label: [fullName(name), post].filter((part) => part !== null).join(', '),
  }))
}

/** People an order may name. */
export const peopleInOrders: OrderPart = {
  registers: {
    complete: async (tx, ctx, { day }, named) => ({ people: byId(await peopleForOrders(tx, ctx, named.people, day)) }),
  },
  async choices(tx, ctx) {
    const people = await peopleToName(tx, ctx)
    return { people: unlike(people), signatories: unlike(people.filter((person) => person.signs)) }
  },
}
