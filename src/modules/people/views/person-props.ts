import type { Ctx } from '../../../authz/ctx.ts'
import type { Subject } from '../../../authz/policy.ts'
import type { ToldFact } from '../../../history/subject-history.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import type { Person } from '../model.ts'
import type { PersonRecord } from '../queries.ts'

/** What the page of a person is made from. */
export type PersonPageProps = {
  ctx: Ctx
  person: Person
  subject: Subject
  record: PersonRecord
  regulation: Regulation | null
  /** Null when the reader may not see history. */
  history: readonly ToldFact[] | null
}
