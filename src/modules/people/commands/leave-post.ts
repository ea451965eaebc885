import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import { no, type Result, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { Day, PersonId } from '../../../kernel/types.ts'
import { dependentsOf } from '../leaving-queries.ts'
import { lastDay } from '../rules.ts'
import { lockPerson } from '../subject-queries.ts'

type Leaves = {
  readonly personId: PersonId
  readonly postId: string
  readonly endsOn: Day
  /** What becomes of each thing that stands on the post: it ends as well (null), or somebody goes on with it. */
  readonly settled: ReadonlyMap<string, PersonId | null>
}

/** Sets the last day of a post; what stands on it ends or is handed over in the same step. */
export function leavePost(ctx: Acting, input: Leaves): Promise<Result<Day>> {
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

    const { leaving, found } = await dependentsOf(tx, ctx, { personId, postId, endsOn: endsOn.value })
    const open = found.filter(({ dependent }) => !input.settled.has(dependent.key))
    if (open.length > 0)
      return refuseAll(
        open.map(({ dependent: { key, what } }) => no('person.standsOnPost', { field: `stands.${key}`, params: { what } })),
      )

    await tx
      .updateTable('posts')
      .set({ endsOn: endsOn.value })
      .where((is) => is.and({ territoryId: ctx.territory.id, id: postId }))
      .execute()
    const { title, organisationId, organisation } = post
    const left = { postId, title, organisationId, organisation, on: endsOn.value }
    const facts: Fact[] = [{ kind: 'post.left', subjectId: personId, facts: left }]
    for (const { part, dependent } of found) {
      const heir = dependent.mayHandOver ? (input.settled.get(dependent.key) ?? null) : null
      const settled = await part.settle(tx, ctx, leaving, dependent.key, heir)
      if (!settled.ok) return settled
      facts.push(...settled.value)
    }
    await recordAll(tx, ctx, facts)
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
    .where((is) => is.and({ 'post.territoryId': ctx.territory.id, 'post.id': postId, 'post.personId': personId }))
    .executeTakeFirst()
