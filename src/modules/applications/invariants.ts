import { sql } from 'kysely'
import { isBehind } from '../../journals/covers.ts'
import { type Invariant, untold } from '../../kit/invariants.ts'
import { changedRounds } from './kept-rounds.ts'

/** States in which an application is before whoever checks, reads or decides it. */
const underway = sql`('submitted', 'admitted', 'underReview', 'reviewed', 'proposed', 'granted', 'declined')`
const decided = sql`('granted', 'declined')`

export const invariants: readonly Invariant[] = [
  {
    name: 'application.draftWasNotSent',
    says: 'Черновик заявки ещё не отправлен: у него нет номера и подач; у отправленной заявки они есть',
    broken: sql`select id from applications where (state = 'draft') <> (round = 0 and number is null and submitted_at is null)`,
  },
  {
    name: 'application.roundsAreKept',
    says: 'Каждая подача заявки сохранена, подачи идут подряд',
    broken: sql`select a.id from applications a left join application_rounds r on r.application_id = a.id
      group by a.id, a.round having count(r.round) <> a.round or coalesce(max(r.round), 0) <> a.round`,
  },
  {
    name: 'application.numbersHaveNoGaps',
    says: 'Номера заявок года идут подряд, журнал не отстаёт от последнего номера',
    broken: sql`select a.id from applications a where a.number > 1 and not exists (select 1 from applications b
        where b.number = a.number - 1 and (b.number_year = a.number_year or b.number_year is null))
      union select a.id from applications a where a.number_year is not null
        and ${isBehind('application', { keeper: sql`a.territory_id`, year: sql`a.number_year`, number: sql`a.number` })}`,
  },
  {
    name: 'application.sendingIsTold',
    says: 'О каждой отправленной заявке есть запись в истории',
    broken: untold(sql`select id from applications where round > 0`, 'application.submitted'),
  },
  {
    name: 'application.everybodyTakesPart',
    says: 'Отправленную заявку подтвердили все её организации, и одна из них ведущая',
    broken: sql`select a.id from applications a left join application_organisations g on g.application_id = a.id
      where a.state in ${underway} group by a.id having coalesce(bool_or(g.state = 'asked'), true)
        or count(*) filter (where g.is_lead and g.state = 'confirmed') <> 1`,
  },
  {
    name: 'application.programmeIsFixed',
    says: 'Вместе с заявкой сохранена редакция программы, которая больше не меняется',
    broken: sql`select r.application_id as id from application_rounds r
      left join programmes p on p.application_id = r.application_id
      left join programme_versions v on v.id = r.programme_version_id
      where (p.id is null) <> (r.programme_version_id is null) or v.state = 'draft' or v.programme_id <> p.id`,
  },
  {
    name: 'application.decisionIsByOrder',
    says: 'Решение по заявке принято подписанным документом, без решения нет ни документа, ни площадки',
    broken: sql`select a.id from applications a left join orders o on o.id = a.decided_by_order_id
      where (a.state in ${decided} and (o.id is null or o.state <> 'signed'))
        or (a.state not in ${decided} and (a.decided_by_order_id is not null or a.site_id is not null or a.decided_on is not null))`,
  },
  {
    name: 'application.grantedHasItsSite',
    says: 'По удовлетворённой заявке тем же документом дан статус её организациям, по отклонённой — нет',
    broken: sql`select a.id from applications a left join sites s on s.id = a.site_id
      where (a.state = 'granted' and (s.id is null or s.order_id <> a.decided_by_order_id or s.application_id is distinct from a.id
          or exists (select 1 from application_organisations g where g.application_id = a.id and g.state = 'confirmed'
            and not exists (select 1 from site_organisations h where h.site_id = s.id and h.organisation_id = g.organisation_id))))
        or (a.state = 'declined' and a.site_id is not null)`,
  },
  {
    name: 'application.decisionIsTold',
    says: 'О каждом решении по заявке есть запись в истории',
    broken: sql`select a.id from applications a where a.state in ${decided}
      and not exists (select 1 from history h where h.subject_id = a.id and h.kind = 'application.' || a.state)`,
  },
  { name: 'application.roundIsAsSent', says: 'Отправленная заявка хранится такой, какой её отправили', find: changedRounds },
]
