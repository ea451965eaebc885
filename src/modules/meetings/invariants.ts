import { sql } from 'kysely'
import { isBehind } from '../../journals/covers.ts'
import type { Invariant } from '../../kit/invariants.ts'
import { dutiesGivenBy } from '../orders/execution-queries.ts'

export const invariants: readonly Invariant[] = [
  {
    name: 'meeting.isMarkedWhenHeld',
    says: 'Кто был на совещании, отмечено только у состоявшегося',
    broken: sql`select g.id from meeting_guests g join meetings m on m.territory_id = g.territory_id and m.id = g.meeting_id
      where g.present is not null and m.state in ('called', 'cancelled')`,
  },
  {
    name: 'meeting.decisionsAreDuties',
    says: 'Каждое решение подписанного протокола — поручение тому же человеку к тому же дню, и других поручений по нему нет',
    broken: sql`select coalesce(d.id, a.id) as id from (select d.* from meeting_decisions d join meetings m on m.territory_id = d.territory_id
        and m.id = d.meeting_id and m.state = 'minutesSigned') d
      full join ${dutiesGivenBy('meeting')} a on a.territory_id = d.territory_id and a.id = d.id
      where d.id is null or a.id is null or a.person_id <> d.person_id or a.due_on <> d.due_on or a.text <> d.text or a.source_id <> d.meeting_id`,
  },
  {
    name: 'meeting.minutesAreNumbered',
    says: 'Журнал протоколов не отстаёт от них',
    broken: sql`select m.id from meetings m where m.minutes_number is not null
      and ${isBehind('minutes', { keeper: sql`m.territory_id`, year: sql`m.minutes_year`, number: sql`m.minutes_number` })}`,
  },
  {
    name: 'meeting.hasAgenda',
    says: 'У каждого совещания есть повестка',
    broken: sql`select m.id from meetings m where not exists (select from meeting_items i where i.territory_id = m.territory_id and i.meeting_id = m.id)`,
  },
]
