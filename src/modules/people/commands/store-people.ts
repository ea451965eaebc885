import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { newId } from '../../../kernel/ids.ts'
import { fullName } from '../../../kernel/names.ts'
import type { PersonId } from '../../../kernel/types.ts'
import type { PersonDetails } from '../model.ts'
import { inBatches } from './in-batches.ts'

export type NewPerson = PersonDetails & { readonly id?: PersonId }

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
