import { sql } from 'kysely'
import { type Invariant, untold } from '../../kit/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    name: 'adaptation.introductionIsTold',
    says: 'О внедрении у себя рассказано в истории',
    broken: untold(sql`select id from adaptations where introduced_on is not null`, 'adaptation.introduced'),
  },
]
