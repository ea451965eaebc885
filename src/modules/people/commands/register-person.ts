import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import { inBatches } from '../../../db/in-batches.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { fullName } from '../../../kernel/names.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { PersonId } from '../../../kernel/types.ts'
import { likeWords, peopleAlike } from '../likeness-queries.ts'
import type { PersonDetails, PostDetails } from '../model.ts'
import { checkPerson, checkPost } from '../rules.ts'
import { organisationExists, storePosts } from './posts.ts'

type NewPerson = PersonDetails & { readonly id?: PersonId }

/** Stores new people, any number at once, inside the caller's transaction. Gives the facts for history, in the same order. */
export async function storePeople(tx: Tx, ctx: Pick<Ctx, 'territory' | 'now'>, list: readonly NewPerson[]): Promise<Fact[]> {
  const rows = list.map((person) => ({
    ...person,
    territoryId: ctx.territory.id,
    id: person.id ?? newId<PersonId>(),
    createdAt: ctx.now,
  }))
  await inBatches(rows, (batch) => tx.insertInto('people').values(batch).execute())
  return rows.map((row) => ({ kind: 'person.registered', subjectId: row.id, facts: { name: fullName(row) } }))
}

export type Registration = {
  readonly details: PersonDetails
  /** The first post. A head registers people of the own organisation only, so needs one. */
  readonly post: PostDetails | null
  /** Said once more by the one who registers: this is another person, though the name is alike. */
  readonly namesake: boolean
}

/** Enters a person into the register, usually with a first post. */
export function registerPerson(ctx: Acting, { details, post, namesake }: Registration): Promise<Result<PersonId>> {
  return transact(ctx, async (tx) => {
    const organisationIds = post ? [post.organisationId] : []
    if (!may(ctx, 'person.register', { territoryId: ctx.territory.id, organisationIds }))
      return post ||
        !may(ctx, 'person.register', { territoryId: ctx.territory.id, organisationIds: ctx.actor.headsOrganisations })
        ? refuse({ code: 'forbidden', permission: 'person.register' })
        : refuseRule('person.postNeeded', { field: 'organisationId' })
    const person = checkPerson(details)
    if (!person.ok) return person
    if (post) {
      const checked = checkPost(post, { byOffice: may(ctx, 'person.register'), today: ctx.today, knows: ctx.territory })
      if (!checked.ok) return checked
      if (!(await organisationExists(tx, ctx, post.organisationId)))
        return refuseRule('person.unknownOrganisation', { field: 'organisationId' })
    }
    const alike = namesake ? [] : await peopleAlike(tx, ctx, details)
    if (alike.length > 0) return refuseRule('person.namesake', { field: 'namesake', params: { like: likeWords(alike) } })

    const id = newId<PersonId>()
    const facts = await storePeople(tx, ctx, [{ ...person.value, id }])
    if (post) facts.push(...(await storePosts(tx, ctx, [{ ...post, personId: id }])))
    await recordAll(tx, ctx, facts)
    return ok(id)
  })
}
