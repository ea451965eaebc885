import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import { addDays } from '../../../kernel/dates.ts'
import type { Naming } from '../../../kernel/names-in-time.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { Day, OrganisationId } from '../../../kernel/types.ts'
import { type OrganisationDetails, type OrganisationNames, organisationNames } from '../model.ts'
import { formerNames } from '../name-queries.ts'
import { lastDayOfName } from '../naming-rules.ts'
import { organisationChanged } from '../ports.ts'
import { checkOrganisation } from '../rules.ts'

/** Corrects what is written of an organisation, or gives it a new name from a day on. Its kind is changed only by those who keep the register. */
export function changeOrganisation(
  ctx: Acting,
  input: { id: OrganisationId; version: number; details: OrganisationDetails; naming: Naming },
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

    const named = organisationNames.some((name) => details[name] !== before[name])
    const until = lastDayOfName({
      ...{ ...input.naming, changed: named, today: ctx.today },
      formerUntil: (await formerNames(tx, ctx, id)).at(-1)?.until ?? null,
    })
    if (!until.ok) return until

    const changed = (Object.keys(details) as (keyof OrganisationDetails)[]).filter((name) => details[name] !== before[name])
    if (changed.length === 0) return ok(id)
    await tx
      .updateTable('organisations')
      .set({ ...details, editVersion: version + 1 })
      .where((is) => is.and({ territoryId: ctx.territory.id, id }))
      .execute()
    if (until.value !== null) await keepFormerName(tx, ctx, id, before, until.value)
    for (const hear of organisationChanged.parts()) await hear(tx, ctx, id)
    const names = { name: details.fullName, before: before.fullName }
    const corrected = until.value === null ? changed : changed.filter((name) => !isName(name))
    const facts: Fact[] = []
    if (until.value !== null)
      facts.push({ kind: 'organisation.renamed', subjectId: id, facts: { ...names, since: addDays(until.value, 1) } })
    if (corrected.length > 0) facts.push({ kind: 'organisation.changed', subjectId: id, facts: { ...names, fields: corrected } })
    await recordAll(tx, ctx, facts)
    return ok(id)
  })
}

const isName = (field: keyof OrganisationDetails) => organisationNames.some((name) => name === field)

async function keepFormerName(tx: Tx, ctx: Ctx, organisationId: OrganisationId, names: OrganisationNames, endsOn: Day) {
  const { fullName, shortName, documentName } = names
  const row = { territoryId: ctx.territory.id, organisationId, endsOn, fullName, shortName, documentName }
  await tx.insertInto('formerNamesOfOrganisations').values(row).execute()
}

const lockOrganisation = (tx: Tx, ctx: Ctx, id: OrganisationId) =>
  tx
    .selectFrom('organisations')
    .selectAll()
    .where((is) => is.and({ territoryId: ctx.territory.id, id }))
    .forUpdate()
    .executeTakeFirst()
