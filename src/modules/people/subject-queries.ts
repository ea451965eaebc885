import type { Ctx } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import { once } from '../../db/once.ts'
import type { Tx } from '../../db/pool.ts'
import type { PersonId } from '../../kernel/types.ts'

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
  const territoryId = ctx.territory.id
  const posts = await tx
    .selectFrom('posts')
    .select('organisationId')
    .distinct()
    .where((is) => is.and({ territoryId, personId }))
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
    .where((is) => is.and({ territoryId: ctx.territory.id, id: personId }))
    .forUpdate()
    .executeTakeFirst()
  return person && { person, subject: await subjectOf(tx, ctx, personId) }
}
