import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import type { Fact } from '../../../history/facts.ts'
import { recordAll } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { OrganisationId } from '../../../kernel/types.ts'
import { isKind } from '../../../regulation/dictionary.ts'
import { organisationsAlike } from '../likeness-queries.ts'
import type { OrganisationDetails } from '../model.ts'
import { checkOrganisation } from '../rules.ts'

type NewOrganisation = OrganisationDetails & {
  readonly id?: OrganisationId
  readonly isAuthority?: boolean
  readonly isOperator?: boolean
}

const rowsAtOnce = 1000

/** Stores new organisations, any number at once, inside the caller's transaction. Gives the facts for history, in the same order. */
export async function storeOrganisations(
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'now'>,
  list: readonly NewOrganisation[],
): Promise<Fact[]> {
  const rows = list.map(({ id, isAuthority, isOperator, ...details }) => ({
    ...details,
    territoryId: ctx.territory.id,
    id: id ?? newId<OrganisationId>(),
    isAuthority: isAuthority ?? false,
    isOperator: isOperator ?? false,
    createdAt: ctx.now,
  }))
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx
      .insertInto('organisations')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute()
  return rows.map((row) => ({
    kind: 'organisation.registered',
    subjectId: row.id,
    facts: { name: row.fullName, kind: row.kind },
  }))
}

/** Enters an organisation into the register. `another` is said once more by the one who registers: it is another one, though the name is alike. */
export function registerOrganisation(
  ctx: Acting,
  { details, another }: { details: OrganisationDetails; another: boolean },
): Promise<Result<OrganisationId>> {
  return transact(ctx, async (tx) => {
    if (!may(ctx, 'organisation.register')) return refuse({ code: 'forbidden', permission: 'organisation.register' })
    if (!isKind(ctx.territory, 'organisation', details.kind)) return refuseRule('organisation.unknownKind', { field: 'kind' })
    const checked = checkOrganisation(details)
    if (!checked.ok) return checked

    const alike = another ? [] : await organisationsAlike(tx, ctx, details)
    if (alike.length > 0)
      return refuseRule('organisation.alike', { field: 'another', params: { like: alike.map(({ label }) => label).join('; ') } })

    const id = newId<OrganisationId>()
    await recordAll(tx, ctx, await storeOrganisations(tx, ctx, [{ ...details, id }]))
    return ok(id)
  })
}
