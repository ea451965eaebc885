import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../db/pool.ts'
import { canonical } from '../history/chain.ts'
import { type Invariant, issued, mostIds, own, untold } from './invariant.ts'

/** States in which an application is before whoever checks, reads or decides it. */
const underway = sql`('submitted', 'admitted', 'underReview', 'reviewed', 'proposed', 'granted', 'declined')`
const decided = sql`('granted', 'declined')`

/** From calls to the decision. */
const applications: readonly Invariant[] = [
  {
    name: 'call.byIssuedOrder',
    says: 'Приём заявок объявлен и продлён подписанными приказами',
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
    says: 'Номера заявок идут подряд, счётчик не меньше последнего номера',
    broken: sql`select a.id from applications a where a.number > 1 and not exists (select 1 from applications b
        where b.call_id is not distinct from a.call_id and b.number = a.number - 1)
      union select a.id from applications a left join application_counters c on c.scope_id = coalesce(a.call_id, a.territory_id)
        where a.number is not null and coalesce(c.last_number, 0) < a.number`,
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
    says: 'Решение по заявке принято подписанным приказом, без решения нет ни приказа, ни площадки',
    broken: sql`select a.id from applications a left join orders o on o.id = a.decided_by_order_id
      where (a.state in ${decided} and (o.id is null or o.state <> 'signed'))
        or (a.state not in ${decided} and (a.decided_by_order_id is not null or a.site_id is not null or a.decided_on is not null))`,
  },
  {
    name: 'application.grantedHasItsSite',
    says: 'По удовлетворённой заявке тем же приказом дан статус её организациям, по отклонённой — нет',
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
]

/** The review and the submission. */
const reviews: readonly Invariant[] = [
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

/** Contracts and what becomes of a status. */
const standing: readonly Invariant[] = [
  {
    name: 'contract.isWithinTheStatus',
    says: 'Договор действует внутри срока, на который статус был дан',
    broken: sql`select c.id from contracts c join sites s on s.id = c.site_id where c.state in ('awaitingSignatures', 'inForce')
      and (c.starts_on < s.starts_on or (s.ended_by_order_id is null and c.ends_on > s.ends_on))`,
  },
  {
    name: 'suspension.byIssuedOrder',
    says: 'Статус приостановлен и возобновлён подписанными приказами',
    broken: sql`select p.id from suspensions p join orders o on o.id in (p.order_id, p.ended_by_order_id) where o.state not in ${issued}`,
  },
  {
    name: 'suspension.isPublic',
    says: 'Открытый реестр показывает все приостановки площадки',
    broken: sql`select e.site_id as id from register_entries e left join suspensions p on p.site_id = e.site_id
      where e.${own} group by e.site_id, e.suspensions
      having coalesce(jsonb_agg(jsonb_build_array(p.starts_on, p.ends_on) order by p.starts_on) filter (where p.id is not null), '[]')
        <> coalesce((select jsonb_agg(jsonb_build_array(x -> 'from', x -> 'to') order by x ->> 'from') from jsonb_array_elements(e.suspensions) x), '[]')`,
  },
  {
    name: 'statusCase.followsItsOrder',
    says: 'Дело о статусе решено подписанным приказом; у подготовленного проекта подписи ещё нет',
    broken: sql`select c.id from status_cases c left join orders o on o.id = c.order_id
      where (c.state = 'decided' and (o.id is null or o.state not in ${issued})) or (c.state = 'drafted' and (o.id is null or o.state in ${issued}))`,
  },
  {
    name: 'statusCase.isAboutAStatus',
    says: 'Открытое дело — о площадке, статус которой ещё не прекращён приказом',
    broken: sql`select c.id from status_cases c join sites s on s.id = c.site_id
      where c.state not in ('decided', 'dropped') and s.ended_by_order_id is not null`,
  },
]

export const caseInvariants: readonly Invariant[] = [...applications, ...reviews, ...standing]

const atOnce = 200

/** Rounds whose snapshot is not what its hash was taken over. Read in portions: a snapshot may be long. */
export async function changedRounds(tx: Tx): Promise<string[]> {
  const changed: string[] = []
  let after = { applicationId: '00000000-0000-0000-0000-000000000000', round: 0 }
  for (;;) {
    const { rows } = await sql<{ applicationId: string; round: number; snapshot: unknown; hash: Buffer }>`
      select application_id, round, snapshot, hash from application_rounds
      where (application_id, round) > (${after.applicationId}::uuid, ${after.round}) order by application_id, round limit ${atOnce}`.execute(
      tx,
    )
    for (const { applicationId, snapshot, hash } of rows)
      if (!createHash('sha256').update(canonical(snapshot)).digest().equals(hash)) changed.push(applicationId)
    const last = rows.at(-1)
    if (!last || rows.length < atOnce || changed.length >= mostIds) return changed.slice(0, mostIds)
    after = last
  }
}
