import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Question } from '../../db/words.ts'
import type { EventId, Instant } from '../../kernel/types.ts'
import { ownSites } from './queries.ts'

/** In which time the events end that are looked for; `most`: only so many, those at its beginning or at its end. */
export type Within = {
  readonly since: Instant | null
  readonly until: Instant | null
  readonly newest?: boolean
  readonly most: number | null
}

const second = 1000
/** As their ends stand beside their words, to the second: the first that counts, and the first that does not any more. */
const asPlace = (at: Instant) => at.toISOString().slice(0, 19).replace('T', ' ')
const bounds = ({ since, until, newest = false, most }: Within) =>
  sql`${since && asPlace(since)}, ${until && asPlace(new Date(until.getTime() + second))}, ${newest}::boolean, ${most}::int`

const eventsWith = ({ actor }: Pick<Ctx, 'actor'>, question: Question, within: Within, all: boolean) =>
  sql`search_events(${question}, ${bounds(within)}, ${['', ...(all ? ['cancelled'] : []), ...ownSites(actor)]}::text[])`

/** Event `e` holds the question, or what is most alike to it, and may be seen: a draft by its site. Those that are called off stand among all. */
export const hasWords = (...asked: Parameters<typeof eventsWith>): RawBuilder<boolean> =>
  sql`e.id = any(array(select ${eventsWith(...asked)}))`

/** The same of few, looked up once for the page and for how many there are. */
export async function isOneWithWords(tx: Tx, ...asked: Parameters<typeof eventsWith>): Promise<RawBuilder<boolean>> {
  const { rows } = await sql<{ id: EventId }>`select ${eventsWith(...asked)} as id`.execute(tx)
  return sql`e.id = any(${rows.map(({ id }) => id)}::uuid[])`
}

/** The same of what everybody may see, `o`: by the title alone. */
export const hasTitleWords = ({ territory }: Pick<Ctx, 'territory'>, question: Question, within: Within): RawBuilder<boolean> =>
  sql`o.event_id = any(array(select search_public_events(${territory.id}, ${question}, ${bounds(within)})))`
