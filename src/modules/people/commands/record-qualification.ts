import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { recordAll } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { PersonId } from '../../../kernel/types.ts'
import type { QualificationDetails } from '../model.ts'
import { categoryToEnd, checkDates } from '../rules.ts'
import { lockPerson } from '../subject-queries.ts'
import { storeQualifications } from './store-records.ts'

/** Records a qualification category. One held without an end gives way to it. */
export function recordQualification(
  ctx: Acting,
  input: { personId: PersonId; qualification: QualificationDetails },
): Promise<Result<string>> {
  const { personId, qualification } = input
  return transact(ctx, async (tx) => {
    const locked = await lockPerson(tx, ctx, personId)
    if (!locked) return refuse({ code: 'notFound' })
    if (!may(ctx, 'person.edit', locked.subject)) return refuse({ code: 'forbidden', permission: 'person.edit' })
    const checked = checkDates(qualification, ctx.today)
    if (!checked.ok) return checked

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
