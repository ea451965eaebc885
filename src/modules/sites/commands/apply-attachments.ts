import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import { inBatches } from '../../../db/in-batches.ts'
import type { Tx } from '../../../db/pool.ts'
import type { Fact } from '../../../history/facts.ts'
import { newId } from '../../../kernel/ids.ts'
import type { OrganisationId } from '../../../kernel/types.ts'
import type { Attaching, Detaching } from '../model.ts'
import { organisationNames } from './names.ts'

/** Attaches schools to sites: all attachments of an order at once. (L-A2) */
export async function applyAttachments(tx: Tx, ctx: Ctx, list: readonly Attaching[]): Promise<Fact[]> {
  const rows = list.flatMap(({ siteId, organisationIds, from, to, orderId, pointNumber }) =>
    organisationIds.map((organisationId) => ({
      territoryId: ctx.territory.id,
      id: newId(),
      siteId,
      organisationId,
      startsOn: from,
      endsOn: to,
      grantedUntil: to,
      orderId,
      pointNumber,
    })),
  )
  await inBatches(rows, (batch) => tx.insertInto('attachments').values(batch).execute())
  const names = await organisationNames(
    tx,
    ctx,
    rows.map((row) => row.organisationId),
  )
  return rows.map((row) => ({
    kind: 'organisation.attached',
    subjectId: row.organisationId,
    siteId: row.siteId,
    facts: {
      orderId: row.orderId,
      pointNumber: row.pointNumber,
      organisation: names(row.organisationId),
      from: row.startsOn,
      to: row.endsOn,
    },
  }))
}

/** Ends attachments that run on the given last day; those that would begin later never begin. */
export async function applyDetachments(tx: Tx, ctx: Ctx, list: readonly Detaching[]): Promise<Fact[]> {
  const facts: Fact[] = []
  for (const one of list) {
    const ended = await detach(tx, ctx, one)
    const names = await organisationNames(tx, ctx, ended)
    for (const organisationId of ended) facts.push(detached(one, organisationId, names(organisationId)))
  }
  return facts
}

async function detach(tx: Tx, ctx: Ctx, { siteId, organisationIds, on, orderId }: Detaching): Promise<OrganisationId[]> {
  const wanted = [...organisationIds]
  const ended = await tx
    .updateTable('attachments')
    .set({ endsOn: on, endedByOrderId: orderId })
    .where((is) => is.and({ territoryId: ctx.territory.id, siteId }))
    .where('organisationId', 'in', wanted)
    .where('startsOn', '<=', on)
    .where(sql<boolean>`(ends_on is null or ends_on > ${on})`)
    .returning('organisationId')
    .execute()
  const dropped = await tx
    .deleteFrom('attachments')
    .where((is) => is.and({ territoryId: ctx.territory.id, siteId }))
    .where('organisationId', 'in', wanted)
    .where('startsOn', '>', on)
    .returning('organisationId')
    .execute()
  return [...ended, ...dropped].map((row) => row.organisationId)
}

const detached = (one: Detaching, organisationId: OrganisationId, name: string): Fact => ({
  kind: 'organisation.detached',
  subjectId: organisationId,
  siteId: one.siteId,
  facts: { orderId: one.orderId, pointNumber: one.pointNumber, organisation: name, on: one.on },
})
