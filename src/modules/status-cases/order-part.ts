import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Fact } from '../../history/facts.ts'
import type { OrderId, SiteId, StatusCaseId } from '../../kernel/types.ts'
import type { AppliedOrder } from '../../kit/order/effect-kit.tsx'
import type { EffectOf, PlacedEffect } from '../../kit/order/effects.ts'
import { type Objection, objection } from '../../kit/order/objections.ts'
import { consequence, type OrderPart, type RegisterSource } from '../../kit/order/parts.ts'
import { byId, type Registers } from '../../kit/order/registers.ts'
import { bodyName } from '../../regulation/parties/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { terminationNeedsSubmission } from '../../regulation/status/questions.ts'
import { noteOfEnd, regulationOf, statusChanges } from '../sites/status-ports.ts'
import { decideCase, dropOtherCases, reopenCases } from './commands/decide-case.ts'
import type { CaseKind, CaseState } from './machine.ts'

/** A case of a site that an order is to decide. */
export type KnownCase = {
  readonly id: string
  readonly siteId: SiteId
  readonly kind: CaseKind
  readonly state: CaseState
  readonly orderId: OrderId | null
  readonly isProposed: boolean
}

declare module '../../kit/order/registers.ts' {
  interface KnownRows {
    readonly cases: ReadonlyMap<string, KnownCase>
  }
}

const registers: RegisterSource = {
  async read(tx, ctx, { effects }) {
    const ids = statusChanges(effects).flatMap(({ caseId }) => caseId ?? [])
    const { rows } =
      ids.length === 0
        ? { rows: [] }
        : await sql<KnownCase>`
            select id, site_id, kind, state, order_id, submitted_at is not null as is_proposed from status_cases
            where territory_id = ${ctx.territory.id} and id = any(${ids}::uuid[])`.execute(tx)
    return { rows: { cases: byId(rows) } }
  },
}

type Deciding = { readonly siteId: SiteId; readonly caseId: StatusCaseId | null }

/** The case an effect decides has to be of this site and kind, and this very order has to be its draft. */
function caseObjections({ siteId, caseId }: Deciding, kind: CaseKind, registers: Registers): Objection[] {
  if (caseId === null) return []
  const found = registers.cases.get(caseId)
  const fits =
    found !== undefined &&
    found.siteId === siteId &&
    found.kind === kind &&
    found.state === 'drafted' &&
    found.orderId === registers.orderId
  return fits ? [] : [objection('order.caseNotOpen')]
}

/** Where the regulation asks for it, a status ends only on a submission of the operator that has been sent. */
function submissionObjections({ caseId }: Deciding, regulation: Regulation, registers: Registers): Objection[] {
  const needed = terminationNeedsSubmission(regulation)
  if (!needed.value) return []
  const isThere = caseId !== null && registers.cases.get(caseId)?.isProposed === true
  return isThere
    ? []
    : [objection('order.terminationNeedsSubmission', { operator: bodyName(regulation, 'operator') }, needed.basis)]
}

type Kind = 'extendStatus' | 'suspendStatus' | 'resumeStatus' | 'terminateStatus'

/** Closes the cases that effects of an order decide. */
async function decide(tx: Tx, ctx: Ctx, placed: readonly PlacedEffect<EffectOf<Kind>>[], order: AppliedOrder): Promise<Fact[]> {
  const facts: Fact[] = []
  for (const { effect } of placed) facts.push(...(await decideCase(tx, ctx, { caseId: effect.caseId, orderId: order.id })))
  return facts
}

const deciding = (of: Exclude<Kind, 'terminateStatus'>, kind: CaseKind) =>
  consequence({ of, check: (effect, known) => caseObjections(effect, kind, known), apply: decide })

const ending = consequence({
  of: 'terminateStatus',
  check(effect, known) {
    const site = known.sites.get(effect.siteId)
    const regulation = site && !site.isNew ? regulationOf(site, known) : null
    if (!regulation) return []
    return [...submissionObjections(effect, regulation, known), ...caseObjections(effect, 'termination', known)]
  },
  async apply(tx, ctx, placed, order) {
    const facts = await decide(tx, ctx, placed, order)
    for (const { effect } of placed) {
      const { siteId, caseId } = effect
      const reason = noteOfEnd(effect, order.registers)
      facts.push(...(await dropOtherCases(tx, ctx, { siteId, except: caseId, reason })))
    }
    return facts
  },
})

/** Orders decide cases; a draft thrown away or signed without deciding puts them back. */
export const casesInOrders: OrderPart = {
  consequences: [
    deciding('extendStatus', 'extension'),
    deciding('suspendStatus', 'suspension'),
    deciding('resumeStatus', 'resumption'),
    ending,
  ],
  registers,
  signed: reopenCases,
  draftDeleted: reopenCases,
}
