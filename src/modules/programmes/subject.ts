import type { Ctx } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import type { OrganisationId, SiteId } from '../../kernel/types.ts'
import type { Programme } from './model.ts'
import { type ApplicationPort, ownerApplication } from './ports.ts'

type Owner = Pick<Programme, 'applicationId' | 'siteId'>
type Where = Pick<Ctx, 'territory' | 'today'>

/** Whom reading a programme is about: everybody of its application, and the organisations and people of its site once there is one. */
export const subjectOf = (tx: Tx, ctx: Where, owner: Owner): Promise<Subject> => asked(tx, ctx, owner, 'subject')

/** Whom writing it is about: until there is a site, organisations that have confirmed their part in the application. */
export const writingSubjectOf = (tx: Tx, ctx: Where, owner: Owner): Promise<Subject> => asked(tx, ctx, owner, 'writingSubject')

async function asked(
  tx: Tx,
  ctx: Where,
  { applicationId, siteId }: Owner,
  which: keyof Pick<ApplicationPort, 'subject' | 'writingSubject'>,
): Promise<Subject> {
  const territoryId = ctx.territory.id
  const applied = applicationId === null ? null : await ownerApplication.only()[which](tx, ctx, applicationId)
  if (siteId === null) return applied ?? { territoryId }
  return { territoryId, organisationIds: await organisationsOf(tx, ctx, siteId), personIds: applied?.personIds ?? [], siteId }
}

async function organisationsOf(tx: Tx, { territory }: Pick<Ctx, 'territory'>, siteId: SiteId): Promise<OrganisationId[]> {
  const rows = await tx
    .selectFrom('siteOrganisations')
    .select('organisationId')
    .where('territoryId', '=', territory.id)
    .where('siteId', '=', siteId)
    .execute()
  return rows.map(({ organisationId }) => organisationId)
}
