import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseAll } from '../../../kernel/result.ts'
import type { Day, OrganisationId, PersonId } from '../../../kernel/types.ts'
import { directionsOfAll } from '../../../regulation/work/questions.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { personById } from '../../people/queries.ts'
import { regulationsInForce } from '../../regulation/queries.ts'
import { wrongExpert } from '../pool-rules.ts'

export type ExpertInput = {
  readonly personId: PersonId
  /** An organisation of the territory, or the name of another place of work. */
  readonly employerOrganisationId: OrganisationId | null
  readonly employer: string | null
  readonly directions: readonly string[]
  readonly startsOn: Day
}

/** Takes a person into the pool of experts; the role of an expert follows from it. */
export function addExpert(ctx: Acting, input: ExpertInput): Promise<Result<string>> {
  const { personId, employerOrganisationId, directions, startsOn } = input
  return transact(ctx, async (tx) => {
    if (!may(ctx, 'expert.manage')) return refuse({ code: 'forbidden', permission: 'expert.manage' })
    if (!(await personById(tx, ctx, personId))) return refuse({ code: 'notFound' })
    const organisation = employerOrganisationId
      ? await tx
          .selectFrom('organisations')
          .select('shortName')
          .where((is) => is.and({ territoryId: ctx.territory.id, id: employerOrganisationId }))
          .executeTakeFirst()
      : undefined
    if (employerOrganisationId && !organisation) return refuse({ code: 'notFound' })
    const employer = organisation?.shortName ?? input.employer?.trim() ?? ''
    const known = directionsOfAll(await regulationsInForce(tx, ctx))
    const wrong = wrongExpert({ employer, directions }, new Set(known.map(({ code }) => code)))
    if (wrong.length > 0) return refuseAll(wrong)

    const id = newId()
    await tx
      .insertInto('experts')
      .values({
        territoryId: ctx.territory.id,
        id,
        personId,
        employerOrganisationId,
        employer,
        directions: [...new Set(directions)],
        startsOn,
        addedBy: ctx.actor.personId,
        addedAt: ctx.now,
      })
      .execute()
    const nameOf = await initialsOf(tx, ctx, [personId])
    const facts = { person: nameOf(personId), employer, from: startsOn }
    await record(tx, ctx, { kind: 'expert.added', subjectId: personId, facts })
    return ok(id)
  })
}
