import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { localTime } from '../../../kernel/clock.ts'
import type { Day } from '../../../kernel/types.ts'
import { ofKind, type PlacedEffect } from '../../../kit/order/effects.ts'
import { underLineOf } from '../../../kit/order/lines.ts'
import type { RegisterSource } from '../../../kit/order/parts.ts'
import { byId } from '../../../kit/order/registers.ts'
import type { Choices } from '../../../kit/order/template.ts'
import { hostKinds } from '../../../regulation/hosts/questions.ts'
import { audienceOf, type Listener } from '../audience-queries.ts'
import { type KnownCall, knownCalls } from '../queries.ts'

declare module '../../../kit/order/registers.ts' {
  interface KnownRows {
    readonly calls: ReadonlyMap<string, KnownCall>
    /** Who hears of the calls this order opens or prolongs, by the call. */
    readonly listeners: ReadonlyMap<string, readonly Listener[]>
  }
}

const touched = (effects: readonly PlacedEffect[]) => [...ofKind(effects, 'openCall'), ...ofKind(effects, 'extendCall')]

/** Calls that effects name, and those a revoked order opened or prolonged. */
export const callRows: RegisterSource = {
  async read(tx, ctx, { effects }, named) {
    const ids = touched(effects).map(({ callId }) => callId)
    const calls = await knownCalls(tx, ctx.territory.id, { ids, orderIds: named.orders })
    return { rows: { calls: byId(calls) }, names: { regulations: calls.map(({ regulationId }) => regulationId) } }
  },
  async complete(tx, ctx, registers) {
    const { effects, calls } = registers
    const listeners = new Map<string, readonly Listener[]>()
    for (const effect of touched(effects)) {
      const { judgedBy } = underLineOf(registers, { of: effect.callId })
      if (judgedBy === null) continue
      const initiators = effect.kind === 'openCall' ? effect.initiators : (calls.get(effect.callId)?.initiators ?? [])
      const asked = { initiators, hostKinds: hostKinds(judgedBy.regulation).value, day: ctx.today }
      listeners.set(effect.callId, await audienceOf(tx, ctx.territory.id, asked))
    }
    return { listeners }
  },
}

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
  return { under: call.regulationId, call: { closesOn: day, closesAt: time.slice(0, 5), reviewDueOn: call.reviewDueOn } }
}
