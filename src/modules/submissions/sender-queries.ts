import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { capital, type NameParts, signatureName } from '../../kernel/names.ts'
import type { Day } from '../../kernel/types.ts'

/** Who writes the letter: the lines over it, and who signs it. */
export type Sender = { readonly letterhead: readonly string[]; readonly post: string; readonly name: string }

type Row = { fullName: string; letterhead: string[] | null; title: string | null } & Partial<NameParts>

/** The operator as the letter names it: its own letterhead where it issues orders, its head on the day of the letter. */
export async function senderOf(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>, sentOn: Day | null): Promise<Sender> {
  const day = sentOn ?? ctx.today
  const { rows } = await sql<Row>`
    select g.full_name, f.letterhead, p.title, n.family_name, n.given_name, n.patronymic from organisations o
      join organisations_on(${day}) g on g.territory_id = o.territory_id and g.id = o.id
      left join offices f on f.territory_id = o.territory_id and f.issuer_id = o.id
      left join posts p on p.territory_id = o.territory_id and p.organisation_id = o.id and p.kind = 'head'
        and p.starts_on <= ${day} and (p.ends_on is null or p.ends_on >= ${day})
      left join people_on(${day}) n on n.territory_id = p.territory_id and n.id = p.person_id
    where o.territory_id = ${ctx.territory.id} and o.is_operator order by o.full_name limit 1`.execute(tx)
  const [row] = rows
  if (!row) return { letterhead: [], post: 'Руководитель', name: '' }
  const { familyName, givenName, patronymic = null } = row
  const title = row.title ?? 'Руководитель'
  return {
    letterhead: row.letterhead ?? [row.fullName],
    post: capital(title),
    name: familyName && givenName ? signatureName({ familyName, givenName, patronymic }) : '',
  }
}
