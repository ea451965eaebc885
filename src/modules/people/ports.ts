import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Fact } from '../../history/facts.ts'
import { port } from '../../kernel/port.ts'
import type { Result } from '../../kernel/result.ts'
import type { Day, OrganisationId, Period, PersonId } from '../../kernel/types.ts'
import type { LinkItem } from '../../ui/content.ts'

/** What is written of a person has been corrected: whoever keeps the name elsewhere writes it anew, in the same transaction. */
export const personChanged = port<(tx: Tx, ctx: Ctx, id: PersonId) => Promise<void>>('personChanged')

/** A person who leaves a post: its last day, and all posts as they will be when that is written. */
export type Leaving = {
  readonly personId: PersonId
  readonly endsOn: Day
  readonly posts: readonly (Period & { readonly organisationId: OrganisationId })[]
}

/** Something that stands on a post and cannot outlast it. */
export type Dependent = {
  readonly key: string
  /** «наставник на площадке МОУ № 3, по 31.08.2023» */
  readonly what: string
  readonly note: string | null
  /** Whether somebody else may go on with it from the next day, by the word of who ends the post. */
  readonly mayHandOver: boolean
}

/** What stands on posts: found before a post is ended, and ended or handed over to somebody in the same step. */
export const standingOnPosts = port<{
  readonly find: (tx: Tx, ctx: Ctx, leaving: Leaving) => Promise<readonly Dependent[]>
  readonly settle: (tx: Tx, ctx: Ctx, leaving: Leaving, key: string, heir: PersonId | null) => Promise<Result<readonly Fact[]>>
}>('standingOnPosts')

/** What each of these people does today, with the way to it. */
export const personDoes =
  port<(tx: Tx, ctx: Ctx, ids: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, readonly LinkItem[]>>>('personDoes')
