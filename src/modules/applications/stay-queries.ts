import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { counted } from '../../kernel/plural.ts'
import type { RegulationLineId } from '../../kernel/types.ts'
import type { Stays } from '../regulation/ports.ts'
import { lineIn } from '../regulation/queries.ts'
import { paths } from './paths.ts'

/** An application is judged by the edition it was begun under, from its draft to the decision. */
export async function applicationsStay(tx: Tx, { territory }: Pick<Ctx, 'territory'>, lineId: RegulationLineId): Promise<Stays> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from applications a where a.territory_id = ${territory.id}
      and a.state not in ('granted', 'declined', 'withdrawn') and ${lineIn('a')} = ${lineId}`.execute(tx)
  const count = rows[0]?.count ?? 0
  return {
    count,
    words: counted(count, 'заявка', 'заявки', 'заявок'),
    until: 'до решения по ним, вместе с начатыми и не отправленными',
    href: paths.applications({ territory: territory.code }),
  }
}
