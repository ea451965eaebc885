import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { localTime } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import { ok, type Result, refuseRule } from '../../../kernel/result.ts'
import type { OrderId, OrganisationId } from '../../../kernel/types.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { whoGrants, whoTerminates } from '../../../regulation/status/questions.ts'
import { type DraftInput, draftOrderIn } from '../../orders/commands/draft-order.ts'
import { officeOfBody } from '../../orders/office-queries.ts'
import type { OpenCase } from '../case.ts'
import type { CaseKind } from '../machine.ts'

const templates: Readonly<Record<Exclude<CaseKind, 'question'>, string>> = {
  extension: 'extendStatus',
  suspension: 'suspendStatus',
  resumption: 'resumeStatus',
  termination: 'terminateStatus',
}

/** The draft order that is to decide a case, with everything the case already says, in the transaction of that deed. (R-35, C-71) */
export async function draftOrderOf(tx: Tx, ctx: Ctx, { one, site }: OpenCase): Promise<Result<{ orderId: OrderId }>> {
  if (one.kind === 'question') return refuseRule('case.questionDecidesNothing')
  const drafted = await draftOrderIn(tx, ctx, {
    templateCode: templates[one.kind],
    issuerId: await issuerOf(tx, ctx, site.regulation, one.kind),
    choices: choicesOf(one, submissionWords(ctx, site.regulation, one)),
  })
  return drafted.ok ? ok({ orderId: drafted.value.id }) : drafted
}

/** «По представлению ЛОИРО от 20 июня 2023 г. № 1»; null where nothing was submitted. */
function submissionWords({ territory }: Ctx, { bodies }: Regulation, one: OpenCase['one']): string | null {
  if (one.submittedAt === null || one.submissionNumber === null) return null
  const { day } = localTime(one.submittedAt, territory.timeZone)
  return `По представлению ${bodies.operator.short.genitive} от ${longDate(day)} № ${one.submissionNumber}`
}

const choicesOf = (one: OpenCase['one'], onSubmission: string | null): DraftInput['choices'] => ({
  organisationIds: [],
  theme: null,
  from: null,
  to: one.kind === 'extension' ? one.onDay : one.untilDay,
  siteId: one.siteId,
  personId: null,
  protocol: null,
  ground: one.ground,
  on: one.kind === 'extension' ? null : one.onDay,
  reason: one.reason,
  attachTo: one.attachToSiteId,
  plan: one.planFate === 'cancelRest' ? 'cancelRest' : 'keep',
  caseId: one.id,
  onSubmission,
  orderId: null,
  callId: null,
})

/** The office of whoever decides, when it issues orders here; else the first office. */
async function issuerOf(tx: Tx, ctx: Ctx, regulation: Regulation, kind: CaseKind): Promise<OrganisationId | null> {
  const who = kind === 'termination' ? whoTerminates(regulation).value : whoGrants(regulation).value.by
  return (await officeOfBody(tx, ctx, who))?.issuerId ?? null
}
