import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { localTime } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { OrderId, OrganisationId } from '../../../kernel/types.ts'
import { whoGrants, whoTerminates } from '../../../regulation/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import type { DraftInput } from '../../orders/commands/draft-order.ts'
import { draftOrderIn } from '../../orders/commands/draft-order.ts'
import { subjectOf } from '../../sites/standing-queries.ts'
import type { CaseKind } from '../machine.ts'
import type { StatusCase } from '../model.ts'
import { mayDraft } from '../rules.ts'
import { lockCase, moveCase } from '../store.ts'

const templates: Readonly<Record<CaseKind, string>> = {
  extension: 'extendStatus',
  suspension: 'suspendStatus',
  resumption: 'resumeStatus',
  termination: 'terminateStatus',
}

/** Writes the draft order that is to decide the case, with everything the case already says. (R-35, C-71) */
export function draftCaseOrder(ctx: Acting, input: { caseId: string; version: number }): Promise<Result<{ orderId: OrderId }>> {
  return transact(ctx, async (tx) => {
    const opened = await lockCase(tx, ctx, input.caseId)
    if (!opened) return refuse({ code: 'notFound' })
    const { one, site } = opened
    if (!may(ctx, 'statusCase.decide', subjectOf(ctx.territory.id, site)))
      return refuse({ code: 'forbidden', permission: 'statusCase.decide' })
    if (one.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    const allowed = mayDraft(site.regulation, one, ctx.today)
    if (!allowed.ok) return allowed
    const issuerId = await issuerOf(tx, ctx, site.regulation, one.kind)
    const drafted = await draftOrderIn(tx, ctx, {
      templateCode: templates[one.kind],
      issuerId,
      choices: choicesOf(one, submissionWords(ctx, site.regulation, one)),
    })
    if (!drafted.ok) return drafted
    const moved = await moveCase(tx, ctx, one, 'draft', { orderId: drafted.value.id })
    if (!moved.ok) return moved
    await record(tx, ctx, {
      kind: 'statusCase.drafted',
      subjectId: one.id,
      siteId: site.id,
      facts: { case: one.kind, orderId: drafted.value.id },
    })
    return ok({ orderId: drafted.value.id })
  })
}

/** «По представлению ЛОИРО от 20 июня 2023 г. № 1»; null where nothing was submitted. */
function submissionWords({ territory }: Ctx, { bodies }: Regulation, one: StatusCase): string | null {
  if (one.submittedAt === null || one.submissionNumber === null) return null
  const { day } = localTime(one.submittedAt, territory.timeZone)
  return `По представлению ${bodies.operator.short.genitive} от ${longDate(day)} № ${one.submissionNumber}`
}

const choicesOf = (one: StatusCase, onSubmission: string | null): DraftInput['choices'] => ({
  organisationIds: [],
  theme: null,
  from: null,
  to: one.kind === 'extension' ? one.onDay : null,
  siteId: one.siteId,
  personId: null,
  protocol: null,
  ground: one.ground,
  on: one.kind === 'extension' ? null : one.onDay,
  reason: one.reason,
  attachTo: one.attachTo,
  plan: one.planFate,
  caseId: one.id,
  onSubmission,
  orderId: null,
  callId: null,
})

/** The office of whoever decides, when it issues orders here; else the first office. */
async function issuerOf(tx: Tx, ctx: Ctx, regulation: Regulation, kind: CaseKind): Promise<OrganisationId | null> {
  const who = kind === 'termination' ? whoTerminates(regulation).value : whoGrants(regulation).value.by
  const row = await tx
    .selectFrom('offices as f')
    .innerJoin('organisations as o', (join) => join.onRef('o.territoryId', '=', 'f.territoryId').onRef('o.id', '=', 'f.issuerId'))
    .select('f.issuerId')
    .where('f.territoryId', '=', ctx.territory.id)
    .where(who === 'authority' ? 'o.isAuthority' : 'o.isOperator', '=', true)
    .orderBy('o.fullName')
    .executeTakeFirst()
  return (row?.issuerId as OrganisationId | undefined) ?? null
}
