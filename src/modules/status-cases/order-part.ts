import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Fact } from '../../history/facts.ts'
import type { OrderId, SiteId, StatusCaseId } from '../../kernel/types.ts'
import type { AppliedOrder } from '../../kit/order/effect-kit.tsx'
import { type EffectOf, ofKind, type PlacedEffect } from '../../kit/order/effects.ts'
import { type Objection, objection } from '../../kit/order/objections.ts'
import { consequence, type OrderPart, type RegisterSource } from '../../kit/order/parts.ts'
import { byId, type Registers } from '../../kit/order/registers.ts'
import { bodyName } from '../../regulation/parties/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { hasExtensionConditions, mayProlong, type SiteRecord } from '../../regulation/status/extension-conditions.ts'
import { terminationNeedsSubmission } from '../../regulation/status/questions.ts'
import { noteOfEnd, regulationOf, ruledForSite, statusChanges } from '../sites/status-ports.ts'
import { decideCase, dropOtherCases, reopenCases } from './commands/decide-case.ts'
import type { CaseKind, CaseState } from './machine.ts'
import { recordOf } from './record-queries.ts'

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
    /** What sites have done whose papers prolong only under conditions, by the site. */
    readonly records: ReadonlyMap<string, SiteRecord>
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
  complete: async (tx, ctx, registers) => ({ records: await recordsIn(tx, ctx, registers) }),
}

/** What the sites have done that an order prolongs, as their papers ask of it; what no case has documents of has none. */
async function recordsIn(tx: Tx, ctx: Ctx, registers: Registers): Promise<ReadonlyMap<string, SiteRecord>> {
  const records = ofKind(registers.effects, 'extendStatus').flatMap(({ siteId, caseId }) => {
    const regulation = paperOf(siteId, registers)
    return regulation && hasExtensionConditions(regulation)
      ? [recordOf(tx, ctx, { id: siteId, regulation }, caseId ?? 'none').then((record) => [siteId, record] as const)]
      : []
  })
  return new Map((await Promise.all(records)).flatMap(([siteId, record]) => (record ? [[siteId, record] as const] : [])))
}

/** The paper of a site that has its status already, as it is for this one. */
function paperOf(siteId: SiteId, registers: Registers): Regulation | null {
  const site = registers.sites.get(siteId)
  const regulation = site && !site.isNew ? regulationOf(site, registers) : null
  return site && regulation ? ruledForSite(site, regulation, registers) : null
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

const deciding = (of: 'suspendStatus' | 'resumeStatus', kind: CaseKind) =>
  consequence({ of, check: (effect, known) => caseObjections(effect, kind, known), apply: decide })

const prolonging = consequence({
  of: 'extendStatus',
  check(effect, known) {
    const regulation = paperOf(effect.siteId, known)
    const record = known.records.get(effect.siteId)
    const verdict = regulation && record && mayProlong(regulation, record)
    return [
      ...(verdict && !verdict.ok ? [objection('order.extensionCondition', { reason: verdict.reason }, verdict.basis)] : []),
      ...caseObjections(effect, 'extension', known),
    ]
  },
  apply: decide,
})

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
  consequences: [prolonging, deciding('suspendStatus', 'suspension'), deciding('resumeStatus', 'resumption'), ending],
  registers,
  signed: reopenCases,
  draftDeleted: reopenCases,
}
