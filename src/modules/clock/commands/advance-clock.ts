import { type Acting, may } from '../../../authz/ctx.ts'
import { moveDemoDay } from '../../../db/territories.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { dayBefore, daysBetween } from '../../../kernel/dates.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { Day } from '../../../kernel/types.ts'
import { remind } from '../../reminders/commands/remind.ts'
import { dayToMoveTo, type Wish } from '../rules.ts'

/** Moves a demonstration territory's own today forward and tells what the days passed ask for. Outside demonstration there is nothing to move. */
export function advanceClock(ctx: Acting, wish: Wish): Promise<Result<Day>> {
  return transact(ctx, async (tx) => {
    const territory = await tx
      .selectFrom('territories')
      .select(['demoToday', 'lastDayRun'])
      .where('id', '=', ctx.territory.id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const { demo } = await tx.selectFrom('installation').select('demo').executeTakeFirstOrThrow()
    if (!may(ctx, 'clock.advance')) return refuse({ code: 'forbidden' })
    if (!demo || territory.demoToday === null) return refuseRule('clock.notDemo')

    const to = dayToMoveTo(territory.demoToday, wish)
    if (!to.ok) return to

    await moveDemoDay(tx, ctx.territory.id, to.value)
    const moved = { ...ctx.territory, demoToday: to.value }
    const now = new Date(ctx.now.getTime() + daysBetween(ctx.today, to.value) * 86_400_000)
    const after = territory.lastDayRun ?? dayBefore(territory.demoToday)
    await remind(tx, { territory: moved, today: to.value, now, services: ctx.services, actor: null }, { after, to: to.value })
    await record(tx, ctx, {
      kind: 'clock.advanced',
      subjectId: ctx.territory.id,
      facts: { from: territory.demoToday, to: to.value },
    })
    return ok(to.value)
  })
}
