import { sql } from 'kysely'
import type { Invariant } from '../../kit/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    name: 'meeting.isMarkedWhenHeld',
    says: 'Кто был на совещании, отмечено только у состоявшегося',
    broken: sql`select g.id from meeting_guests g join meetings m on m.territory_id = g.territory_id and m.id = g.meeting_id
      where g.present is not null and m.state in ('called', 'cancelled')`,
  },
  {
    name: 'meeting.hasAgenda',
    says: 'У каждого совещания есть повестка',
    broken: sql`select m.id from meetings m where not exists (select from meeting_items i where i.territory_id = m.territory_id and i.meeting_id = m.id)`,
  },
]
