import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { recordAll } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { PersonId } from '../../../kernel/types.ts'
import type { PostDetails } from '../model.ts'
import { checkPost } from '../rules.ts'
import { lockPerson } from '../subject-queries.ts'
import { organisationExists } from './organisation-exists.ts'
import { storePosts } from './store-posts.ts'

/**
 * Gives a person one more post. Both ends are asked: whoever records it must be allowed to edit the person as well as to take people into
 * the organisation, or a head could reach anybody of the territory by giving them a post.
 */
export function takePost(ctx: Acting, input: { personId: PersonId; post: PostDetails }): Promise<Result<string>> {
  const { personId, post } = input
  return transact(ctx, async (tx) => {
    const locked = await lockPerson(tx, ctx, personId)
    if (!locked) return refuse({ code: 'notFound' })
    if (!may(ctx, 'person.edit', locked.subject)) return refuse({ code: 'forbidden', permission: 'person.edit' })
    if (!may(ctx, 'person.register', { territoryId: ctx.territory.id, organisationIds: [post.organisationId] }))
      return refuse({ code: 'forbidden', permission: 'person.register' })
    const checked = checkPost(post, { byOffice: may(ctx, 'person.register'), today: ctx.today })
    if (!checked.ok) return checked
    if (!(await organisationExists(tx, ctx, post.organisationId)))
      return refuseRule('person.unknownOrganisation', { field: 'organisationId' })

    const id = newId()
    await recordAll(tx, ctx, await storePosts(tx, ctx, [{ ...post, id, personId }]))
    return ok(id)
  })
}
