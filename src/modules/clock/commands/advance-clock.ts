import { type Acting, may } from '../../../authz/ctx.ts'
import { moveDemoDay } from '../../../db/territories.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { dayBefore, daysBetween } from '../../../kernel/dates.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { Day } from '../../../kernel/types.ts'
import type { ByClock } from '../../../kit/told.ts'
import { runClockDeeds } from '../../reminders/commands/by-clock.ts'
import { remind } from '../../reminders/commands/remind.ts'
import { dayToMoveTo, type Wish } from '../rules.ts'

/** Moves a demonstration territory's own today forward and tells what the days passed ask for. Outside demonstration there is nothing to move. */
export async function advanceClock(ctx: Acting, wish: Wish): Promise<Result<Day>> {
  const moved = await moveClock(ctx, wish)
  if (moved.ok) await runClockDeeds(ctx.pool, moved.value)
  return moved.ok ? ok(moved.value.today) : moved
}

function moveClock(ctx: Acting, wish: Wish): Promise<Result<ByClock>> {
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
    const telling = { territory: moved, today: to.value, now, services: ctx.services, actor: null }
    await remind(tx, telling, { after, to: to.value })
    await record(tx, ctx, {
      kind: 'clock.advanced',
      subjectId: ctx.territory.id,
      facts: { from: territory.demoToday, to: to.value },
    })
    return ok(telling)
  })
}
