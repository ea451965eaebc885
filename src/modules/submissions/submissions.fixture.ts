import { sql } from 'kysely'
import type { ApplyingTerritory } from '../../../test/factories/applications.ts'
import { applicationNow } from '../../../test/factories/submissions.ts'
import { inScope } from '../../../test/factory.ts'
import type { Result } from '../../kernel/result.ts'
import type { ApplicationId, OrderId, PersonId } from '../../kernel/types.ts'
import { findOrder } from '../orders/queries.ts'

export const rulesOf = (result: Result<unknown>): string[] => {
  if (result.ok) return []
  const { refusal } = result
  return refusal.code === 'rule' ? [refusal.rule, ...(refusal.also ?? []).map(({ rule }) => rule)] : [refusal.code]
}
export const rows = <Row>(there: ApplyingTerritory, query: ReturnType<typeof sql<Row>>) =>
  inScope(there.db, there.territory.id, async (tx) => (await query.execute(tx)).rows)
export const statesOf = async (there: ApplyingTerritory, ids: readonly ApplicationId[]) =>
  Promise.all(ids.map(async (id) => (await applicationNow(there, id)).state))
export const noticesOf = (there: ApplyingTerritory, kind: string) =>
  rows<{ personId: PersonId; subjectId: string; params: Record<string, unknown> }>(
    there,
    sql`select person_id, subject_id, params from notices where kind = ${kind} order by subject_id, person_id`,
  )
export const orderOf = async (there: ApplyingTerritory, id: OrderId) => {
  const ctx = await there.as('official')
  return (await inScope(there.db, there.territory.id, (tx) => findOrder(tx, ctx, id)))!
}
