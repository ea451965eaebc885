import type { Acting, Ctx } from '../../../authz/ctx.ts'
import { inBatches } from '../../../db/in-batches.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuseRule } from '../../../kernel/result.ts'
import type { PersonId } from '../../../kernel/types.ts'
import { isKind, kindName } from '../../../regulation/dictionary.ts'
import type { AchievementDetails, QualificationDetails, RoleDetails } from '../model.ts'
import { categoryToEnd, checkAchievement, checkDates } from '../rules.ts'
import { changing } from '../subject-queries.ts'

type Scope = Pick<Ctx, 'territory'>
type OfPerson<Details> = Details & { readonly id?: string; readonly personId: PersonId }

const asRows = <Details>(ctx: Scope, list: readonly OfPerson<Details>[]) =>
  list.map((one) => ({ ...one, territoryId: ctx.territory.id, id: one.id ?? newId() }))

/** Stores qualification categories inside the caller's transaction and gives the facts for history. */
export async function storeQualifications(tx: Tx, ctx: Scope, list: readonly OfPerson<QualificationDetails>[]): Promise<Fact[]> {
  const rows = asRows(ctx, list)
  await inBatches(rows, (batch) => tx.insertInto('qualifications').values(batch).execute())
  return rows.map(({ personId, category, startsOn, endsOn }) => ({
    kind: 'qualification.recorded',
    subjectId: personId,
    facts: { category, name: kindName(ctx.territory, 'category', category), from: startsOn, to: endsOn },
  }))
}

/** Stores achievements inside the caller's transaction and gives the facts for history. */
export async function storeAchievements(tx: Tx, ctx: Scope, list: readonly OfPerson<AchievementDetails>[]): Promise<Fact[]> {
  const rows = asRows(ctx, list)
  await inBatches(rows, (batch) => tx.insertInto('achievements').values(batch).execute())
  return rows.map(({ personId, title, direction, achievedOn }) => ({
    kind: 'achievement.recorded',
    subjectId: personId,
    facts: { title, direction, on: achievedOn },
  }))
}

/** Stores roles of the authority and the operator inside the caller's transaction and gives the facts for history. */
export async function storeRoles(tx: Tx, ctx: Scope, list: readonly OfPerson<RoleDetails>[]): Promise<Fact[]> {
  const rows = asRows(ctx, list)
  await inBatches(rows, (batch) => tx.insertInto('roleGrants').values(batch).execute())
  return rows.map(({ personId, role, startsOn, endsOn }) => ({
    kind: 'role.granted',
    subjectId: personId,
    facts: { role, from: startsOn, to: endsOn },
  }))
}

/** Records an achievement; regulations ask heads of sites for them. */
export function recordAchievement(
  ctx: Acting,
  input: { personId: PersonId; achievement: AchievementDetails },
): Promise<Result<string>> {
  const { personId, achievement } = input
  return changing(ctx, { id: personId, permission: 'person.edit' }, async (tx) => {
    const checked = checkAchievement(achievement, ctx.today)
    if (!checked.ok) return checked

    const id = newId()
    await recordAll(tx, ctx, await storeAchievements(tx, ctx, [{ ...achievement, id, personId }]))
    return ok(id)
  })
}

/** Records a qualification category. One held without an end gives way to it. */
export function recordQualification(
  ctx: Acting,
  input: { personId: PersonId; qualification: QualificationDetails },
): Promise<Result<string>> {
  const { personId, qualification } = input
  return changing(ctx, { id: personId, permission: 'person.edit' }, async (tx) => {
    const checked = checkDates(qualification, ctx.today)
    if (!checked.ok) return checked
    if (!isKind(ctx.territory, 'category', qualification.category)) return refuseRule('person.unknownKind', { field: 'category' })

    await endFormer(tx, ctx, personId, qualification)
    const id = newId()
    await recordAll(tx, ctx, await storeQualifications(tx, ctx, [{ ...qualification, id, personId }]))
    return ok(id)
  })
}

async function endFormer(tx: Tx, ctx: Ctx, personId: PersonId, added: QualificationDetails): Promise<void> {
  const held = await tx
    .selectFrom('qualifications')
    .select(['id', 'startsOn', 'endsOn'])
    .where((is) => is.and({ territoryId: ctx.territory.id, personId }))
    .execute()
  const former = categoryToEnd(held, added)
  if (former)
    await tx
      .updateTable('qualifications')
      .set({ endsOn: former.endsOn })
      .where((is) => is.and({ territoryId: ctx.territory.id, id: former.held.id }))
      .execute()
}
