import type { Tx } from '../../db/pool.ts'
import { caseOf } from '../../kit/case.ts'
import { thing, type Where } from '../../kit/thing.ts'
import { lineInForce } from '../plans/queries.ts'
import { aboutSite, theSite } from '../sites/site-queries.ts'
import { siteIsOpen } from '../sites/standing-rules.ts'
import { machine } from './machine.ts'
import { paths } from './paths.ts'
import { heldOfLine } from './queries.ts'

async function plannedLine(tx: Tx, ctx: Where, key: string) {
  const line = await lineInForce(tx, ctx, key)
  if (!line) return null
  const { lastAt } = await heldOfLine(tx, ctx, line.planId, line.key)
  return { ...line, heldByLists: lastAt !== null }
}

/** A line of the plan in force, on which events are planned. There is none without a plan that has been approved. (X-E1) */
export const plannedLines = thing({
  param: 'line',
  sees: 'plan.view',
  open: plannedLine,
  async lock(tx, ctx, key: string) {
    const found = await lineInForce(tx, ctx, key)
    if (found) await theSite.lock(tx, ctx, found.site.id)
    return plannedLine(tx, ctx, key)
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
