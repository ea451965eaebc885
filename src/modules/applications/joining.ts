import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { fullName } from '../../kernel/names.ts'
import { ok, type Result, refuseRule } from '../../kernel/result.ts'
import type { ApplicationId, OrganisationId } from '../../kernel/types.ts'
import { inBrackets } from '../../regulation/cite.ts'
import { mayHost, mayShareSite } from '../../regulation/hosts/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { Call } from '../calls/model.ts'
import { clockWords } from '../calls/rules.ts'
import type { Organisation } from '../organisations/model.ts'
import { organisationById, staffOn } from '../organisations/queries.ts'
import type { Application } from './model.ts'
import { headsOfOrganisations } from './recipients.ts'

/** Whether the organisation may be in an application with so many organisations, itself counted. (C-13, R-41) */
export async function organisationToJoin(
  tx: Tx,
  ctx: Ctx,
  given: { regulation: Regulation; organisationId: OrganisationId; count: number; field: string },
): Promise<Result<Organisation>> {
  const { regulation, organisationId, count, field } = given
  const organisation = await organisationById(tx, ctx, organisationId)
  if (!organisation) return refuseRule('application.unknownOrganisation', { field })
  const shared = mayShareSite(regulation, count)
  if (!shared.ok)
    return refuseRule('application.notShared', { field, params: { reason: shared.reason, basis: inBrackets(shared.basis) } })
  const host = mayHost(regulation, organisation.kind)
  if (!host.ok)
    return refuseRule('application.mayNotHost', { field, params: { reason: host.reason, basis: inBrackets(host.basis) } })
  return ok(organisation)
}

/** Puts an organisation into an application with what the registers already say of it. (R-A1) */
export async function addParticipant(
  tx: Tx,
  ctx: Ctx,
  given: { applicationId: ApplicationId; organisation: Organisation; position: number; confirmed: boolean },
): Promise<void> {
  const { applicationId, organisation, position, confirmed } = given
  const [first] = await staffOn(tx, ctx, organisation.id, { on: ctx.today, most: 1 })
  await tx
    .insertInto('applicationOrganisations')
    .values({
      territoryId: ctx.territory.id,
      applicationId,
      organisationId: organisation.id,
      position,
      isLead: position === 0,
      charterName: organisation.fullName,
      legalAddress: organisation.address ?? '',
      phone: organisation.phone ?? '',
      email: organisation.email ?? '',
      headName: first?.kind === 'head' ? fullName(first) : '',
      ...(confirmed
        ? { state: 'confirmed', decidedBy: ctx.actor.personId, decidedAt: ctx.now }
        : { state: 'asked', decidedBy: null, decidedAt: null }),
    })
    .execute()
}

/** The heads of an organisation are asked whether it takes part. */
export async function invitationOf(
  tx: Tx,
  ctx: Ctx,
  { theme }: Pick<Application, 'theme'>,
  { organisation, call }: { organisation: Pick<Organisation, 'id' | 'shortName'>; call: Call | null },
) {
  const deadline = call && clockWords(call.closesAt, call)
  return {
    kind: 'application.invited' as const,
    to: await headsOfOrganisations(tx, ctx, [organisation.id]),
    params: { theme, by: ctx.actor.name, organisation: organisation.shortName, deadline },
  }
}
