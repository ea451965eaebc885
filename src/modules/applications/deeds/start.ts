import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { ApplicationId, CallId, OrganisationId, RegulationLineId } from '../../../kernel/types.ts'
import { tellAll } from '../../../notices/tell.ts'
import { inBrackets } from '../../../regulation/cite.ts'
import { initiatorWord, mayInitiate } from '../../../regulation/hosts/questions.ts'
import { callRule } from '../../../regulation/intake/questions.ts'
import { partyOf } from '../../../regulation/parties/questions.ts'
import { whyAbsent } from '../../../regulation/provisions/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { hasStep, takesApplications } from '../../../regulation/status/questions.ts'
import type { StoredRegulation } from '../../../regulation/stored.ts'
import type { Call } from '../../calls/model.ts'
import { callById } from '../../calls/queries.ts'
import { mayReceive } from '../../calls/rules.ts'
import { regulationById, regulationsInForce } from '../../regulation/queries.ts'
import { speaksFor, startSubject } from '../beginning.ts'
import { addParticipant, invitationOf, organisationToJoin } from '../joining.ts'

export type StartInput = {
  readonly callId: CallId | null
  /** Under which of the Положения of the territory, where no call says so; the first one when left out. */
  readonly lineId?: RegulationLineId | null
  readonly initiator: string
  readonly organisationId: OrganisationId
  readonly theme: string | null
}

/**
 * Begins an application: for an own organisation, or for another one, which then has to confirm. Refused where the regulation takes no
 * applications or leaves them to others, and outside a call. (C-32, R-34, R-A1)
 */
export function startApplication(ctx: Acting, input: StartInput): Promise<Result<ApplicationId>> {
  return transact(ctx, async (tx) => {
    const own = ctx.actor.headsOrganisations.some((id) => id === input.organisationId)
    if (!may(ctx, 'application.start', startSubject(ctx, input.initiator, own ? [input.organisationId] : [])))
      return ctx.actor.headsOrganisations.length > 0
        ? refuseRule('application.notYourOrganisation', { field: 'organisationId' })
        : refuse({ code: 'forbidden', permission: 'application.start' })
    const ground = await groundOf(tx, ctx, input)
    if (!ground.ok) return ground
    const { regulation, call } = ground.value
    const initiator = await initiatorOf(tx, ctx, regulation.regulation, input, own)
    if (!initiator.ok) return initiator
    const lead = await organisationToJoin(tx, ctx, {
      regulation: regulation.regulation,
      organisationId: input.organisationId,
      count: 1,
      field: 'organisationId',
    })
    if (!lead.ok) return lead

    const id = newId<ApplicationId>()
    await tx
      .insertInto('applications')
      .values({
        territoryId: ctx.territory.id,
        id,
        callId: call?.id ?? null,
        regulationId: regulation.id,
        initiator: input.initiator,
        initiatorOrganisationId: initiator.value,
        theme: input.theme ?? '',
        createdBy: ctx.actor.personId,
        createdAt: ctx.now,
      })
      .execute()
    await addParticipant(tx, ctx, { applicationId: id, organisation: lead.value, position: 0, confirmed: own })
    if (!own) {
      const { to, ...invitation } = await invitationOf(tx, ctx, { theme: input.theme ?? '' }, { organisation: lead.value, call })
      await tellAll(tx, ctx, to, { ...invitation, subjectId: id })
    }
    await record(tx, ctx, { kind: 'application.started', subjectId: id, facts: { organisation: lead.value.shortName } })
    return ok(id)
  })
}

type Ground = { readonly regulation: StoredRegulation; readonly call: Call | null }

/** The regulation and the call an application begins under. */
async function groundOf(tx: Tx, ctx: Ctx, { callId, lineId = null, initiator }: StartInput): Promise<Result<Ground>> {
  const call = callId === null ? null : await callById(tx, ctx, callId)
  const all = await regulationsInForce(tx, ctx)
  const regulation = call
    ? await regulationById(tx, ctx.territory.id, call.regulationId, ctx.today)
    : all.find(({ line }) => lineId === null || line.id === lineId)
  if (!regulation) return refuse({ code: 'notFound' })
  const allowed = mayBegin(regulation.regulation, initiator)
  if (!allowed.ok) return allowed
  if (!hasStep(regulation.regulation, 'call')) return ok({ regulation, call: null })
  if (!call) return refuseRule('application.needsCall', { field: 'callId' })
  const open = mayReceive(call, ctx.now, callRule(regulation.regulation).basis?.clause)
  if (!open.ok) return open
  if (!call.initiators.includes(initiator))
    return refuseRule('application.notForCall', {
      field: 'initiator',
      params: { who: call.initiators.map((one) => initiatorWord(regulation.regulation, one)).join(', ') },
    })
  return ok({ regulation, call })
}

/** Whether this party begins applications under this regulation at all. (C-32) */
export function mayBegin(regulation: Regulation, initiator: string): Result<null> {
  if (!takesApplications(regulation).value) {
    const { reason, basis } = whyAbsent(regulation, 'application')
    return refuseRule('application.notTaken', { params: { reason, basis: inBrackets(basis) } })
  }
  const verdict = mayInitiate(regulation, initiator)
  if (verdict.ok) return ok(null)
  return refuseRule('application.mayNotInitiate', {
    field: 'initiator',
    params: { reason: verdict.reason, basis: inBrackets(verdict.basis) },
  })
}

/** On whose behalf it begins: the organisation itself, or a body; each by its own people, and a body that is not entered here by the office. */
async function initiatorOf(
  tx: Tx,
  ctx: Ctx,
  regulation: Regulation,
  { initiator, organisationId }: StartInput,
  own: boolean,
): Promise<Result<OrganisationId>> {
  if (initiator === 'organisation')
    return own ? ok(organisationId) : refuseRule('application.notYourOrganisation', { field: 'organisationId' })
  if (!speaksFor(ctx, regulation, initiator)) return refuse({ code: 'forbidden', permission: 'application.start' })
  if (partyOf(regulation, initiator)?.people) return ok(organisationId)
  const office = initiator !== 'authority' && ctx.actor.roles.includes('methodist') ? 'isOperator' : 'isAuthority'
  const able = await tx
    .selectFrom('organisations')
    .select(['id', 'body'])
    .where('territoryId', '=', ctx.territory.id)
    .where((is) => is.or([is('body', '=', initiator), is(office, '=', true)]))
    .execute()
  const row = able.find(({ body }) => body === initiator) ?? able[0]
  return row ? ok(row.id) : refuseRule('application.noInitiator', { field: 'initiator' })
}
