import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { fullName } from '../../../kernel/names.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { PersonId } from '../../../kernel/types.ts'
import type { PersonDetails } from '../model.ts'
import { personChanged } from '../ports.ts'
import { checkPerson } from '../rules.ts'
import { lockPerson } from '../subject-queries.ts'

/** Corrects what is written of a person. */
export function changePerson(
  ctx: Acting,
  input: { id: PersonId; version: number; details: PersonDetails },
): Promise<Result<PersonId>> {
  const { id, version } = input
  return transact(ctx, async (tx) => {
    const locked = await lockPerson(tx, ctx, id)
    if (!locked) return refuse({ code: 'notFound' })
    const { person: before, subject } = locked
    if (!may(ctx, 'person.edit', subject)) return refuse({ code: 'forbidden', permission: 'person.edit' })
    if (before.editVersion !== version) return refuse({ code: 'changedMeanwhile' })
    const checked = checkPerson(input.details)
    if (!checked.ok) return checked

    const details = checked.value
    const changed = (Object.keys(details) as (keyof PersonDetails)[]).filter((name) => details[name] !== before[name])
    if (changed.length === 0) return ok(id)
    await tx
      .updateTable('people')
      .set({ ...details, editVersion: version + 1 })
      .where('territoryId', '=', ctx.territory.id)
      .where('id', '=', id)
      .execute()
    for (const hear of personChanged.parts()) await hear(tx, ctx, id)
    await record(tx, ctx, {
      kind: 'person.changed',
      subjectId: id,
      facts: { name: fullName(details), before: fullName(before), fields: changed },
    })
    return ok(id)
  })
}
