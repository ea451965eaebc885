import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { capital } from '../../kernel/names.ts'
import type { PersonId, SiteId } from '../../kernel/types.ts'
import { roleWord } from '../../regulation/people/questions.ts'
import type { LinkItem } from '../../ui/content.ts'
import { paths } from './paths.ts'
import { regulationOfSites } from './standing-queries.ts'

type Row = { readonly personId: PersonId; readonly kind: string; readonly site: SiteId; readonly name: string }

/** The sites at which each of these people has a role today. */
export async function rolesAtSites(
  tx: Tx,
  ctx: Ctx,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly LinkItem[]>> {
  const { rows } = await sql<Row>`
    select a.person_id, a.kind, a.site_id as site, e.short_name as name
    from appointments a join register_entries e on e.territory_id = a.territory_id and e.site_id = a.site_id
    where a.territory_id = ${ctx.territory.id} and a.person_id = any(${[...ids]}::uuid[])
      and a.starts_on <= ${ctx.today} and (a.ends_on is null or a.ends_on >= ${ctx.today})
    order by a.kind <> 'head', a.starts_on, a.id`.execute(tx)
  if (rows.length === 0) return new Map()
  const lives = await regulationOfSites(tx, ctx)
  const link = ({ kind, site, name }: Row) => ({
    href: paths.site({ territory: ctx.territory.code, site }),
    label: `${capital(roleWord(lives(site)?.regulation, kind))}: ${name}`,
  })
  return new Map([...Map.groupBy(rows, ({ personId }) => personId)].map(([id, own]) => [id, own.map(link)]))
}
