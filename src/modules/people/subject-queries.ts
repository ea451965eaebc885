import type { Ctx } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import type { PersonId } from '../../kernel/types.ts'

type Where = Pick<Ctx, 'territory' | 'today'>

/** What permissions on a person are asked about: the person, and where the person works today. Null: no such person. */
export async function personSubject(tx: Tx, ctx: Where, personId: PersonId): Promise<Subject | null> {
  const person = await tx
    .selectFrom('people')
    .select('id')
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', personId)
    .executeTakeFirst()
  return person ? subjectOf(tx, ctx, personId) : null
}

async function subjectOf(tx: Tx, ctx: Where, personId: PersonId): Promise<Subject> {
  const territoryId = ctx.territory.id
  const posts = await tx
    .selectFrom('posts')
    .select('organisationId')
    .distinct()
    .where('territoryId', '=', territoryId)
    .where('personId', '=', personId)
    .where('startsOn', '<=', ctx.today)
    .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', ctx.today)]))
    .execute()
  return { territoryId, personIds: [personId], organisationIds: posts.map((post) => post.organisationId) }
}

/** A person locked for a change, so that what hangs on the person changes one act at a time. */
export async function lockPerson(tx: Tx, ctx: Where, personId: PersonId) {
  const person = await tx
    .selectFrom('people')
    .selectAll()
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  return person && { person, subject: await subjectOf(tx, ctx, personId) }
}
