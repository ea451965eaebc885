import { sql } from 'kysely'
import { isBehind } from '../../journals/covers.ts'
import type { Invariant } from '../../kit/invariants.ts'
import { isFinishedOf } from '../traineeships/queries.ts'

export const invariants: readonly Invariant[] = [
  {
    name: 'certificate.numbersHaveNoGaps',
    says: 'Номера справок и сертификатов организации за год идут подряд, без пропусков',
    broken: sql`select id from (select c.id, c.number, row_number() over (partition by c.territory_id, c.issuer_id, c.year order by c.number) as place
      from certificates c) counted where number <> place`,
  },
  {
    name: 'certificate.journalIsAhead',
    says: 'Журнал справок и сертификатов помнит последний выданный номер',
    broken: sql`select c.id from certificates c
      where ${isBehind('certificate', { keeper: sql`c.issuer_id`, year: sql`c.year`, number: sql`c.number` })}`,
  },
  {
    name: 'certificate.hoursAreCounted',
    says: 'Часы на действующей бумаге складываются из посещений, за которые она дана, и только из них',
    broken: sql`select c.id from certificates c where c.sort = 'participation' and c.hours is distinct from
      (select case when c.state = 'issued' then sum(e.hours) else coalesce(sum(e.hours), c.hours) end from certified_events e
        where e.territory_id = c.territory_id and e.certificate_id = c.id)`,
  },
  {
    name: 'certificate.completionIsOfFinished',
    says: 'Бумага об освоении дана за завершённую стажировку её владельца на этой площадке, и часов на ней не больше, чем в программе',
    broken: sql`select c.id from certificates c where c.sort = 'completion'
      and (c.hours > (c.printed -> 'mastered' ->> 'of')::real or not ${isFinishedOf(sql`c`)})`,
  },
  {
    name: 'certificate.isChecked',
    says: 'Каждая бумага проверяется по коду и отвечает, отозвана ли она',
    broken: sql`select c.id from certificates c where not exists (select from published_certificates p
      where p.territory_id = c.territory_id and p.certificate_id = c.id and p.code = c.code and p.revoked_on is not distinct from c.revoked_on)`,
  },
]
