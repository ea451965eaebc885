import { sql } from 'kysely'
import { byUnsigned, type Invariant, own } from '../../kit/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    name: 'regulation.byIssuedOrder',
    says: 'Положение введено подписанным документом',
    broken: byUnsigned('regulations', 'order_id'),
  },
  {
    name: 'regulation.isPublic',
    says: 'Открыты ровно те положения, которые действуют или действовали',
    broken: sql`select coalesce(r.id, p.regulation_id) as id from (select * from regulations where starts_on is not null) r
      full join (select * from published_regulations where ${own}) p on p.regulation_id = r.id
      where r.id is null or p.regulation_id is null or r.starts_on <> p.starts_on or r.ends_on is distinct from p.ends_on or r.document <> p.document`,
  },
]
