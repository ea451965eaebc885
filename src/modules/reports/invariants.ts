import { sql } from 'kysely'
import { type Invariant, untold } from '../../kit/invariants.ts'
import { stateOfWay } from '../procedures/procedure-queries.ts'

export const invariants: readonly Invariant[] = [
  {
    name: 'report.isAssembled',
    says: 'В сданном отчёте есть собранные данные и день сдачи',
    broken: sql`select id from reports where state in ('submitted', 'accepted') and (assembled is null or submitted_on is null or submitted_by is null)`,
  },
  {
    name: 'report.isDecided',
    says: 'Сданный отчёт ждёт решения на одном из шагов Положения, принятый прошёл их все, и у него есть день',
    broken: sql`select r.id from reports r cross join lateral (select ${stateOfWay('r')} as at) way
      where case r.state when 'submitted' then way.at is distinct from 'going' when 'accepted' then way.at is distinct from 'passed' or r.decided_on is null else way.at in ('going', 'passed') end`,
  },
  {
    name: 'report.acceptanceIsTold',
    says: 'О приёме каждого отчёта есть запись в истории',
    broken: untold(sql`select id from reports where state = 'accepted'`, 'report.accepted'),
  },
]
