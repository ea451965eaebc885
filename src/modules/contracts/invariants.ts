import { sql } from 'kysely'
import type { Invariant } from '../../kit/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    name: 'contract.isWithinTheStatus',
    says: 'Договор действует внутри срока, на который статус был дан',
    broken: sql`select c.id from contracts c join sites s on s.id = c.site_id where c.state in ('awaitingSignatures', 'inForce')
      and (c.starts_on < s.starts_on or (s.ended_by_order_id is null and c.ends_on > s.ends_on))`,
  },
]
