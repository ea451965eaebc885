import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import { inBatches } from '../../../db/in-batches.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { no, ok, type Result, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { Day, OrganisationId, PersonId } from '../../../kernel/types.ts'
import { dependentsOf } from '../leaving-queries.ts'
import type { PostDetails } from '../model.ts'
import { checkPost, lastDay } from '../rules.ts'
import { changing, lockPerson } from '../subject-queries.ts'

type NewPost = PostDetails & { readonly id?: string; readonly personId: PersonId }

/** Stores posts, any number at once, inside the caller's transaction. Gives the facts for history, in the same order. */
export async function storePosts(tx: Tx, ctx: Pick<Ctx, 'territory'>, list: readonly NewPost[]): Promise<Fact[]> {
  if (list.length === 0) return []
  const rows = list.map((post) => ({ ...post, territoryId: ctx.territory.id, id: post.id ?? newId() }))
  await inBatches(rows, (batch) => tx.insertInto('posts').values(batch).execute())
  const names = await organisationNames(tx, ctx, rows)
  return rows.map((row) => ({
    kind: 'post.taken',
    subjectId: row.personId,
    facts: {
      postId: row.id,
      title: row.title,
      organisationId: row.organisationId,
      organisation: names.get(row.organisationId) ?? '',
      from: row.startsOn,
      to: row.endsOn,
    },
  }))
}

async function organisationNames(tx: Tx, ctx: Pick<Ctx, 'territory'>, rows: readonly PostDetails[]) {
  const found = await tx
    .selectFrom('organisations')
    .select(['id', 'shortName'])
    .where('territoryId', '=', ctx.territory.id)
    .where('id', 'in', [...new Set(rows.map((row) => row.organisationId))])
    .execute()
  return new Map(found.map((row) => [row.id, row.shortName]))
}

/** Whether the territory has such an organisation. */
export async function organisationExists(tx: Tx, ctx: Pick<Ctx, 'territory'>, id: OrganisationId): Promise<boolean> {
  const found = await tx
    .selectFrom('organisations')
    .select('id')
    .where((is) => is.and({ territoryId: ctx.territory.id, id }))
    .executeTakeFirst()
  return found !== undefined
}

/**
 * Gives a person one more post. Both ends are asked: whoever records it must be allowed to edit the person as well as to take people into
 * the organisation, or a head could reach anybody of the territory by giving them a post.
 */
export function takePost(ctx: Acting, input: { personId: PersonId; post: PostDetails }): Promise<Result<string>> {
  const { personId, post } = input
  return changing(ctx, { id: personId, permission: 'person.edit' }, async (tx) => {
    if (!may(ctx, 'person.register', { territoryId: ctx.territory.id, organisationIds: [post.organisationId] }))
      return refuse({ code: 'forbidden', permission: 'person.register' })
    const checked = checkPost(post, { byOffice: may(ctx, 'person.register'), today: ctx.today, knows: ctx.territory })
    if (!checked.ok) return checked
    if (!(await organisationExists(tx, ctx, post.organisationId)))
      return refuseRule('person.unknownOrganisation', { field: 'organisationId' })

    const id = newId()
    await recordAll(tx, ctx, await storePosts(tx, ctx, [{ ...post, id, personId }]))
    return ok(id)
  })
}

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
