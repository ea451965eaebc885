import { sql } from 'kysely'
import { type Invariant, untold } from '../../kit/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    name: 'route.hasSteps',
    says: 'В согласованном маршруте есть шаги',
    broken: sql`select r.id from learning_routes r where r.state in ('active', 'done')
      and not exists (select from route_steps s where s.territory_id = r.territory_id and s.route_id = r.id)`,
  },
  {
    name: 'route.agreementIsTold',
    says: 'О согласии обеих сторон с маршрутом рассказано в истории',
    broken: untold(sql`select id from learning_routes where state = 'active'`, 'route.active'),
  },
]
