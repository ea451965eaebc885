import type { FreshDatabase } from '../../../test/database.ts'
import type { ApplyingTerritory } from '../../../test/factories/applications.ts'
import { inScope } from '../../../test/factory.ts'
import { allRules, type Result } from '../../kernel/result.ts'
import type { ApplicationId } from '../../kernel/types.ts'
import { applicationById } from './queries.ts'

/** The rules a refusal names. */
export const rules = (result: Result<unknown>) => (result.ok ? [] : allRules(result.refusal).map(({ rule }) => rule))
export const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code)

/** What a database holds of an application, and whom it has told of it. */
export const lookingAt = (base: Pick<FreshDatabase, 'db' | 'adminPool'>) => ({
  stored: (there: ApplyingTerritory, id: ApplicationId) =>
    inScope(base.db, there.territory.id, async (tx) => (await applicationById(tx, there, id))!),
  noticesOf: async (there: ApplyingTerritory, id: ApplicationId, kind: string) => {
    const { rows } = await base.adminPool.query<{ person: string }>(
      'select person_id as person from notices where territory_id = $1 and subject_id = $2 and kind = $3',
      [there.territory.id, id, kind],
    )
    return rows.map(({ person }) => person)
  },
})
