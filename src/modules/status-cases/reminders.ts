import { sql } from 'kysely'
import type { Tx } from '../../db/pool.ts'
import type { Day, SiteId, TerritoryId } from '../../kernel/types.ts'
import { endingReminders } from '../../kit/reminders.ts'
import { settings } from '../settings/model.ts'
import { settingOf } from '../settings/queries.ts'
import { officeOf, peopleOfSite } from '../sites/people-queries.ts'

type Ending = { readonly siteId: SiteId; readonly site: string; readonly endsOn: Day }

/** A status that ends by itself: warnings some days before to everybody it concerns, and word of it the day after. (C-33, R-35) */
export const statusNotices = endingReminders({
  days: (tx, of) => settingOf(tx, of, settings.statusReminders),
  after: true,
  rows: statusesEnding,
  tell: ({ siteId, site, endsOn: on }, what) => ({
    kind: what === 'over' ? 'status.over' : 'status.endsSoon',
    subjectId: siteId,
    to: [peopleOfSite, officeOf],
    params: { site, on },
  }),
})

async function statusesEnding(
  tx: Tx,
  { territory }: { readonly territory: { readonly id: TerritoryId } },
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<Ending[]> {
  const { rows } = await sql<Ending>`
    select s.id as site_id, e.short_name as site, s.ends_on from sites s
      join register_entries e on e.territory_id = s.territory_id and e.site_id = s.id
    where s.territory_id = ${territory.id} and s.ends_on between ${from} and ${to} and s.ended_by_order_id is null
    order by s.id`.execute(tx)
  return rows
}
