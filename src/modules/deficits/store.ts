import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { once } from '../../db/once.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, DeficitId, FileId, OrganisationId, PersonId } from '../../kernel/types.ts'
import { down, type Keys } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'
import { worksIn } from '../people/head-queries.ts'
import { nameOfPerson, type PostShown, postsOn } from '../people/name-queries.ts'
import { wasSentBy } from '../traineeships/queries.ts'
import { frameworkOf, noneOwn, type OwnFramework } from './framework.ts'
import type { DeficitState } from './machine.ts'
import type { Closing, Source } from './rules.ts'

declare module '../../db/columns.ts' {
  interface JsonColumns {
    'competence_frameworks.own': OwnFramework
  }
}

type Where = Pick<Ctx, 'territory' | 'today'>

/** How the framework differs here, with the version of its form. */
export const ownFramework = (tx: Tx, { territory: { id } }: Pick<Ctx, 'territory'>) =>
  once(tx, `framework of ${id}`, async () => {
    const row = await tx
      .selectFrom('competenceFrameworks')
      .select(['own', 'editVersion'])
      .where('territoryId', '=', id)
      .executeTakeFirst()
    return row ?? { own: noneOwn, editVersion: 0 }
  })

/** The competences one chooses from, and those by which something was noted. */
export const frameworkHere = async (tx: Tx, ctx: Pick<Ctx, 'territory'>) => frameworkOf((await ownFramework(tx, ctx)).own)

/** A deficit in a list. */
export type DeficitRow = {
  readonly id: DeficitId
  readonly personId: PersonId
  readonly person: string
  readonly posts: readonly PostShown[]
  readonly competenceId: string | null
  readonly words: string | null
  readonly source: Source
  readonly notedBy: string
  readonly startsOn: Day
  readonly document: string | null
  readonly documentOn: Day | null
  readonly documentFile: FileId | null
  readonly state: DeficitState
  readonly closedBy: Closing | null
  readonly closingTitle: string | null
  readonly closedOn: Day | null
}

const newest: Keys = [down(sql`d.starts_on`), sql`d.id`]

/** Deficits by a condition on `d`, the newest first. */
export const deficitsBy = (tx: Tx, ctx: Where, where: RawBuilder<unknown>): Rows<DeficitRow> =>
  sqlRows(tx, {
    select: sql`d.id, d.person_id, ${nameOfPerson(ctx, sql`d.person_id`)} as person,
      ${postsOn({ territory: sql`d.territory_id`, person: sql`d.person_id`, day: sql`${ctx.today}::date` })} as posts,
      d.competence_id, d.words, d.source, ${nameOfPerson(ctx, sql`d.noted_by`)} as noted_by, d.starts_on, d.document, d.document_on, d.document_file, d.state,
      d.closed_by, d.closing_title, d.closed_on`,
    from: sql`deficits d`,
    as: 'd',
    where: sql`d.territory_id = ${ctx.territory.id} and ${where}`,
    order: newest,
  })

/** Nobody has more of them than one page holds. */
const mostOfOne = 100
/** All that was noted of a person and not taken back. */
export const deficitsOf = (tx: Tx, ctx: Where, personId: PersonId): Promise<readonly DeficitRow[]> =>
  deficitsBy(tx, ctx, sql`d.person_id = ${personId} and d.state <> 'takenBack'`).page(mostOfOne, 0)

/** What is open of a person, to know what is new. */
export const openOf = (tx: Tx, { territory }: Pick<Ctx, 'territory'>, personId: PersonId) =>
  tx
    .selectFrom('deficits')
    .select(['id', 'source', 'competenceId', 'words', 'startsOn'])
    .where((is) => is.and({ territoryId: territory.id, personId, state: 'open' }))
    .execute()

/** What others have noted of people whom these schools have sent: by name, as the heads of the schools may know it. */
export const ofThoseSent = (tx: Tx, ctx: Where, schools: readonly OrganisationId[]): Rows<DeficitRow> =>
  deficitsBy(tx, ctx, sql`d.state = 'open' and d.source <> 'self' and ${wasSentBy(ctx, sql`d.person_id`, schools)}`)

export type Numbers = {
  readonly people: number
  readonly rows: readonly { readonly competenceId: string | null; readonly people: number }[]
}

/** How many people have what open: of these organisations, or of the whole territory. */
export async function numbersOf(tx: Tx, ctx: Where, organisations: readonly OrganisationId[] | null): Promise<Numbers> {
  const theirs = organisations === null ? sql`true` : worksIn(ctx, sql`d.person_id`, organisations)
  const { rows } = await sql<{ competenceId: string | null; people: number; all: boolean }>`
    select d.competence_id, count(distinct d.person_id)::int as people, grouping(d.competence_id) = 1 as all
    from deficits d where d.territory_id = ${ctx.territory.id} and d.state = 'open' and ${theirs}
    group by grouping sets ((), (d.competence_id)) order by people desc, d.competence_id`.execute(tx)
  return { people: rows.find(({ all }) => all)?.people ?? 0, rows: rows.filter(({ all }) => !all) }
}
