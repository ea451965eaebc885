import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { move } from '../../kernel/machine.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { ContractId, Day, OrganisationId, PersonId, SiteId } from '../../kernel/types.ts'
import { type StandingSite, standingSite } from '../sites/standing-queries.ts'
import { type ContractAction, type ContractState, machine } from './machine.ts'
import type { Contract, ContractSignature } from './model.ts'

type Where = Pick<Ctx, 'territory' | 'today'>

/** A contract with its site. */
export type OpenContract = { readonly contract: Contract; readonly site: StandingSite }

/** The contract for reading; null when the territory has no such contract. */
export const openContract = (tx: Tx, ctx: Where, id: string): Promise<OpenContract | null> => load(tx, ctx, id, false)

/** The contract locked until the end of the transaction: whoever comes second sees what the first has done. */
export const lockContract = (tx: Tx, ctx: Where, id: string): Promise<OpenContract | null> => load(tx, ctx, id, true)

async function load(tx: Tx, ctx: Where, id: string, lock: boolean): Promise<OpenContract | null> {
  const row = await tx
    .selectFrom('contracts')
    .selectAll()
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  const site = row && (await standingSite(tx, ctx, row.siteId))
  if (!row || !site) return null
  const file =
    row.fileId === null
      ? undefined
      : await tx
          .selectFrom('files')
          .select(['id', 'name', 'size'])
          .where('territoryId', '=', ctx.territory.id)
          .where('id', '=', row.fileId)
          .executeTakeFirst()
  return { contract: asContract(row, file ?? null), site }
}

type Row = Awaited<ReturnType<typeof anyRow>>
const anyRow = (tx: Tx) => tx.selectFrom('contracts').selectAll().executeTakeFirstOrThrow()

const signed = (by: string | null, on: Day | null): ContractSignature | null =>
  by === null || on === null ? null : { by: by as PersonId, on }

const asContract = (row: Row, file: Contract['file']): Contract => ({
  id: row.id as ContractId,
  siteId: row.siteId as SiteId,
  operatorId: row.operatorOrganisationId as OrganisationId,
  number: row.number,
  subject: row.subject,
  terms: row.terms,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  state: row.state as ContractState,
  signatures: {
    site: signed(row.siteSignedBy, row.siteSignedOn),
    operator: signed(row.operatorSignedBy, row.operatorSignedOn),
  },
  file,
  endedOn: row.endedOn,
  endReason: row.endReason,
  createdBy: row.createdBy as PersonId,
  createdAt: row.createdAt,
  version: row.editVersion,
})

type Changes = Partial<{
  siteSignedBy: string | null
  siteSignedOn: Day | null
  operatorSignedBy: string | null
  operatorSignedOn: Day | null
  fileId: string | null
  endedOn: Day
  endReason: string
}>

/** The only way to a new state of a locked contract. */
export async function moveContract(
  tx: Tx,
  ctx: Where,
  contract: Contract,
  action: ContractAction,
  set: Changes = {},
): Promise<Result<ContractState>> {
  const next = move(machine, contract.state, action)
  if (!next.ok) return next
  await tx
    .updateTable('contracts')
    .set({ ...set, state: next.value, editVersion: contract.version + 1 })
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', contract.id)
    .execute()
  return ok(next.value)
}
