import type { Ctx } from '../../authz/ctx.ts'
import { lockRows } from '../../db/lock-rows.ts'
import type { Tx } from '../../db/pool.ts'
import type { Day, RegulationId } from '../../kernel/types.ts'
import type { AppendixKind, OrderPart, RegisterSource } from '../../kit/order/parts.ts'
import type { KnownRegulation } from '../../kit/order/registers.ts'
import type { StoredRegulation } from '../../regulation/stored.ts'
import { ceaseRegulation } from './commands/cease-regulation.ts'
import { amendRegulation, amendRegulationTemplate } from './effects/amend-regulation/effect.ts'
import { approveRegulation } from './effects/approve-regulation/effect.ts'
import { approveRegulationTemplate } from './effects/approve-regulation/template.ts'
import { enactedBy } from './effects/editions.ts'
import { bodiesWithOffice } from './ports.ts'
import { regulationById, regulationsOfOrders, regulationsOn, regulationVersions } from './queries.ts'

declare module '../../kit/order/registers.ts' {
  interface KnownRows {
    /** Regulations by the orders that approved them, of orders that are to be revoked. */
    readonly approvedBy: ReadonlyMap<string, string>
    /** Bodies of the regulation that have an office here. */
    readonly offices: ReadonlySet<string>
  }
}

const appendix: AppendixKind = {
  content: 'regulation',
  name: 'Положение',
  title: 'Положение о стажировочной площадке',
  needs: 'approveRegulation',
}

const registers: RegisterSource = {
  read: async (tx, ctx, _occasion, { orders }) => ({
    rows: {
      approvedBy: await regulationsOfOrders(tx, ctx.territory.id, orders),
      offices: await bodiesWithOffice.only()(tx, ctx),
    },
  }),
  async complete(tx, ctx, { effectiveOn, effects, lineId }, named) {
    const regulations = await known(tx, ctx, effectiveOn, named.regulations)
    const current = (await regulationsOn(tx, ctx.territory.id, effectiveOn)).filter((one) => one.inForce).map(asKnown)
    const approved = enactedBy(effects).flatMap(({ regulationId }) => regulations.get(regulationId) ?? [])
    const [inForceOf, judgedByOf] = [byLine(current), byLine([...current, ...approved])]
    const [first] = await regulationVersions(tx, ctx.territory.id)
    const own = lineId ?? approved[0]?.lineId ?? first?.line.id
    const of = (line: typeof inForceOf) => (own && line.get(own)) ?? null
    return { regulations, approved, inForceOf, judgedByOf, inForce: of(inForceOf), judgedBy: of(judgedByOf) }
  },
}

const byLine = (known: readonly KnownRegulation[]) => new Map(known.map((one) => [one.lineId, one]))

async function known(tx: Tx, ctx: Ctx, day: Day, ids: readonly RegulationId[]): Promise<ReadonlyMap<string, KnownRegulation>> {
  const found = new Map<string, KnownRegulation>()
  for (const id of new Set(ids)) {
    const stored = await regulationById(tx, ctx.territory.id, id, day)
    if (stored) found.set(id, asKnown(stored))
  }
  return found
}

const asKnown = ({ id, line, version, regulation, paper, state, startsOn, endsOn }: StoredRegulation): KnownRegulation => ({
  id,
  lineId: line.id,
  version,
  regulation,
  paper,
  state,
  startsOn,
  endsOn,
})

/** What orders do to the regulation. */
export const regulationInOrders: OrderPart = {
  effects: [approveRegulation, amendRegulation],
  templates: [approveRegulationTemplate, amendRegulationTemplate],
  appendices: [appendix],
  registers,
  editionOf: (id, { regulations }) => regulations.get(id)?.id,
  /** Whoever writes the edition meanwhile waits, and then finds it approved. */
  async lock(tx, ctx, effects) {
    await lockRows(
      tx,
      ctx.territory.id,
      'regulations',
      enactedBy(effects).map(({ regulationId }) => regulationId),
    )
  },
  revoking: {
    undone: (orderId, { approvedBy }) => (approvedBy.has(orderId) ? ['Положение, утверждённое им'] : []),
    undo: async (tx, ctx, revocation) => ({ facts: await ceaseRegulation(tx, ctx, revocation), siteIds: [] }),
  },
  async choices(tx, ctx) {
    const versions = await regulationVersions(tx, ctx.territory.id)
    return {
      regulations: versions
        .filter((version) => version.state === 'draft')
        .map(({ id, version }) => ({ id, label: `редакция ${version}, ещё не утверждена` })),
    }
  },
}
