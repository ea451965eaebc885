import { sql } from 'kysely'
import { isBehind } from '../../journals/covers.ts'
import { byUnsigned, type Invariant, issued, own, untold } from '../../kit/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    name: 'order.unsignedIsBlank',
    says: 'Неподписанный документ не имеет номера, даты, отпечатка и не опубликован',
    broken: sql`select id from orders where state not in ${issued}
      and (number is not null or number_text is not null or signed_on is not null or snapshot is not null or published_at is not null)`,
  },
  {
    name: 'order.snapshotIsTheOrder',
    says: 'Отпечаток подписанного документа совпадает с его заголовком, номером и датой',
    broken: sql`select id from orders where state in ${issued} and (snapshot ->> 'title' is distinct from title
      or snapshot ->> 'numberText' is distinct from number_text or (snapshot ->> 'signedOn')::date is distinct from signed_on)`,
  },
  {
    name: 'order.numberIsUnique',
    says: 'Номер документа не повторяется у одного органа в одном году',
    broken: sql`select min(id::text) as id from orders where number is not null group by issuer_id, year, number having count(*) > 1`,
  },
  {
    name: 'order.counterCovers',
    says: 'Счётчик номеров не меньше последнего номера',
    broken: sql`select o.id from orders o where o.number is not null
      and ${isBehind('order', { keeper: sql`o.issuer_id`, year: sql`o.year`, number: sql`o.number` })}`,
  },
  {
    name: 'order.numbersHaveNoGaps',
    says: 'Номера, данные программой, идут подряд',
    broken: sql`select o.id from orders o where o.number_given_by = 'system' and o.number > 1
      and not exists (select 1 from orders b where b.issuer_id = o.issuer_id and b.year = o.year and b.number = o.number - 1)`,
  },
  {
    name: 'order.revokedByIssued',
    says: 'Отменённый документ отменён подписанным документом с известного дня',
    broken: sql`select o.id from orders o left join orders b on b.id = o.revoked_by_order_id
      where (o.state = 'revoked' and (b.id is null or b.state not in ${issued} or o.revoked_on is null))
        or (o.state <> 'revoked' and (o.revoked_by_order_id is not null or o.revoked_on is not null))`,
  },
  {
    name: 'order.publicationIsShown',
    says: 'Опубликованный документ открыт всем, неопубликованный — никому',
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
    says: 'О каждой отмене документа есть запись в истории',
    broken: untold(sql`select id from orders where state = 'revoked'`, 'order.revoked'),
  },
  {
    name: 'assignment.ofIssuedOrder',
    says: 'Поручения есть только у подписанных документов, у пунктов-поручений и их исполнителей',
    broken: sql`select a.id from assignments a join orders o on o.id = a.order_id join order_points p on p.id = a.point_id
      left join order_point_assignees w on w.point_id = a.point_id and w.person_id = a.person_id
      where o.state not in ${issued} or p.order_id <> a.order_id or not p.is_task or w.person_id is null`,
  },
  {
    name: 'assignment.isGivenOut',
    says: 'Каждый исполнитель пункта-поручения подписанного документа получил поручение',
    broken: sql`select p.id from order_points p join orders o on o.id = p.order_id join order_point_assignees w on w.point_id = p.id
      where o.state in ${issued} and p.is_task
        and not exists (select 1 from assignments a where a.point_id = p.id and a.person_id = w.person_id)`,
  },
  {
    name: 'assignment.endsWithItsOrder',
    says: 'У отменённого документа нет открытых поручений',
    broken: sql`select a.id from assignments a join orders o on o.id = a.order_id where o.state = 'revoked' and a.state in ('open', 'done')`,
  },
  {
    name: 'assignment.hasItsDays',
    says: 'У исполненного поручения есть день исполнения, у принятого — день приёмки',
    broken: sql`select id from assignments where (state in ('done', 'accepted') and done_on is null) or (state = 'accepted') <> (accepted_on is not null)`,
  },
  {
    name: 'acquaintance.ofIssuedOrder',
    says: 'Знакомят только с подписанным документом',
    broken: byUnsigned('acquaintances', 'order_id'),
  },
  {
    name: 'effect.isApplied',
    says: 'Каждый статус, данный действующим документом, есть в реестре',
    broken: sql`select e.id from order_effects e join orders o on o.id = e.order_id
      where o.state = 'signed' and e.effect ->> 'kind' = 'grantStatus'
        and not exists (select 1 from sites s where s.id = (e.effect ->> 'siteId')::uuid and s.order_id = o.id)`,
  },
  {
    name: 'effect.ofUnsignedIsNotApplied',
    says: 'Неподписанный документ не меняет реестр',
    broken: sql`select e.id from order_effects e join orders o on o.id = e.order_id join sites s on s.id = (e.effect ->> 'siteId')::uuid
      where o.state not in ${issued} and e.effect ->> 'kind' = 'grantStatus'`,
  },
]
