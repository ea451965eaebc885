import { sql } from 'kysely'
import type { Invariant } from '../../kit/invariants.ts'
import { isFixedVersion } from '../programmes/queries.ts'

export const invariants: readonly Invariant[] = [
  {
    name: 'traineeship.isHeld',
    says: 'Стажировка идёт внутри срока статуса площадки и внутри должностей стажёра',
    broken: sql`select t.id from traineeships t where not traineeship_is_held(t.territory_id, t.id)`,
  },
  {
    name: 'traineeship.hasItsPlan',
    says: 'У начатой стажировки есть план, составленный из программы',
    broken: sql`select t.id from traineeships t where t.state in ('running', 'finished') and not exists
      (select from traineeship_rows r where r.territory_id = t.territory_id and r.traineeship_id = t.id)`,
  },
  {
    name: 'traineeship.versionIsFixed',
    says: 'Стажируются по закреплённой редакции программы',
    broken: sql`select t.id from traineeships t where not ${isFixedVersion(sql`t.version_id`, { territory: sql`t.territory_id`, programme: sql`t.programme_id` })}`,
  },
]
