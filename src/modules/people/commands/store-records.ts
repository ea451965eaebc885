import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { newId } from '../../../kernel/ids.ts'
import type { PersonId } from '../../../kernel/types.ts'
import type { AchievementDetails, QualificationDetails, RoleDetails } from '../model.ts'
import { inBatches } from './in-batches.ts'

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
    facts: { category, from: startsOn, to: endsOn },
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
