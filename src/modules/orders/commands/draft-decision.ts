import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuseRule } from '../../../kernel/result.ts'
import type { ApplicationId, OrderId, PersonId, SiteId } from '../../../kernel/types.ts'
import { actNames } from '../../../regulation/acts.ts'
import { whoGrants } from '../../../regulation/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { loadPeople } from '../effects/load-rows.ts'
import type { EffectOf } from '../effects.ts'
import type { Office } from '../model.ts'
import { officesOf } from '../offices.ts'
import { headsOf } from '../recipients.ts'
import { decisionCode, writeDecision } from '../templates/decision-template.ts'
import { finished } from '../templates.ts'
import { writeDraft } from './write-draft.ts'

/** What was decided about applications, and on what ground. */
export type DecisionInput = {
  readonly regulation: Regulation
  readonly grants: readonly {
    readonly names: readonly string[]
    readonly grant: Omit<EffectOf<'grantStatus'>, 'kind' | 'siteId'>
  }[]
  readonly declines: readonly { readonly number: number; readonly applicationId: ApplicationId; readonly reason: string }[]
  /** What it rests on besides the regulation: «по представлению … от … № 3». */
  readonly ground: string | null
}

/**
 * Writes a decision about applications as a draft of whoever gives statuses here, in the caller's transaction; only its signature
 * decides.
 */
export async function draftDecision(tx: Tx, ctx: Ctx, input: DecisionInput): Promise<Result<OrderId>> {
  const { regulation, ground } = input
  const office = await grantingOffice(tx, ctx, regulation)
  if (!office) return refuseRule('order.noOffice')
  const grants = input.grants.map(({ names, grant }) => ({
    names,
    grant: { kind: 'grantStatus' as const, siteId: newId<SiteId>(), ...grant },
  }))
  const declines = input.declines.map(({ number, applicationId, reason }) => ({
    number,
    decline: { kind: 'declineApplication' as const, applicationId, reason },
  }))
  const organisationIds = grants.flatMap(({ grant }) => grant.organisationIds)
  const heads = await headsOf(tx, ctx, ctx.today, organisationIds)
  const people = await loadPeople(
    tx,
    ctx,
    grants.flatMap(({ grant }) => (grant.headPersonId === null ? [] : [grant.headPersonId])),
  )
  const written = writeDecision({
    regulation,
    grants,
    declines,
    ground,
    headOf: (id) => (heads.find((head) => head.organisationId === id)?.personId ?? null) as PersonId | null,
    personTitle: (id) => people.find((person) => person.id === id)?.name ?? '',
  })
  return ok(await writeDraft(tx, ctx, office, decisionCode, finished(written, { regulation, actKind: office.actKind })))
}

/** The office of the body that gives statuses, and its kind of act where it has several. */
async function grantingOffice(tx: Tx, ctx: Ctx, regulation: Regulation): Promise<Office | undefined> {
  const { by, act } = whoGrants(regulation).value
  const bodies = await tx
    .selectFrom('organisations')
    .select('id')
    .where((is) => is.and({ territoryId: ctx.territory.id, [by === 'authority' ? 'isAuthority' : 'isOperator']: true }))
    .execute()
  const offices = (await officesOf(tx, ctx)).filter(({ issuerId }) => bodies.some(({ id }) => id === issuerId))
  return offices.find(({ actKind }) => actNames[actKind] === act) ?? offices[0]
}
