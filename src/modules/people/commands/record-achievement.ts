import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { recordAll } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { PersonId } from '../../../kernel/types.ts'
import type { AchievementDetails } from '../model.ts'
import { checkAchievement } from '../rules.ts'
import { lockPerson } from '../subject-queries.ts'
import { storeAchievements } from './store-records.ts'

/** Records an achievement; regulations ask heads of sites for them. */
export function recordAchievement(
  ctx: Acting,
  input: { personId: PersonId; achievement: AchievementDetails },
): Promise<Result<string>> {
  const { personId, achievement } = input
  return transact(ctx, async (tx) => {
    const locked = await lockPerson(tx, ctx, personId)
    if (!locked) return refuse({ code: 'notFound' })
    if (!may(ctx, 'person.edit', locked.subject)) return refuse({ code: 'forbidden', permission: 'person.edit' })
    const checked = checkAchievement(achievement, ctx.today)
    if (!checked.ok) return checked

    const id = newId()
    await recordAll(tx, ctx, await storeAchievements(tx, ctx, [{ ...achievement, id, personId }]))
    return ok(id)
  })
}
