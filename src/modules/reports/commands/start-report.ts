import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ReportId, SiteId } from '../../../kernel/types.ts'
import { siteIsNotSuspended } from '../../sites/standing-rules.ts'
import { machine } from '../machine.ts'
import { subjectOf } from '../model.ts'
import { dueOn, whyNotStart } from '../rules.ts'
import { reportedSite } from '../store.ts'

/** Starts the report of a site for an academic year. A report that is already there is simply opened. */
export function startReport(ctx: Acting, input: { siteId: SiteId; academicYear: number }): Promise<Result<ReportId>> {
  const { siteId, academicYear } = input
  return transact(ctx, async (tx) => {
    const territoryId = ctx.territory.id
    const found = await reportedSite(tx, ctx, siteId)
    if (!found) return refuse({ code: 'notFound' })
    const { site, regulation } = found
    if (!may(ctx, 'report.edit', subjectOf(territoryId, site.id))) return refuse({ code: 'forbidden', permission: 'report.edit' })
    const running = siteIsNotSuspended(site.standing, ctx.today)
    if (!running.ok) return running
    const why = whyNotStart(regulation, academicYear, site.term, ctx.today)
    if (why) return refuse(why)

    const id = newId<ReportId>()
    const due = dueOn(regulation, academicYear, site.term)
    const made = await tx
      .insertInto('reports')
      .values({
        territoryId,
        id,
        siteId,
        academicYear,
        state: machine.initial,
        dueOn: due,
        conclusions: '{}',
        createdAt: ctx.now,
      })
      .onConflict((on) => on.columns(['territoryId', 'siteId', 'academicYear']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) {
      const there = await tx
        .selectFrom('reports')
        .select('id')
        .where('territoryId', '=', territoryId)
        .where('siteId', '=', siteId)
        .where('academicYear', '=', academicYear)
        .executeTakeFirstOrThrow()
      return ok(there.id as ReportId)
    }
    await record(tx, ctx, { kind: 'report.started', subjectId: id, siteId, facts: { academicYear, due } })
    return ok(id)
  })
}
