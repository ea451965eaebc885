import type { Ctx } from '../../authz/ctx.ts'
import type { GrantedRole } from '../../authz/roles.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, Period, PersonId, TerritoryId } from '../../kernel/types.ts'

/** Who holds one of these roles on a day; a person with two of them comes twice. */
export async function holdersOf(
  tx: Tx,
  territoryId: Ctx['territory']['id'],
  roles: readonly GrantedRole[],
  day: Day,
): Promise<{ personId: PersonId; role: GrantedRole }[]> {
  const rows = await tx
    .selectFrom('roleGrants')
    .select(['personId', 'role'])
    .distinct()
    .where('territoryId', '=', territoryId)
    .where('role', 'in', roles)
    .where('startsOn', '<=', day)
    .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', day)]))
    .execute()
  return rows as { personId: PersonId; role: GrantedRole }[]
}

type Of = { readonly territory: { readonly id: TerritoryId } }

/** The first day of the role a person holds today, or else of the next one that is given already; undefined: no such role. */
export async function nextGrant(
  tx: Tx,
  { territory, today }: Of & { readonly today: Day },
  personId: PersonId,
  role: GrantedRole,
): Promise<Day | undefined> {
  const found = await tx
    .selectFrom('roleGrants')
    .select('startsOn')
    .where((is) => is.and({ territoryId: territory.id, personId, role }))
    .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', today)]))
    .orderBy('startsOn')
    .executeTakeFirst()
  return found?.startsOn
}

/** When a person holds, held or will hold a post. */
export const postPeriods = (tx: Tx, { territory }: Of, personId: PersonId): Promise<Period[]> =>
  tx
    .selectFrom('posts')
    .select(['startsOn as from', 'endsOn as to'])
    .where((is) => is.and({ territoryId: territory.id, personId }))
    .execute()

/** When a person is a methodist by a role. */
export const methodistPeriods = (tx: Tx, { territory }: Of, personId: PersonId): Promise<Period[]> =>
  tx
    .selectFrom('roleGrants')
    .select(['startsOn as from', 'endsOn as to'])
    .where((is) => is.and({ territoryId: territory.id, personId, role: 'methodist' }))
    .execute()

/** Everybody who holds one of these roles today, each once. */
export const holding =
  (...roles: readonly GrantedRole[]) =>
  async (tx: Tx, ctx: { readonly territory: { readonly id: TerritoryId }; readonly today: Day }): Promise<PersonId[]> => {
    const holders = await holdersOf(tx, ctx.territory.id, roles, ctx.today)
    return [...new Set(holders.map(({ personId }) => personId))]
  }
