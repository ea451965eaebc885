import { ofKind, type PlacedEffect } from '../../../kit/order/effects.ts'
import type { RegisterSource } from '../../../kit/order/parts.ts'
import { byId, type Registers } from '../../../kit/order/registers.ts'
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
    return { rows: { calls: byId(await knownCalls(tx, ctx.territory.id, { ids, orderIds: named.orders })) } }
  },
  async complete(tx, ctx, registers) {
    const { effects, calls, judgedBy }: Registers = registers
    const listeners = new Map<string, readonly Listener[]>()
    if (judgedBy === null) return { listeners }
    for (const effect of touched(effects)) {
      const initiators = effect.kind === 'openCall' ? effect.initiators : (calls.get(effect.callId)?.initiators ?? [])
      const asked = { initiators, hostKinds: judgedBy.regulation.hostKinds.kinds, day: ctx.today }
      listeners.set(effect.callId, await audienceOf(tx, ctx.territory.id, asked))
    }
    return { listeners }
  },
}
