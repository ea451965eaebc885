import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { localTime } from '../../../kernel/clock.ts'
import type { Day } from '../../../kernel/types.ts'
import type { Choices } from '../../../kit/order/template.ts'
import { knownCalls } from '../queries.ts'

declare module '../../../kit/order/effect-props.ts' {
  interface OrderChoices {
    /** Calls an order may prolong, those that end last above. */
    readonly calls: readonly NamedRow[]
  }
}
declare module '../../../kit/order/template.ts' {
  interface SettingRows {
    /** The call it is about, in days and hours of the territory's clock. */
    readonly call: {
      readonly closesOn: Day
      readonly closesAt: string
      readonly reviewDueOn: Day | null
    } | null
  }
}

/** The call an order prolongs, for templates. */
export async function callSetting(tx: Tx, ctx: Ctx, { callId }: Choices) {
  const [call] = await knownCalls(tx, ctx.territory.id, { ids: callId === null ? [] : [callId], orderIds: [] })
  if (!call) return { call: null }
  const { day, time } = localTime(call.closesAt, ctx.territory.timeZone)
  return { call: { closesOn: day, closesAt: time.slice(0, 5), reviewDueOn: call.reviewDueOn } }
}
