import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { OrganisationId } from '../../../kernel/types.ts'
import type { OrganisationDetails } from '../model.ts'
import { organisationChanged } from '../ports.ts'
import { checkOrganisation } from '../rules.ts'

/** Corrects what is written of an organisation. Its kind is changed only by those who keep the register. */
export function changeOrganisation(
  ctx: Acting,
  input: { id: OrganisationId; version: number; details: OrganisationDetails },
): Promise<Result<OrganisationId>> {
  const { id, version, details } = input
  return transact(ctx, async (tx) => {
    const before = await lockOrganisation(tx, ctx, id)
    if (!before) return refuse({ code: 'notFound' })
    const subject = { territoryId: ctx.territory.id, organisationIds: [id] }
    if (!may(ctx, 'organisation.edit', subject)) return refuse({ code: 'forbidden', permission: 'organisation.edit' })
    if (before.editVersion !== version) return refuse({ code: 'changedMeanwhile' })
    if (details.kind !== before.kind && !may(ctx, 'organisation.register'))
      return refuseRule('organisation.kindByOffice', { field: 'kind' })
    const checked = checkOrganisation(details)
    if (!checked.ok) return checked

    const changed = (Object.keys(details) as (keyof OrganisationDetails)[]).filter((name) => details[name] !== before[name])
    if (changed.length === 0) return ok(id)
    await tx
      .updateTable('organisations')
      .set({ ...details, editVersion: version + 1 })
      .where('territoryId', '=', ctx.territory.id)
      .where('id', '=', id)
      .execute()
    for (const hear of organisationChanged.parts()) await hear(tx, ctx, id)
    await record(tx, ctx, {
      kind: 'organisation.changed',
      subjectId: id,
      facts: { name: details.fullName, before: before.fullName, fields: changed },
    })
    return ok(id)
  })
}

const lockOrganisation = (tx: Tx, ctx: Ctx, id: OrganisationId) =>
  tx
    .selectFrom('organisations')
    .selectAll()
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
