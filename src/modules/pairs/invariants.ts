import { sql } from 'kysely'
import type { Invariant } from '../../kit/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    name: 'pair.isHeld',
    says: 'Наставническая пара работает внутри срока статуса площадки и должностей того, кто учится',
    broken: sql`select g.id from pairs g where not pair_is_held(g.territory_id, g.id)`,
  },
  {
    name: 'pair.worksByTheWordOfBoth',
    says: 'Наставническая пара работает, когда согласились оба',
    broken: sql`select g.id from pairs g where g.state in ('running', 'ended') and (g.mentor_agreed_at is null or g.mentee_agreed_at is null)`,
  },
]
