import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { record } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import type { OrderId } from '../../../kernel/types.ts'
import { orderMachine } from '../machine.ts'
import type { Office } from '../model.ts'
import { savePoints } from '../store.ts'
import type { Drafted } from '../templates.ts'
import { wordPoints } from '../word-points.ts'

/** Writes a draft down for an office, in the caller's transaction. The person who starts it has prepared it. */
export async function writeDraft(tx: Tx, ctx: Ctx, office: Office, templateCode: string, drafted: Drafted): Promise<OrderId> {
  const id = newId<OrderId>()
  await tx
    .insertInto('orders')
    .values({
      territoryId: ctx.territory.id,
      id,
      issuerId: office.issuerId,
      kind: office.actKind,
      state: orderMachine.initial,
      title: drafted.title,
      preamble: drafted.preamble,
      enactingWord: office.enactingWord,
      place: office.place,
      signatoryId: office.signatoryId,
      signatoryPost: office.signatoryPost,
      controllerId: office.signatoryId,
      preparedBy: ctx.actor.personId,
      acquaintance: drafted.acquaintance,
      publishOnSigning: drafted.publishOnSigning,
      templateCode,
      appendices: JSON.stringify(drafted.appendices),
      createdAt: ctx.now,
    })
    .execute()
  const order = { id, issuerId: office.issuerId, kind: office.actKind }
  await savePoints(tx, ctx, id, await wordPoints(tx, ctx, order, drafted))
  await record(tx, ctx, { kind: 'order.drafted', subjectId: id, facts: { template: templateCode, title: drafted.title } })
  return id
}
