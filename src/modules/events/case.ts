import { caseOf } from '../../kit/case.ts'
import { thing } from '../../kit/thing.ts'
import { lineInForce } from '../plans/queries.ts'
import { aboutSite, theSite } from '../sites/site-queries.ts'
import { siteIsOpen } from '../sites/standing-rules.ts'
import { machine } from './machine.ts'
import { paths } from './paths.ts'

/** A line of the plan in force, on which events are planned. There is none without a plan that has been approved. (X-E1) */
export const plannedLines = thing({
  param: 'line',
  sees: 'plan.view',
  open: lineInForce,
  async lock(tx, ctx, key: string) {
    const found = await lineInForce(tx, ctx, key)
    if (found) await theSite.lock(tx, ctx, found.site.id)
    return found
  },
  concerns: ({ site }, asked) => theSite.concerns(site, asked),
  standing: ({ site }, today) => siteIsOpen(site.standing, today),
})
export type PlannedLine = NonNullable<Awaited<ReturnType<typeof plannedLines.open>>>

/** An event of a site: one holding of a line of its plan. */
export const events = caseOf({
  table: 'events',
  machine,
  param: 'event',
  sees: 'event.view',
  home: paths.event,
  ...aboutSite,
  standing: ({ site }, today) => siteIsOpen(site.standing, today),
})
export type OpenEvent = NonNullable<Awaited<ReturnType<typeof events.open>>>
