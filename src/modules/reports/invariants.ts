import { sql } from 'kysely'
import { type Invariant, untold } from '../../kit/invariants.ts'

export const invariants: readonly Invariant[] = [
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
