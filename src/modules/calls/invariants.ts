import { sql } from 'kysely'
import { type Invariant, issued, own } from '../../kit/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    name: 'call.byIssuedOrder',
    says: 'Приём заявок объявлен и продлён подписанными документами',
    broken: sql`select c.id from calls c join orders o on o.id = c.order_id where o.state not in ${issued}
      union select e.call_id from call_extensions e join orders o on o.id = e.order_id where o.state not in ${issued}`,
  },
  {
    name: 'call.isPublic',
    says: 'Открыты ровно те приёмы заявок, которые объявлены, с теми же сроками',
    broken: sql`select coalesce(c.id, p.call_id) as id from calls c full join (select * from published_calls where ${own}) p on p.call_id = c.id
      where c.id is null or p.call_id is null or c.title <> p.title or c.opens_at <> p.opens_at or c.closes_at <> p.closes_at
        or c.revoked_on is distinct from p.revoked_on or c.criteria <> p.criteria`,
  },
]
