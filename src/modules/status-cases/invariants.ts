import { sql } from 'kysely'
import { type Invariant, issued } from '../../kit/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    name: 'statusCase.followsItsOrder',
    says: 'Дело о статусе решено подписанным документом; у подготовленного проекта подписи ещё нет',
    broken: sql`select c.id from status_cases c left join orders o on o.id = c.order_id
      where (c.state = 'decided' and (o.id is null or o.state not in ${issued})) or (c.state = 'drafted' and (o.id is null or o.state in ${issued}))`,
  },
  {
    name: 'statusCase.isAboutAStatus',
    says: 'Открытое дело — о площадке, статус которой ещё не прекращён документом',
    broken: sql`select c.id from status_cases c join sites s on s.id = c.site_id
      where c.state not in ('decided', 'dropped') and s.ended_by_order_id is not null`,
  },
]
