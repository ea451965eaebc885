import { sql } from 'kysely'
import type { Tx } from '../../db/pool.ts'
import { addDays } from '../../kernel/dates.ts'
import type { Day, SiteId, TerritoryId } from '../../kernel/types.ts'
import { isIn, type ReminderSource, type Span, spokenOfIn, warningsOf } from '../../kit/reminders.ts'
import type { Notice } from '../../notices/kinds.ts'
import { officeOf, peopleOfSite } from '../sites/people-queries.ts'

const statusDays = [90, 30, 7]

/** A status that ends by itself: three months, a month and a week before its last day, and the day after it. (C-33) */
export function statusWarnings(endsOn: Day, span: Span): { readonly onDay: Day; readonly what: 'soon' | 'over' }[] {
  const ahead = warningsOf(endsOn, statusDays, span).map((onDay) => ({ onDay, what: 'soon' as const }))
  const after = addDays(endsOn, 1)
  return isIn(span, after) ? [...ahead, { onDay: after, what: 'over' }] : ahead
}

type Ending = { siteId: SiteId; site: string; endsOn: Day }

/** A status that ends by itself: warnings 90, 30 and 7 days before to everybody it concerns, and word of it the day after. (C-33, R-35) */
export async function statusNotices(tx: Tx, territoryId: TerritoryId, span: Span): Promise<Notice[]> {
  const { from, to } = spokenOfIn(span, statusDays)
  const { rows } = await sql<Ending>`
    select s.id as site_id, e.short_name as site, s.ends_on from sites s
      join register_entries e on e.territory_id = s.territory_id and e.site_id = s.id
    where s.territory_id = ${territoryId} and s.ends_on between ${from} and ${to} and s.ended_by_order_id is null
    order by s.id`.execute(tx)
  const where = { territory: { id: territoryId }, today: span.to }
  const notices: Notice[] = []
  for (const { siteId, site, endsOn } of rows) {
    const warnings = statusWarnings(endsOn, span)
    if (warnings.length === 0) continue
    const people = new Set([...(await peopleOfSite(tx, where, siteId)), ...(await officeOf(tx, where))])
    for (const { onDay, what } of warnings)
      for (const personId of people)
        notices.push({
          personId,
          kind: what === 'over' ? 'status.over' : 'status.endsSoon',
          subjectId: siteId,
          onDay,
          params: { site, on: endsOn },
        })
  }
  return notices
}

export const reminders: readonly ReminderSource[] = [statusNotices]
