import { sql } from 'kysely'
import type { Invariant } from '../../kit/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    name: 'review.sentIsWhole',
    says: 'В отправленном заключении есть баллы по всем критериям приёма заявок и их сумма верна',
    broken: sql`select r.id from reviews r join applications a on a.id = r.application_id join calls c on c.id = a.call_id
        cross join lateral jsonb_array_elements(c.criteria) k
        left join review_scores s on s.review_id = r.id and s.criterion_code = k ->> 'code'
      where r.state = 'sent' group by r.id, r.total
      having bool_or(s.points is null) or abs(r.total - 100 * sum((k ->> 'weight')::numeric * s.points)
        / nullif(sum((k ->> 'weight')::numeric * (select max((l ->> 'points')::numeric) from jsonb_array_elements(k -> 'levels') l)), 0)) > 0.01`,
  },
  {
    name: 'review.isOfThisRound',
    says: 'Эксперты пишут только о заявке на экспертизе и только о её последней подаче',
    broken: sql`select r.id from reviews r join applications a on a.id = r.application_id
      where r.state in ('assigned', 'accepted') and (a.state <> 'underReview' or r.round <> a.round)`,
  },
  {
    name: 'review.isUnderWay',
    says: 'У заявки на экспертизе есть эксперты, у заявки после экспертизы — заключения, если приём их требует',
    broken: sql`select a.id from applications a join calls c on c.id = a.call_id and c.experts_per_application > 0
      left join reviews r on r.application_id = a.id and r.round = a.round
      where a.state in ('underReview', 'reviewed', 'proposed', 'granted', 'declined') group by a.id, a.state
      having count(*) filter (where r.state in ('assigned', 'accepted', 'declined', 'sent')) = 0
        or (a.state <> 'underReview' and count(*) filter (where r.state = 'sent') = 0)`,
  },
  {
    name: 'review.isNotOnesOwn',
    says: 'Эксперт не пишет о заявке, которую сам готовил',
    broken: sql`select r.id from reviews r join applications a on a.id = r.application_id
      where r.state in ('assigned', 'accepted', 'sent') and (r.expert_person_id in (a.created_by, a.head_person_id)
        or exists (select 1 from application_editors e where e.application_id = a.id and e.person_id = r.expert_person_id))`,
  },
]
