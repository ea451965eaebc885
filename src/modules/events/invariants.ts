import { sql } from 'kysely'
import type { Invariant } from '../../kit/invariants.ts'
import { isHeld } from '../plans/queries.ts'

export const invariants: readonly Invariant[] = [
  {
    name: 'event.placesAreEnough',
    says: 'На мероприятии занято не больше мест, чем есть',
    broken: sql`select e.id from events e where e.places < (select count(*) from event_places p
      where p.territory_id = e.territory_id and p.event_id = e.id and p.state = 'confirmed' and p.known_by is distinct from 'self')`,
  },
  {
    name: 'event.isReported',
    says: 'Закрытое мероприятие отмечено в плане как проведённое',
    broken: sql`select e.id from events e where e.state = 'closed' and not ${isHeld(sql`e.plan_id`, sql`e.line_key`)}`,
  },
]
