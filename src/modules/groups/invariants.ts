import { sql } from 'kysely'
import type { Invariant } from '../../kit/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    name: 'group.isWithinTheStatus',
    says: 'Рабочая группа работает внутри срока статуса площадки',
    broken: sql`select g.id from working_groups g where not working_group_is_held(g.territory_id, g.id)`,
  },
  {
    name: 'group.isLedByAMember',
    says: 'Рабочей группой, которая работает, руководит её участник',
    broken: sql`select g.id from working_groups g where g.state = 'atWork' and not exists (select from working_group_members m
      where m.territory_id = g.territory_id and m.group_id = g.id and m.person_id = g.leader_id and m.ends_on is null)`,
  },
]
