import { sql } from 'kysely'
import { type Invariant, issued } from '../../kit/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    name: 'submission.holdsItsApplications',
    says: 'Заявка, внесённая в представление, стоит ровно в одном представлении, которое ждёт решения',
    broken: sql`select a.id from applications a left join submission_items i on i.application_id = a.id
      left join operator_submissions s on s.id = i.submission_id and s.state in ('sent', 'drafted')
      where a.state = 'proposed' group by a.id having count(s.id) <> 1`,
  },
  {
    name: 'submission.followsItsOrder',
    says: 'Проект решения по представлению ещё не подписан, решённое представление — подписано',
    broken: sql`select s.id from operator_submissions s left join orders o on o.id = s.order_id
      where (s.state = 'drafted' and (o.id is null or o.state in ${issued})) or (s.state = 'decided' and (o.id is null or o.state <> 'signed'))
        or (s.state not in ('drafted', 'decided') and s.order_id is not null)`,
  },
]
