import { sql } from 'kysely'
import type { Db, Tx } from '../db/pool.ts'
import { read } from '../db/transact.ts'
import { verifyHistory } from '../history/verify.ts'
import type { TerritoryId } from '../kernel/types.ts'
import { caseInvariants, changedRounds } from './case-invariants.ts'
import { type Invariant, issued, mostIds, own, untold } from './invariant.ts'

export type Violation = {
  readonly territory: string
  readonly name: string
  readonly says: string
  readonly ids: readonly string[]
}

const overlap = (kind: string) => sql<{ id: string }>`
  select a.id from appointments a join appointments b on b.site_id = a.site_id and b.id > a.id and b.kind = a.kind
    and daterange(a.starts_on, a.ends_on, '[]') && daterange(b.starts_on, b.ends_on, '[]') where a.kind = ${kind}`
const byUnsigned = (table: string, column: string) => sql<{ id: string }>`
  select t.order_ref as id from (select ${sql.ref(column)} as order_ref from ${sql.table(table)}) t join orders o on o.id = t.order_ref
  where o.state not in ${issued}`

const networkInvariants: readonly Invariant[] = [
  // Orders
  {
    name: 'order.unsignedIsBlank',
    says: 'Неподписанный приказ не имеет номера, даты, отпечатка и не опубликован',
    broken: sql`select id from orders where state not in ${issued}
      and (number is not null or number_text is not null or signed_on is not null or snapshot is not null or published_at is not null)`,
  },
  {
    name: 'order.snapshotIsTheOrder',
    says: 'Отпечаток подписанного приказа совпадает с его заголовком, номером и датой',
    broken: sql`select id from orders where state in ${issued} and (snapshot ->> 'title' is distinct from title
      or snapshot ->> 'numberText' is distinct from number_text or (snapshot ->> 'signedOn')::date is distinct from signed_on)`,
  },
  {
    name: 'order.numberIsUnique',
    says: 'Номер приказа не повторяется у одного органа в одном году',
    broken: sql`select min(id::text) as id from orders where number is not null group by issuer_id, year, number having count(*) > 1`,
  },
  {
    name: 'order.counterCovers',
    says: 'Счётчик номеров не меньше последнего номера',
    broken: sql`select o.id from orders o left join order_counters c on c.issuer_id = o.issuer_id and c.year = o.year
      where o.number is not null and coalesce(c.last_number, 0) < o.number`,
  },
  {
    name: 'order.numbersHaveNoGaps',
    says: 'Номера, данные программой, идут подряд',
    broken: sql`select o.id from orders o where o.number_given_by = 'system' and o.number > 1
      and not exists (select 1 from orders b where b.issuer_id = o.issuer_id and b.year = o.year and b.number = o.number - 1)`,
  },
  {
    name: 'order.revokedByIssued',
    says: 'Отменённый приказ отменён подписанным приказом с известного дня',
    broken: sql`select o.id from orders o left join orders b on b.id = o.revoked_by_order_id
      where (o.state = 'revoked' and (b.id is null or b.state not in ${issued} or o.revoked_on is null))
        or (o.state <> 'revoked' and (o.revoked_by_order_id is not null or o.revoked_on is not null))`,
  },
  {
    name: 'order.publicationIsShown',
    says: 'Опубликованный приказ открыт всем, неопубликованный — никому',
    broken: sql`select o.id from orders o left join (select order_id, revoked_on from published_orders where ${own}) p on p.order_id = o.id
      where (o.published_at is not null) <> (p.order_id is not null) or (p.order_id is not null and p.revoked_on is distinct from o.revoked_on)`,
  },
  {
    name: 'order.signingIsTold',
    says: 'О каждой подписи есть запись в истории',
    broken: untold(sql`select id from orders where state in ${issued}`, 'order.signed'),
  },
  {
    name: 'order.revocationIsTold',
    says: 'О каждой отмене приказа есть запись в истории',
    broken: untold(sql`select id from orders where state = 'revoked'`, 'order.revoked'),
  },
  // What orders do
  {
    name: 'assignment.ofIssuedOrder',
    says: 'Поручения есть только у подписанных приказов, у пунктов-поручений и их исполнителей',
    broken: sql`select a.id from assignments a join orders o on o.id = a.order_id join order_points p on p.id = a.point_id
      left join order_point_assignees w on w.point_id = a.point_id and w.person_id = a.person_id
      where o.state not in ${issued} or p.order_id <> a.order_id or not p.is_task or w.person_id is null`,
  },
  {
    name: 'assignment.isGivenOut',
    says: 'Каждый исполнитель пункта-поручения подписанного приказа получил поручение',
    broken: sql`select p.id from order_points p join orders o on o.id = p.order_id join order_point_assignees w on w.point_id = p.id
      where o.state in ${issued} and p.is_task
        and not exists (select 1 from assignments a where a.point_id = p.id and a.person_id = w.person_id)`,
  },
  {
    name: 'assignment.endsWithItsOrder',
    says: 'У отменённого приказа нет открытых поручений',
    broken: sql`select a.id from assignments a join orders o on o.id = a.order_id where o.state = 'revoked' and a.state in ('open', 'done')`,
  },
  {
    name: 'assignment.hasItsDays',
    says: 'У исполненного поручения есть день исполнения, у принятого — день приёмки',
    broken: sql`select id from assignments where (state in ('done', 'accepted') and done_on is null) or (state = 'accepted') <> (accepted_on is not null)`,
  },
  {
    name: 'acquaintance.ofIssuedOrder',
    says: 'Знакомят только с подписанным приказом',
    broken: byUnsigned('acquaintances', 'order_id'),
  },
  {
    name: 'effect.isApplied',
    says: 'Каждый статус, данный действующим приказом, есть в реестре',
    broken: sql`select e.id from order_effects e join orders o on o.id = e.order_id
      where o.state = 'signed' and e.effect ->> 'kind' = 'grantStatus'
        and not exists (select 1 from sites s where s.id = (e.effect ->> 'siteId')::uuid and s.order_id = o.id)`,
  },
  {
    name: 'effect.ofUnsignedIsNotApplied',
    says: 'Неподписанный приказ не меняет реестр',
    broken: sql`select e.id from order_effects e join orders o on o.id = e.order_id join sites s on s.id = (e.effect ->> 'siteId')::uuid
      where o.state not in ${issued} and e.effect ->> 'kind' = 'grantStatus'`,
  },
  // Sites
  { name: 'site.byIssuedOrder', says: 'Статус площадки дан подписанным приказом', broken: byUnsigned('sites', 'order_id') },
  {
    name: 'site.endedByIssuedOrder',
    says: 'Статус прекращён подписанным приказом',
    broken: byUnsigned('sites', 'ended_by_order_id'),
  },
  {
    name: 'site.extendedByIssuedOrder',
    says: 'Статус продлён подписанным приказом',
    broken: byUnsigned('site_extensions', 'order_id'),
  },
  {
    name: 'site.endsWithRevocation',
    says: 'Статус отменённого приказа не длится после отмены',
    broken: sql`select s.id from sites s join orders o on o.id = s.order_id
      where o.state = 'revoked' and s.starts_on < o.revoked_on and (s.ends_on is null or s.ends_on >= o.revoked_on)`,
  },
  {
    name: 'site.hasOneLead',
    says: 'У площадки ровно одна ведущая организация',
    broken: sql`select s.id from sites s left join site_organisations g on g.site_id = s.id and g.is_lead
      group by s.id having count(g.organisation_id) <> 1`,
  },
  {
    name: 'site.organisationsShareItsTerm',
    says: 'Срок участия организаций совпадает со сроком площадки',
    broken: sql`select s.id from sites s join site_organisations g on g.site_id = s.id
      where g.starts_on <> s.starts_on or g.ends_on is distinct from s.ends_on`,
  },
  {
    name: 'site.isTold',
    says: 'О каждом присвоении статуса есть запись в истории',
    broken: untold(sql`select id from sites`, 'site.granted'),
  },
  { name: 'site.oneHeadADay', says: 'У площадки не больше одного руководителя в день', broken: overlap('head') },
  { name: 'site.oneCoordinatorADay', says: 'У площадки не больше одного координатора в день', broken: overlap('coordinator') },
  {
    name: 'attachment.byIssuedOrder',
    says: 'Школа закреплена подписанным приказом',
    broken: byUnsigned('attachments', 'order_id'),
  },
  {
    name: 'attachment.endedByIssuedOrder',
    says: 'Школа откреплена подписанным приказом',
    broken: byUnsigned('attachments', 'ended_by_order_id'),
  },
  {
    name: 'attachment.endsWithItsSite',
    says: 'Закрепление не длится дольше площадки',
    broken: sql`select a.id from attachments a join sites s on s.id = a.site_id where s.ends_on is not null and (a.ends_on is null or a.ends_on > s.ends_on)`,
  },
  {
    name: 'attachment.isNotItsHost',
    says: 'Организация площадки не закреплена за собственной площадкой',
    broken: sql`select a.id from attachments a join site_organisations g on g.site_id = a.site_id and g.organisation_id = a.organisation_id`,
  },
  {
    name: 'appointment.byIssuedOrder',
    says: 'Назначение по приказу — по подписанному',
    broken: byUnsigned('appointments', 'order_id'),
  },
  {
    name: 'appointment.endsWithItsSite',
    says: 'Назначение на площадке не длится дольше площадки',
    broken: sql`select a.id from appointments a join sites s on s.id = a.site_id where s.ends_on is not null and (a.ends_on is null or a.ends_on > s.ends_on)`,
  },
  {
    name: 'regulation.byIssuedOrder',
    says: 'Положение введено подписанным приказом',
    broken: byUnsigned('regulations', 'order_id'),
  },
  {
    name: 'regulation.isPublic',
    says: 'Открыты ровно те положения, которые действуют или действовали',
    broken: sql`select coalesce(r.id, p.regulation_id) as id from (select * from regulations where starts_on is not null) r
      full join (select * from published_regulations where ${own}) p on p.regulation_id = r.id
      where r.id is null or p.regulation_id is null or r.starts_on <> p.starts_on or r.ends_on is distinct from p.ends_on or r.document <> p.document`,
  },
  // The public register
  {
    name: 'register.isTheSites',
    says: 'Открытый реестр повторяет площадки: те же сроки, темы и приказы',
    broken: sql`select coalesce(s.id, e.site_id) as id from sites s full join (select * from register_entries where ${own}) e on e.site_id = s.id
      where s.id is null or e.site_id is null or s.theme <> e.theme or s.starts_on <> e.starts_on or s.ends_on is distinct from e.ends_on
        or s.order_id <> e.order_id`,
  },
  {
    name: 'register.namesTheOrder',
    says: 'Открытый реестр называет номер и день приказа и знает, опубликован ли он',
    broken: sql`select e.site_id as id from register_entries e join orders o on o.id = e.order_id
      where e.${own} and (e.order_number <> o.number_text or e.order_signed_on <> o.signed_on or e.order_published <> (o.published_at is not null))`,
  },
  {
    name: 'register.activitiesAreApproved',
    says: 'Открыты мероприятия только утверждённых планов',
    broken: sql`select a.line_key as id from register_activities a where a.${own} and not exists (
      select 1 from plans p join plan_versions v on v.plan_id = p.id and v.state = 'approved' join plan_lines l on l.version_id = v.id
      where p.site_id = a.site_id and l.line_key = a.line_key and l.activity = a.activity)`,
  },
  // Plans and reports
  {
    name: 'plan.chainIsPassed',
    says: 'Утверждённый план прошёл все шаги согласования после последнего возврата',
    broken: sql`select v.id from plan_versions v where v.state in ('approved', 'superseded') and (v.step = 0 or v.step > (
      select count(distinct d.step) from plan_decisions d where d.version_id = v.id and d.outcome = 'passed' and d.step < v.step
        and d.at >= coalesce((select max(r.at) from plan_decisions r where r.version_id = v.id and r.outcome = 'returned'), '-infinity')))`,
  },
  {
    name: 'plan.draftIsAtTheStart',
    says: 'Черновик плана стоит в начале согласования',
    broken: sql`select id from plan_versions where state = 'draft' and step <> 0`,
  },
  {
    name: 'plan.oneOfAKind',
    says: 'У плана не больше одной действующей и одной подготавливаемой редакции',
    broken: sql`select plan_id as id from plan_versions group by plan_id
      having count(*) filter (where state = 'approved') > 1 or count(*) filter (where state in ('draft', 'submitted')) > 1
        or (count(*) filter (where state = 'superseded') > 0 and count(*) filter (where state = 'approved') = 0)`,
  },
  {
    name: 'plan.sentHasLines',
    says: 'В отправленном плане есть строки, и каждая названа',
    broken: sql`select v.id from plan_versions v left join plan_lines l on l.version_id = v.id where v.state <> 'draft'
      group by v.id having count(l.id) = 0 or bool_or(trim(l.activity) = '')`,
  },
  {
    name: 'plan.approvalIsTold',
    says: 'Об утверждении каждого плана есть запись в истории',
    broken: untold(sql`select plan_id as id from plan_versions where state in ('approved', 'superseded')`, 'plan.approved'),
  },
  {
    name: 'execution.ofAnApprovedLine',
    says: 'Исполнение записано о строке утверждённого плана',
    broken: sql`select e.line_key as id from executions e where not exists (select 1 from plan_versions v join plan_lines l on l.version_id = v.id
      where v.plan_id = e.plan_id and v.state in ('approved', 'superseded') and l.line_key = e.line_key)`,
  },
  {
    name: 'report.isAssembled',
    says: 'В сданном отчёте есть собранные данные и день сдачи',
    broken: sql`select id from reports where state in ('submitted', 'accepted') and (assembled is null or submitted_on is null or submitted_by is null)`,
  },
  {
    name: 'report.isDecided',
    says: 'У принятого отчёта есть тот, кто принял, и день',
    broken: sql`select id from reports where state = 'accepted' and (decided_by is null or decided_on is null)`,
  },
  {
    name: 'report.acceptanceIsTold',
    says: 'О приёме каждого отчёта есть запись в истории',
    broken: untold(sql`select id from reports where state = 'accepted'`, 'report.accepted'),
  },
]

/** Everything that is checked, from calls and orders to reports. */
export const invariants: readonly Invariant[] = [...networkInvariants, ...caseInvariants]

/** Checks every invariant in every territory, and that history is whole. An empty list: all is as it must be. */
export async function checkInvariants(db: Db): Promise<Violation[]> {
  const territories = await db.selectFrom('territories').select(['id', 'code']).orderBy('code').execute()
  const violations: Violation[] = []
  for (const { id, code } of territories)
    violations.push(...(await read(db, { territoryId: id as TerritoryId }, (tx) => violationsIn(tx, code))))
  const { damages } = await verifyHistory(db)
  for (const { territory, seq, what } of damages)
    violations.push({ territory, name: 'history.isWhole', says: 'Записи истории целы и идут подряд', ids: [`${what} ${seq}`] })
  return violations
}

/** Checks one territory, in a transaction of its scope. */
export async function violationsIn(tx: Tx, territory: string): Promise<Violation[]> {
  const violations: Violation[] = []
  for (const { name, says, broken } of invariants) {
    const { rows } = await sql<{ id: string }>`select b.id::text as id from (${broken}) b limit ${mostIds}`.execute(tx)
    if (rows.length > 0) violations.push({ territory, name, says, ids: rows.map((row) => row.id) })
  }
  const ids = await changedRounds(tx)
  const says = 'Отправленная заявка хранится такой, какой её отправили'
  if (ids.length > 0) violations.push({ territory, name: 'application.roundIsAsSent', says, ids })
  return violations
}
