import { sql } from 'kysely'
import type { Invariant } from '../../kit/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    name: 'procedure.isDecided',
    says: 'То, что прошло все шаги, решено: последнее слово — согласие на последнем шаге',
    broken: sql`select p.subject_id as id from procedures p where p.state = 'passed' and p.step > 0 and p.step - 1 is distinct from (
      select v.step from procedure_voices v where v.territory_id = p.territory_id and v.subject_id = p.subject_id and v.outcome = 'passed' order by v.round desc, v.at desc limit 1)`,
  },
]
