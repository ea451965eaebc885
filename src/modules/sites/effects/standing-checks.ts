import { type Ctx, may } from '../../../authz/ctx.ts'
import type { OrganisationId, SiteId } from '../../../kernel/types.ts'
import { type Objection, objection } from '../../../kit/order/objections.ts'
import { namesOf, type Registers } from '../../../kit/order/registers.ts'
import { actNames } from '../../../regulation/acts.ts'
import { whoGrants, whoTerminates } from '../../../regulation/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { shownNumber, tellsWeakSchools } from '../../../regulation/weak-schools.ts'
import { paths } from '../../../web/paths.ts'
import { concernedBySite } from './concerned.ts'
import type { KnownSite } from './rows.ts'

/** What every change of a status concerns, and that revoking its order puts back. */
export const ofStatus = { concerns: concernedBySite, putsBack: true } as const

/** Where a change of a site is seen. */
export const seenAt = (ctx: Ctx, site: SiteId) => paths.site({ territory: ctx.territory.code, site })

/** A status keeps the regulation under which it was given. */
export const regulationOf = (site: KnownSite, registers: Registers): Regulation | null =>
  (registers.regulations.get(site.regulationId ?? '') ?? registers.judgedBy)?.regulation ?? null

/** Whoever gives a status prolongs, suspends and resumes it, by the same kind of act. */
export function decidedByGrantor(regulation: Regulation, { issuer, actKind }: Registers): Objection[] {
  const { value, basis } = whoGrants(regulation)
  const isIt = value.by === 'authority' ? issuer.isAuthority : issuer.isOperator
  if (!isIt) return [objection('order.standingDecidedByAnother', { who: value.name }, basis)]
  return value.act === actNames[actKind] ? [] : [objection('order.standingDecidedByAnotherAct', { act: value.act }, basis)]
}

/** Whom the regulation lets end a status; where it is silent, the one that gave it. (R-35, C-71) */
export function endedByWhom(regulation: Regulation, { issuer }: Registers): Objection[] {
  const { value, basis } = whoTerminates(regulation)
  const isIt = value === 'authority' ? issuer.isAuthority : issuer.isOperator
  return isIt ? [] : [objection('order.standingDecidedByAnother', { who: regulation.bodies[value].name }, basis)]
}

/** The schools attached or detached as this person may know them: by name, or as a number (`weak-schools.ts`). */
export const partnersInWords = (ctx: Ctx, ids: readonly OrganisationId[], registers: Registers): string =>
  may(ctx, tellsWeakSchools) ? namesOf(ids, registers) : `организаций — ${shownNumber(ids.length) ?? 'меньше пяти'}`
