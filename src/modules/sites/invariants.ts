import { sql } from 'kysely'
import { byUnsigned, type Invariant, issued, own, untold } from '../../kit/invariants.ts'

const overlap = (kind: string) => sql<{ id: string }>`
  select a.id from appointments a join appointments b on b.site_id = a.site_id and b.id > a.id and b.kind = a.kind
    and daterange(a.starts_on, a.ends_on, '[]') && daterange(b.starts_on, b.ends_on, '[]') where a.kind = ${kind}`

/** Periods that stand on a status and are not wholly within it. */
const outsideSite = (table: 'appointments' | 'attachments') => sql<{ id: string }>`
  select a.id from ${sql.table(table)} a join sites s on s.id = a.site_id
  where not daterange(s.starts_on, s.ends_on, '[]') @> daterange(a.starts_on, a.ends_on, '[]')`

export const invariants: readonly Invariant[] = [
  { name: 'site.byIssuedOrder', says: 'Статус площадки дан подписанным документом', broken: byUnsigned('sites', 'order_id') },
  {
    name: 'site.endedByIssuedOrder',
    says: 'Статус прекращён подписанным документом',
    broken: byUnsigned('sites', 'ended_by_order_id'),
  },
  {
    name: 'site.extendedByIssuedOrder',
    says: 'Статус продлён подписанным документом',
    broken: byUnsigned('site_extensions', 'order_id'),
  },
  {
    name: 'site.endsWithRevocation',
    says: 'Статус отменённого документа не длится после отмены',
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
    says: 'Школа закреплена подписанным документом',
    broken: byUnsigned('attachments', 'order_id'),
  },
  {
    name: 'attachment.endedByIssuedOrder',
    says: 'Школа откреплена подписанным документом',
    broken: byUnsigned('attachments', 'ended_by_order_id'),
  },
  {
    name: 'attachment.endsWithItsSite',
    says: 'Закрепление лежит внутри срока площадки',
    broken: outsideSite('attachments'),
  },
  {
    name: 'attachment.isNotItsHost',
    says: 'Организация площадки не закреплена за собственной площадкой',
    broken: sql`select a.id from attachments a join site_organisations g on g.site_id = a.site_id and g.organisation_id = a.organisation_id`,
  },
  {
    name: 'appointment.byIssuedOrder',
    says: 'Назначение по документу — по подписанному',
    broken: byUnsigned('appointments', 'order_id'),
  },
  {
    name: 'appointment.endsWithItsSite',
    says: 'Назначение лежит внутри срока площадки',
    broken: outsideSite('appointments'),
  },
  {
    name: 'appointment.liesWithinPosts',
    says: 'Назначение лежит внутри должностей человека (координатора и методиста — ещё и внутри роли методиста)',
    broken: sql`select a.id from appointments a where exists (select from posts p where p.person_id = a.person_id and p.starts_on <= a.starts_on)
      and not (select range_agg(daterange(h.starts_on, h.ends_on, '[]')) from (
          select starts_on, ends_on from posts where person_id = a.person_id
          union all select starts_on, ends_on from role_grants
            where person_id = a.person_id and role = 'methodist' and a.kind in ('coordinator', 'methodist')) h)
        @> daterange(a.starts_on, a.ends_on, '[]')`,
  },
  {
    name: 'register.isTheSites',
    says: 'Открытый реестр повторяет площадки: те же сроки, темы и документы',
    broken: sql`select coalesce(s.id, e.site_id) as id from sites s full join (select * from register_entries where ${own}) e on e.site_id = s.id
      where s.id is null or e.site_id is null or s.theme <> e.theme or s.starts_on <> e.starts_on or s.ends_on is distinct from e.ends_on
        or s.order_id <> e.order_id`,
  },
  {
    name: 'register.namesTheOrder',
    says: 'Открытый реестр называет номер и день документа и знает, опубликован ли он',
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
  {
    name: 'suspension.byIssuedOrder',
    says: 'Статус приостановлен и возобновлён подписанными документами',
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
]
