import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { Day, PersonId } from '../../../kernel/types.ts'
import { lastDay } from '../rules.ts'
import { lockPerson } from '../subject-queries.ts'

/** Sets the last day of a post. */
export function leavePost(ctx: Acting, input: { personId: PersonId; postId: string; endsOn: Day }): Promise<Result<Day>> {
  const { personId, postId } = input
  return transact(ctx, async (tx) => {
    const locked = await lockPerson(tx, ctx, personId)
    const post = locked && (await postOf(tx, ctx, personId, postId))
    if (!post) return refuse({ code: 'notFound' })
    const there = { territoryId: ctx.territory.id, organisationIds: [post.organisationId] }
    if (!may(ctx, 'person.edit', there)) return refuse({ code: 'forbidden', permission: 'person.edit' })
    if (post.kind === 'head' && !may(ctx, 'person.register')) return refuseRule('person.headByOffice', { field: 'endsOn' })
    const endsOn = lastDay(post, input.endsOn, ctx.today)
    if (!endsOn.ok) return endsOn

    await tx
      .updateTable('posts')
      .set({ endsOn: endsOn.value })
      .where('territoryId', '=', ctx.territory.id)
      .where('id', '=', postId)
      .execute()
    const { title, organisationId, organisation } = post
    await record(tx, ctx, {
      kind: 'post.left',
      subjectId: personId,
      facts: { postId, title, organisationId, organisation, on: endsOn.value },
    })
    return endsOn
  })
}

const postOf = (tx: Tx, ctx: Ctx, personId: PersonId, postId: string) =>
  tx
    .selectFrom('posts as post')
    .innerJoin('organisations as organisation', (join) =>
      join.onRef('organisation.territoryId', '=', 'post.territoryId').onRef('organisation.id', '=', 'post.organisationId'),
    )
    .select(['post.kind', 'post.title', 'post.startsOn', 'post.endsOn', 'post.organisationId'])
    .select('organisation.shortName as organisation')
    .where('post.territoryId', '=', ctx.territory.id)
    .where('post.id', '=', postId)
    .where('post.personId', '=', personId)
    .executeTakeFirst()
