import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import { addDays } from '../../../kernel/dates.ts'
import type { Naming } from '../../../kernel/names-in-time.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { Day, OrganisationId } from '../../../kernel/types.ts'
import { isKind } from '../../../regulation/dictionary.ts'
import { organisationsAlike } from '../likeness-queries.ts'
import { type OrganisationDetails, type OrganisationNames, organisationNames } from '../model.ts'
import { formerNames } from '../name-queries.ts'
import { lastDayOfName, movedLastDay, renamedOn } from '../naming-rules.ts'
import { organisationChanged } from '../ports.ts'
import { checkOrganisation } from '../rules.ts'

/**
 * Corrects what is written of an organisation, or gives it a new name from a day on, or puts that day right. Its kind is changed only by those
 * who keep the register. A name that becomes like another one's is asked about: `another` says that it is another organisation.
 */
export function changeOrganisation(
  ctx: Acting,
  input: { id: OrganisationId; version: number; details: OrganisationDetails; naming: Naming; another?: boolean },
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
    if (details.kind !== before.kind && !isKind(ctx.territory, 'organisation', details.kind))
      return refuseRule('organisation.unknownKind', { field: 'kind' })
    const checked = checkOrganisation(details)
    if (!checked.ok) return checked

    const named = organisationNames.some((name) => details[name] !== before[name])
    const former = (await formerNames(tx, ctx, id)).map((one) => one.until)
    const asked = { ...input.naming, today: ctx.today }
    const until = lastDayOfName({ ...asked, changed: named, formerUntil: former.at(-1) ?? null })
    if (!until.ok) return until
    const moved = movedLastDay({ ...asked, former })
    if (!moved.ok) return moved
    if (named && !input.another) {
      const alike = (await organisationsAlike(tx, ctx, details)).filter((one) => one.id !== id)
      if (alike.length > 0)
        return refuseRule('organisation.alike', {
          field: 'another',
          params: { like: alike.map(({ label }) => label).join('; ') },
        })
    }

    const changed = (Object.keys(details) as (keyof OrganisationDetails)[]).filter((name) => details[name] !== before[name])
    if (changed.length === 0 && moved.value === null) return ok(id)
    await tx
      .updateTable('organisations')
      .set({ ...details, editVersion: version + 1 })
      .where((is) => is.and({ territoryId: ctx.territory.id, id }))
      .execute()
    if (until.value !== null) await keepFormerName(tx, ctx, id, before, until.value)
    if (moved.value !== null) await moveFormerName(tx, ctx, id, moved.value)
    for (const hear of organisationChanged.parts()) await hear(tx, ctx, id)
    const names = { name: details.fullName, before: before.fullName }
    const corrected = until.value === null ? changed : changed.filter((name) => !isName(name))
    const facts: Fact[] = []
    if (until.value !== null)
      facts.push({ kind: 'organisation.renamed', subjectId: id, facts: { ...names, since: addDays(until.value, 1) } })
    if (moved.value !== null)
      facts.push({ kind: 'organisation.renamedOn', subjectId: id, facts: { name: names.name, ...renamedOn(moved.value) } })
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

async function moveFormerName(tx: Tx, ctx: Ctx, organisationId: OrganisationId, { from, to }: { from: Day; to: Day }) {
  await tx
    .updateTable('formerNamesOfOrganisations')
    .set({ endsOn: to })
    .where((is) => is.and({ territoryId: ctx.territory.id, organisationId, endsOn: from }))
    .execute()
}

const lockOrganisation = (tx: Tx, ctx: Ctx, id: OrganisationId) =>
  tx
    .selectFrom('organisations')
    .selectAll()
    .where((is) => is.and({ territoryId: ctx.territory.id, id }))
    .forUpdate()
    .executeTakeFirst()
