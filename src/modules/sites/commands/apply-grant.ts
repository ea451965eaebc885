import type { Ctx } from '../../../authz/ctx.ts'
import { inBatches } from '../../../db/in-batches.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { themeKey } from '../../../kernel/theme-key.ts'
import type { Grant } from '../model.ts'
import { organisationNames } from './names.ts'

/** Gives the statuses of an order, however many, in a few statements. */
export async function applyGrants(tx: Tx, ctx: Ctx, grants: readonly Grant[]): Promise<Fact[]> {
  await inBatches(
    grants.map((grant) => siteRow(ctx, grant)),
    (rows) => tx.insertInto('sites').values(rows).execute(),
  )
  await inBatches(
    grants.flatMap((grant) => organisationRows(ctx, grant)),
    (rows) => tx.insertInto('siteOrganisations').values(rows).execute(),
  )
  const names = await organisationNames(
    tx,
    ctx,
    grants.flatMap((grant) => grant.organisationIds),
  )
  return grants.map((grant) => ({
    kind: 'site.granted',
    subjectId: grant.siteId,
    siteId: grant.siteId,
    facts: {
      orderId: grant.orderId,
      pointNumber: grant.pointNumber,
      organisations: grant.organisationIds.map(names),
      theme: grant.theme,
      from: grant.from,
      to: grant.to,
    },
  }))
}

const siteRow = (ctx: Ctx, grant: Grant) => ({
  territoryId: ctx.territory.id,
  id: grant.siteId,
  theme: grant.theme,
  direction: grant.direction,
  startsOn: grant.from,
  endsOn: grant.to,
  grantedUntil: grant.to,
  regulationId: grant.regulationId,
  orderId: grant.orderId,
  pointNumber: grant.pointNumber,
  createdAt: ctx.now,
})

/** The lead organisation stands first. */
function organisationRows(ctx: Ctx, grant: Grant) {
  const lead = grant.leadOrganisationId
  return [lead, ...grant.organisationIds.filter((id) => id !== lead)].map((organisationId, index) => ({
    territoryId: ctx.territory.id,
    siteId: grant.siteId,
    organisationId,
    isLead: organisationId === lead,
    position: index + 1,
    lineId: grant.lineId,
    themeKey: themeKey(grant.theme),
    startsOn: grant.from,
    endsOn: grant.to,
  }))
}
