import { sql } from 'kysely'
import { type Invariant, untold } from '../../kit/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    name: 'deficit.closingIsTold',
    says: 'О закрытии дефицита рассказано в истории',
    broken: untold(sql`select id from deficits where state = 'closed'`, 'deficit.closed'),
  },
  {
    name: 'deficit.documentIsOfDiagnosis',
    says: 'Файл документа приложен только к дефициту, отмеченному по диагностике',
    broken: sql`select d.id from deficits d where d.document_file is not null and d.source <> 'diagnosis'`,
  },
]
