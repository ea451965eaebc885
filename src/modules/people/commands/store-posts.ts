import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { newId } from '../../../kernel/ids.ts'
import type { PersonId } from '../../../kernel/types.ts'
import type { PostDetails } from '../model.ts'
import { inBatches } from './in-batches.ts'

export type NewPost = PostDetails & { readonly id?: string; readonly personId: PersonId }

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
