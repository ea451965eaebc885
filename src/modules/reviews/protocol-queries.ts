import type { Selectable } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { ReviewProtocols } from '../../db/types.ts'
import type { CallId, PersonId } from '../../kernel/types.ts'
import type { Protocol, ProtocolDecision, ProtocolSnapshot } from './model.ts'

type Where = Pick<Ctx, 'territory'>

/** One protocol; null when the territory has none such. With `lock` it stays as it is until the end of the transaction. */
export async function loadProtocol(tx: Tx, { territory }: Where, id: string, lock = false): Promise<Protocol | null> {
  const row = await tx
    .selectFrom('reviewProtocols')
    .selectAll()
    .where('territoryId', '=', territory.id)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return row ? protocolOf(row) : null
}

/** The protocols of a call, by number. */
export async function protocolsOf(tx: Tx, { territory }: Where, callId: CallId | string): Promise<Protocol[]> {
  const rows = await tx
    .selectFrom('reviewProtocols')
    .selectAll()
    .where('territoryId', '=', territory.id)
    .where('callId', '=', callId)
    .orderBy('number')
    .execute()
  return rows.map(protocolOf)
}

/** The signed protocols of a call, each with its snapshot. */
export async function signedProtocols(
  tx: Tx,
  ctx: Where,
  callId: CallId | string,
): Promise<(Protocol & { snapshot: ProtocolSnapshot })[]> {
  return (await protocolsOf(tx, ctx, callId)).flatMap((protocol) =>
    protocol.snapshot === null ? [] : [{ ...protocol, snapshot: protocol.snapshot }],
  )
}

function protocolOf({ editVersion, members, decisions, snapshot, ...row }: Selectable<ReviewProtocols>): Protocol {
  return {
    ...row,
    callId: row.callId as CallId,
    chairId: row.chairId as PersonId,
    secretaryId: row.secretaryId as PersonId,
    memberIds: members as unknown as PersonId[],
    decisions: decisions as unknown as ProtocolDecision[],
    state: row.state as Protocol['state'],
    snapshot: snapshot as unknown as ProtocolSnapshot | null,
    version: editVersion,
  }
}
