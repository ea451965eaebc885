import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { addMonths } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { kindOfPeriod, type PeriodKey, periodOf } from '../../../kernel/periods.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { Day, Period, PlanId, PlanVersionId, SiteId } from '../../../kernel/types.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { termBasis } from '../../../regulation/status/questions.ts'
import { formsOfWork, ownPlanColumns, planDivision, workDirections } from '../../../regulation/work/questions.ts'
import { siteIsOpen } from '../../sites/standing-rules.ts'
import type { Line, PlanFrame } from '../model.ts'
import { bounds } from '../rules.ts'
import { candidatesOf, linesOf, openPlan, plannedSite, replaceLines, storedPeriod, subjectOf } from '../store.ts'

/**
 * The lines of an earlier plan moved to another period: same dates so many months later, kept within the period and the term of the site.
 * What the regulation in force or the staff of the site no longer know is left blank for the person to choose.
 */
export function copyLines(
  lines: readonly Line[],
  given: { from: Day; frame: PlanFrame; regulation: Regulation; knownPeople: ReadonlySet<string>; newKey: () => string },
): Line[] {
  const { frame, regulation, knownPeople } = given
  const months = monthsBetween(given.from, frame.period.from)
  const within = bounds(frame)
  const columns = new Set(ownPlanColumns(regulation).map(({ code }) => code))
  const moved = (day: Day | null) => (day === null || within === null ? null : clamp(addMonths(day, months), within))
  return lines.map((line) => ({
    key: given.newKey(),
    activity: line.activity,
    form: formsOfWork(regulation).some((form) => form.code === line.form) ? line.form : null,
    startsOn: moved(line.startsOn),
    endsOn: moved(line.endsOn),
    direction: workDirections(regulation).some((one) => one.code === line.direction) ? line.direction : null,
    personIds: line.personIds.filter((id) => knownPeople.has(id)),
    own: Object.fromEntries(Object.entries(line.own).filter(([code]) => columns.has(code))),
  }))
}

const clamp = (day: Day, { from, to }: Period): Day => (day < from ? from : to !== null && day > to ? to : day)

const monthsBetween = (from: Day, to: Day): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))

/** Starts a plan of a site for a period, empty or with the lines of an earlier plan. */
export function startPlan(
  ctx: Acting,
  input: { siteId: SiteId; period: PeriodKey; copyFrom: PlanId | null },
): Promise<Result<PlanId>> {
  const { siteId } = input
  return transact(ctx, async (tx) => {
    const territoryId = ctx.territory.id
    const site = await plannedSite(tx, ctx, siteId)
    if (!site) return refuse({ code: 'notFound' })
    if (!may(ctx, 'plan.edit', subjectOf(territoryId, site.id))) return refuse({ code: 'forbidden', permission: 'plan.edit' })
    const atWork = siteIsOpen(site.standing, ctx.today)
    if (!atWork.ok) return atWork

    const division = planDivision(site.regulation)
    const period = periodOf(input.period, division, site.term)
    const frame = { period, term: site.term }
    if (kindOfPeriod(period.key) !== division.kind || bounds(frame) === null)
      return refuseRule('plan.siteNotAtWork', { field: 'period', clause: termBasis(site.regulation)?.clause })

    const earlier = input.copyFrom === null ? null : await openPlan(tx, ctx, input.copyFrom)
    const version = earlier?.approved ?? earlier?.versions[0]
    const source = earlier && version && { ...version, plan: earlier.plan }
    if (input.copyFrom !== null && (!source || source.plan.period.from >= period.from))
      return refuseRule('plan.nothingToCopy', { field: 'copyFrom' })
    if (source && source.state !== 'approved' && !may(ctx, 'plan.viewDraft', subjectOf(territoryId, source.plan.siteId)))
      return refuseRule('plan.nothingToCopy', { field: 'copyFrom' })

    const id = newId<PlanId>()
    const versionId = newId<PlanVersionId>()
    await tx
      .insertInto('plans')
      .values({ territoryId, id, siteId, ...storedPeriod(period), createdAt: ctx.now })
      .execute()
    await tx
      .insertInto('planVersions')
      .values({ territoryId, id: versionId, planId: id, number: 1, createdBy: ctx.actor.personId, createdAt: ctx.now })
      .execute()
    if (source) {
      const people = await candidatesOf(tx, territoryId, site.id, period)
      const copied = copyLines(await linesOf(tx, territoryId, source.id), {
        from: source.plan.period.from,
        frame,
        regulation: site.regulation,
        knownPeople: new Set(people.map((person) => person.id)),
        newKey: newId,
      })
      await replaceLines(tx, territoryId, versionId, copied)
    }
    await record(tx, ctx, {
      kind: 'plan.started',
      subjectId: id,
      siteId,
      facts: { period: period.key, copiedFrom: input.copyFrom },
    })
    return ok(id)
  })
}
