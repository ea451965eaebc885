import type { Ctx } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import type { Programme } from './model.ts'

type Owner = Pick<Programme, 'applicationId' | 'siteId'>
type Where = Pick<Ctx, 'territory'>

/**
 * Whose programme it is: the organisations of its application, its author and those let in to write, and the site once there is one. A site that began
 * without an application has its own organisations.
 */
export async function subjectOf(tx: Tx, { territory }: Where, { applicationId, siteId }: Owner): Promise<Subject> {
  const [organisations, writers] = await Promise.all([
    organisationsOf(tx, territory.id, { applicationId, siteId }),
    applicationId === null ? [] : writersOf(tx, territory.id, applicationId),
  ])
  return { territoryId: territory.id, organisationIds: organisations, personIds: writers, siteId }
}

async function organisationsOf(tx: Tx, territoryId: string, { applicationId, siteId }: Owner): Promise<string[]> {
  const rows =
    siteId === null
      ? await tx
          .selectFrom('applicationOrganisations')
          .select('organisationId')
          .where('territoryId', '=', territoryId)
          .where('applicationId', '=', applicationId)
          .where('state', '<>', 'declined')
          .execute()
      : await tx
          .selectFrom('siteOrganisations')
          .select('organisationId')
          .where('territoryId', '=', territoryId)
          .where('siteId', '=', siteId)
          .execute()
  return rows.map(({ organisationId }) => organisationId)
}

async function writersOf(tx: Tx, territoryId: string, applicationId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('applications')
    .select('createdBy as personId')
    .where('territoryId', '=', territoryId)
    .where('id', '=', applicationId)
    .unionAll((union) =>
      union
        .selectFrom('applicationEditors')
        .select('personId')
        .where('territoryId', '=', territoryId)
        .where('applicationId', '=', applicationId),
    )
    .execute()
  return rows.map(({ personId }) => personId)
}
