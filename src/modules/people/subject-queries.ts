import { sql } from 'kysely'
import { type Acting, type Ctx, may } from '../../authz/ctx.ts'
import type { Permission, Subject } from '../../authz/policy.ts'
import { once } from '../../db/once.ts'
import type { Tx } from '../../db/pool.ts'
import { transact } from '../../db/transact.ts'
import { type Result, refuse } from '../../kernel/result.ts'
import type { OrganisationId, PersonId } from '../../kernel/types.ts'
import { natureOf } from '../../regulation/dictionary.ts'

type Where = Pick<Ctx, 'territory' | 'today'>

/** What permissions on a person are asked about: the person, and where the person works today. Null: no such person. */
export const personSubject = (tx: Tx, ctx: Where, personId: PersonId): Promise<Subject | null> =>
  once(tx, `subject of ${personId}`, async () => {
    const found = tx
      .selectFrom('people')
      .select('id')
      .where((is) => is.and({ territoryId: ctx.territory.id, id: personId }))
      .executeTakeFirst()
    const [person, subject] = await Promise.all([found, subjectOf(tx, ctx, personId)])
    return person ? subject : null
  })

async function subjectOf(tx: Tx, ctx: Where, personId: PersonId): Promise<Subject> {
  const employers = await employersOf(tx, ctx, [personId])
  return { territoryId: ctx.territory.id, personIds: [personId], organisationIds: employers.get(personId) ?? [] }
}

/** Which organisations these people work in today; who is of a group or applies for themselves alone works in none. */
export async function employersOf(
  tx: Tx,
  ctx: Where,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly OrganisationId[]>> {
  const posts = await tx
    .selectFrom('posts as p')
    .select(['p.personId', 'p.organisationId', sql<string>`organisation_kind(p.territory_id, p.organisation_id)`.as('kind')])
    .distinct()
    .where('p.territoryId', '=', ctx.territory.id)
    .where(sql<boolean>`p.person_id = any(${[...people]}::uuid[])`)
    .where('startsOn', '<=', ctx.today)
    .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', ctx.today)]))
    .execute()
  const employed = posts.filter(({ kind }) => natureOf(ctx.territory, kind) === 'organisation')
  const byPerson = Map.groupBy(employed, ({ personId }) => personId)
  return new Map([...byPerson].map(([personId, own]) => [personId, own.map(({ organisationId }) => organisationId)]))
}

/** A change of what hangs on a person, one act at a time: the person is locked, and whoever does it must be allowed to. */
export const changing = <Value>(
  ctx: Acting,
  { id, permission }: { readonly id: PersonId; readonly permission: Permission },
  work: (tx: Tx, person: LockedPerson) => Promise<Result<Value>>,
): Promise<Result<Value>> =>
  transact(ctx, async (tx) => {
    const locked = await lockPerson(tx, ctx, id)
    if (!locked) return refuse({ code: 'notFound' })
    return may(ctx, permission, locked.subject) ? work(tx, locked.person) : refuse({ code: 'forbidden', permission })
  })
type LockedPerson = NonNullable<Awaited<ReturnType<typeof lockPerson>>>['person']

/** A person locked until the end of the transaction. */
export async function lockPerson(tx: Tx, ctx: Where, personId: PersonId) {
  const person = await tx
    .selectFrom('people')
    .selectAll()
    .where((is) => is.and({ territoryId: ctx.territory.id, id: personId }))
    .forUpdate()
    .executeTakeFirst()
  return person && { person, subject: await subjectOf(tx, ctx, personId) }
}
