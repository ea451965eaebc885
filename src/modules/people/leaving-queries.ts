import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, PersonId } from '../../kernel/types.ts'
import { standingOnPosts } from './ports.ts'
import { recordOf } from './queries.ts'
import { leavingOf } from './rules.ts'

/** What depends on a post that is to end on a day, each with the part that settles it. */
export async function dependentsOf(tx: Tx, ctx: Ctx, given: { personId: PersonId; postId: string; endsOn: Day }) {
  const { personId, postId, endsOn } = given
  const leaving = { personId, endsOn, posts: leavingOf((await recordOf(tx, ctx, personId)).posts, postId, endsOn) }
  const found = await Promise.all(
    standingOnPosts.parts().map(async (part) => (await part.find(tx, ctx, leaving)).map((dependent) => ({ part, dependent }))),
  )
  return { leaving, found: found.flat() }
}
