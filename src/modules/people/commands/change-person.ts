import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import { addDays } from '../../../kernel/dates.ts'
import { fullName, type NameParts } from '../../../kernel/names.ts'
import type { Naming } from '../../../kernel/names-in-time.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Day, PersonId } from '../../../kernel/types.ts'
import { lastDayOfName } from '../../organisations/naming-rules.ts'
import type { PersonDetails } from '../model.ts'
import { personChanged } from '../ports.ts'
import { checkPerson } from '../rules.ts'
import { lockPerson } from '../subject-queries.ts'

/** Corrects what is written of a person, or gives a new name from a day on. */
export function changePerson(
  ctx: Acting,
  input: { id: PersonId; version: number; details: PersonDetails; naming: Naming },
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
    const until = lastDayOfName({
      ...{ ...input.naming, today: ctx.today },
      changed: nameParts.some((part) => details[part] !== before[part]),
      formerUntil: await formerUntil(tx, ctx, id),
    })
    if (!until.ok) return until
    const changed = (Object.keys(details) as (keyof PersonDetails)[]).filter((name) => details[name] !== before[name])
    if (changed.length === 0) return ok(id)
    await tx
      .updateTable('people')
      .set({ ...details, editVersion: version + 1 })
      .where((is) => is.and({ territoryId: ctx.territory.id, id }))
      .execute()
    if (until.value !== null) await keepFormerName(tx, ctx, id, before, until.value)
    for (const hear of personChanged.parts()) await hear(tx, ctx, id)
    const names = { name: fullName(details), before: fullName(before) }
    const corrected = until.value === null ? changed : changed.filter((name) => !nameParts.some((part) => part === name))
    const facts: Fact[] = []
    if (until.value !== null)
      facts.push({ kind: 'person.renamed', subjectId: id, facts: { ...names, since: addDays(until.value, 1) } })
    if (corrected.length > 0) facts.push({ kind: 'person.changed', subjectId: id, facts: { ...names, fields: corrected } })
    await recordAll(tx, ctx, facts)
    return ok(id)
  })
}

const nameParts = ['familyName', 'givenName', 'patronymic'] as const

async function formerUntil(tx: Tx, ctx: Ctx, personId: PersonId): Promise<Day | null> {
  const row = await tx
    .selectFrom('formerNamesOfPeople')
    .select((of) => of.fn.max('endsOn').as('endsOn'))
    .where((is) => is.and({ territoryId: ctx.territory.id, personId }))
    .executeTakeFirst()
  return row?.endsOn ?? null
}

async function keepFormerName(tx: Tx, ctx: Ctx, personId: PersonId, name: NameParts, endsOn: Day) {
  const { familyName, givenName, patronymic } = name
  await tx
    .insertInto('formerNamesOfPeople')
    .values({ territoryId: ctx.territory.id, personId, endsOn, familyName, givenName, patronymic })
    .execute()
}
