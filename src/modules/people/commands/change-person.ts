import type { Acting, Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import { addDays } from '../../../kernel/dates.ts'
import { fullName, type NameParts } from '../../../kernel/names.ts'
import type { Naming } from '../../../kernel/names-in-time.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { Day, PersonId } from '../../../kernel/types.ts'
import { lastDayOfName, movedLastDay, renamedOn } from '../../organisations/naming-rules.ts'
import { likeWords, peopleAlike } from '../likeness-queries.ts'
import type { PersonDetails } from '../model.ts'
import { personChanged } from '../ports.ts'
import { checkPerson } from '../rules.ts'
import { changing } from '../subject-queries.ts'

/**
 * Corrects what is written of a person, or gives a new name from a day on, or puts that day right. A name that becomes like another one's is
 * asked about: `namesake` says that it is another person.
 */
export function changePerson(
  ctx: Acting,
  input: { id: PersonId; version: number; details: PersonDetails; naming: Naming; namesake?: boolean },
): Promise<Result<PersonId>> {
  const { id, version } = input
  return changing(ctx, { id, permission: 'person.edit' }, async (tx, before) => {
    if (before.editVersion !== version) return refuse({ code: 'changedMeanwhile' })
    const checked = checkPerson(input.details)
    if (!checked.ok) return checked

    const details = checked.value
    const renamed = nameParts.some((part) => details[part] !== before[part])
    const former = await formerDays(tx, ctx, id)
    const asked = { ...input.naming, today: ctx.today }
    const until = lastDayOfName({ ...asked, changed: renamed, formerUntil: former.at(-1) ?? null })
    if (!until.ok) return until
    const moved = movedLastDay({ ...asked, former })
    if (!moved.ok) return moved
    if (renamed && !input.namesake) {
      const alike = (await peopleAlike(tx, ctx, details)).filter((one) => one.id !== id)
      if (alike.length > 0) return refuseRule('person.namesake', { field: 'namesake', params: { like: likeWords(alike) } })
    }
    const changed = (Object.keys(details) as (keyof PersonDetails)[]).filter((name) => details[name] !== before[name])
    if (changed.length === 0 && moved.value === null) return ok(id)
    await tx
      .updateTable('people')
      .set({ ...details, editVersion: version + 1 })
      .where((is) => is.and({ territoryId: ctx.territory.id, id }))
      .execute()
    if (until.value !== null) await keepFormerName(tx, ctx, id, before, until.value)
    if (moved.value !== null) await moveFormerName(tx, ctx, id, moved.value)
    for (const hear of personChanged.parts()) await hear(tx, ctx, id)
    const names = { name: fullName(details), before: fullName(before) }
    const corrected = until.value === null ? changed : changed.filter((name) => !nameParts.some((part) => part === name))
    const facts: Fact[] = []
    if (until.value !== null)
      facts.push({ kind: 'person.renamed', subjectId: id, facts: { ...names, since: addDays(until.value, 1) } })
    if (moved.value !== null)
      facts.push({ kind: 'person.renamedOn', subjectId: id, facts: { name: names.name, ...renamedOn(moved.value) } })
    if (corrected.length > 0) facts.push({ kind: 'person.changed', subjectId: id, facts: { ...names, fields: corrected } })
    await recordAll(tx, ctx, facts)
    return ok(id)
  })
}

const nameParts = ['familyName', 'givenName', 'patronymic'] as const

/** The last days of the former names, the first one first. */
async function formerDays(tx: Tx, ctx: Ctx, personId: PersonId): Promise<Day[]> {
  const rows = await tx
    .selectFrom('formerNamesOfPeople')
    .select('endsOn')
    .where((is) => is.and({ territoryId: ctx.territory.id, personId }))
    .orderBy('endsOn')
    .execute()
  return rows.map(({ endsOn }) => endsOn)
}

async function moveFormerName(tx: Tx, ctx: Ctx, personId: PersonId, { from, to }: { from: Day; to: Day }) {
  await tx
    .updateTable('formerNamesOfPeople')
    .set({ endsOn: to })
    .where((is) => is.and({ territoryId: ctx.territory.id, personId, endsOn: from }))
    .execute()
}

async function keepFormerName(tx: Tx, ctx: Ctx, personId: PersonId, name: NameParts, endsOn: Day) {
  const { familyName, givenName, patronymic } = name
  await tx
    .insertInto('formerNamesOfPeople')
    .values({ territoryId: ctx.territory.id, personId, endsOn, familyName, givenName, patronymic })
    .execute()
}
