import { type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { addDays, dayBefore, daysBetween, longDate } from '../../../kernel/dates.ts'
import type { Day, OrganisationId, Period, PersonId, SiteId } from '../../../kernel/types.ts'
import { byItsCheck } from '../../../kit/order/effect-kit.tsx'
import { type EffectOf, ofKind } from '../../../kit/order/effects.ts'
import { underLineOf } from '../../../kit/order/lines.ts'
import { type Objection, objection } from '../../../kit/order/objections.ts'
import { namesOf, type Registers } from '../../../kit/order/registers.ts'
import { actNames } from '../../../regulation/acts.ts'
import { ruledFor } from '../../../regulation/exceptions/questions.ts'
import { bodyName, isBody } from '../../../regulation/parties/questions.ts'
import { whyAbsent } from '../../../regulation/provisions/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { brokenLimits } from '../../../regulation/status/limits.ts'
import {
  changeBasis,
  type StatusChange,
  suspensionStopsTerm,
  whoAppoints,
  whoGrants,
  whoTerminates,
} from '../../../regulation/status/questions.ts'
import { shownNumber, tellsWeakSchools } from '../../../regulation/weak-schools.ts'
import { paths } from '../../../web/paths.ts'
import { countsWith, type NewSite, sinceEnd } from '../limit-queries.ts'
import { resumable } from '../standing-rules.ts'
import type { KnownSite, KnownSuspension } from './rows.ts'

/** Whom a change of a status concerns: the organisations of the site, and whoever heads it on the day. */
async function concernedBySite(
  tx: Tx,
  ctx: Ctx,
  { siteId }: { readonly siteId: SiteId },
  day: Day,
): Promise<{ organisations: readonly OrganisationId[]; people: readonly PersonId[] }> {
  const hosts = await tx
    .selectFrom('siteOrganisations')
    .select('organisationId as id')
    .where((is) => is.and({ territoryId: ctx.territory.id, siteId }))
    .execute()
  const heads = await tx
    .selectFrom('appointments')
    .select('personId as id')
    .where((is) => is.and({ territoryId: ctx.territory.id, siteId, kind: 'head' }))
    .where('startsOn', '<=', day)
    .where((or) => or.or([or('endsOn', 'is', null), or('endsOn', '>=', day)]))
    .execute()
  return { organisations: hosts.map(({ id }) => id), people: heads.map(({ id }) => id) }
}

/** What every change of a status concerns, and that revoking its order puts back. */
export const ofStatus = { concerns: concernedBySite, putsBack: true, ofFurtherBody: byItsCheck } as const

/** Where a change of a site is seen. */
export const seenAt = (ctx: Ctx, site: SiteId) => paths.site({ territory: ctx.territory.code, site })

/** A status keeps the regulation under which it was given. */
export const regulationOf = (site: KnownSite, registers: Registers): Regulation | null =>
  (registers.regulations.get(site.regulationId ?? '') ?? registers.judgedBy)?.regulation ?? null

/** The regulation as it is for this site: where an exception of a rule holds, its value. */
export function ruledForSite({ theme, organisationIds }: KnownSite, regulation: Regulation, registers: Registers): Regulation {
  const kinds = organisationIds.flatMap((id) => registers.organisations.get(id)?.kind ?? [])
  return ruledFor(regulation, { theme, kinds, organisations: organisationIds.length })
}

/** A site whose standing an order changes is in the register, and is asked about under the regulation it was given by. */
export function onItsRegulation(
  siteId: SiteId,
  registers: Registers,
  check: (site: KnownSite, regulation: Regulation) => readonly Objection[],
): readonly Objection[] {
  const site = registers.sites.get(siteId)
  if (!site || site.isNew) return [objection('order.unknownSite')]
  const regulation = regulationOf(site, registers)
  return regulation ? check(site, regulation) : [objection('order.noRegulation')]
}

/** Whoever gives a status prolongs, suspends and resumes it, by the same kind of act; the clause is that of the change, where there is one. */
export function decidedByGrantor(
  regulation: Regulation,
  change: Exclude<StatusChange, 'termination'>,
  { issuer, actKind }: Registers,
): Objection[] {
  const { by, name, act } = whoGrants(regulation).value
  const basis = changeBasis(regulation, change)
  const isIt = isBody(issuer, by)
  if (!isIt) return [objection('order.standingDecidedByAnother', { who: name }, basis)]
  return act === actNames[actKind] ? [] : [objection('order.standingDecidedByAnotherAct', { act }, basis)]
}

/** «с 1 марта 2026 г. по 31 мая 2026 г.» */
export const daysOf = ({ from, to }: Period): string => `с ${longDate(from)}${to === null ? '' : ` по ${longDate(to)}`}`

/** The last day a status gets by days of suspension that are over or known, where they stop its term; null where its end stays. */
export function endAfterSuspension(regulation: Regulation, site: Period, { from, to }: Period): Day | null {
  if (site.to === null || to === null || !suspensionStopsTerm(regulation).value) return null
  return addDays(site.to, daysBetween(from, to) + 1)
}

/** The last day once work is resumed: days of an endless suspension are added, days that were added and are not needed are taken back. */
export function endAfterResumption(
  regulation: Regulation,
  site: Period,
  { from, to, madeUpTo }: Pick<KnownSuspension, 'from' | 'to' | 'madeUpTo'>,
  on: Day,
): Day | null {
  if (to === null) return endAfterSuspension(regulation, site, { from, to: dayBefore(on) })
  return madeUpTo !== null && madeUpTo === site.to ? addDays(site.to, -daysBetween(on, to) - 1) : null
}

/** The suspension that would otherwise go on. */
export const endedBy = ({ siteId, on }: EffectOf<'resumeStatus'>, { suspensions }: Registers): KnownSuspension | undefined =>
  resumable(
    suspensions.filter((one) => one.siteId === siteId),
    on,
  )

/** The site as the same order leaves it by resuming its work, before it suspends it again. */
export function resumedHere(regulation: Regulation, site: KnownSite, registers: Registers): KnownSite {
  const resumed = ofKind(registers.effects, 'resumeStatus').find(({ siteId }) => siteId === site.id)
  const pause = resumed && endedBy(resumed, registers)
  return pause ? { ...site, to: endAfterResumption(regulation, site, pause, resumed.on) ?? site.to } : site
}

/** What the regulation limits the number of, counted in the days named with whatever else the order gives, prolongs and ends. */
export function beyondLimits(regulation: Regulation, site: NewSite, registers: Registers): Objection[] {
  const { standing, effects, judgedBy } = registers
  const lasts = [
    ...ofKind(effects, 'extendStatus').map(({ siteId, to }) => [siteId, to] as const),
    ...ofKind(effects, 'terminateStatus').map(({ siteId, on }) => [siteId, on] as const),
  ]
  const until = new Map(lasts)
  const ended = new Set(ofKind(effects, 'terminateStatus').map(({ siteId }) => siteId))
  const there = standing
    .filter(({ lineId }) => lineId === judgedBy?.lineId)
    .map((one) => ({ ...one, to: until.get(one.id) ?? one.to, endedEarly: one.endedEarly || ended.has(one.id) }))
  const here = ofKind(effects, 'grantStatus')
    .filter((one) => underLineOf(registers, one).judgedBy?.lineId === judgedBy?.lineId)
    .map(({ siteId, ...given }) => ({ ...given, id: siteId }))
  // A status that is prolonged has not been waited for.
  const waited = site.id !== null && registers.sites.has(site.id) ? {} : sinceEnd(site, there)
  return brokenLimits(regulation, { ...countsWith(site, [...there, ...here]), ...waited }).map(({ reason, basis }) =>
    objection('order.limit', { reason }, basis),
  )
}

/** Whom the regulation lets end a status; where it is silent, the one that gave it. (R-35, C-71) */
export function endedByWhom(regulation: Regulation, { issuer }: Registers): Objection[] {
  const { value, basis } = whoTerminates(regulation)
  const isIt = isBody(issuer, value)
  return isIt ? [] : [objection('order.standingDecidedByAnother', { who: bodyName(regulation, value) }, basis)]
}

/** Whether the body that issues the order gives the status of this site; of no site, the statuses of the paper. */
export function issuedByGrantor(siteId: SiteId | null, registers: Registers): boolean {
  const regulation = ofSiteOrPaper(siteId, registers)
  return regulation !== null && isBody(registers.issuer, whoGrants(regulation).value.by)
}

/** Whether it gives a role here. */
export function issuedByWhoAppoints(as: string, siteId: SiteId | null, registers: Registers): boolean {
  const regulation = ofSiteOrPaper(siteId, registers)
  return regulation !== null && isBody(registers.issuer, whoAppoints(regulation, as).value)
}

function ofSiteOrPaper(siteId: SiteId | null, registers: Registers): Regulation | null {
  const site = siteId === null ? undefined : registers.sites.get(siteId)
  return site ? regulationOf(site, registers) : (registers.judgedBy?.regulation ?? null)
}

/** The schools attached or detached as this person may know them: by name, or as a number (`weak-schools.ts`). */
export const partnersInWords = (ctx: Ctx, ids: readonly OrganisationId[], registers: Registers): string =>
  may(ctx, tellsWeakSchools) ? namesOf(ids, registers) : `организаций — ${shownNumber(ids.length) ?? 'меньше пяти'}`

/** Why schools are not attached here: the paper forbids it, or says nothing of it. */
export function noAttachments(regulation: Regulation): Objection {
  const { reason, basis } = whyAbsent(regulation, 'attachments')
  return objection('order.noAttachments', { reason }, basis)
}
