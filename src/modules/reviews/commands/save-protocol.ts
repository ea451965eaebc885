import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { fullName } from '../../../kernel/names.ts'
import { ok, type Result, refuse, refuseAll } from '../../../kernel/result.ts'
import type { Call } from '../../calls/model.ts'
import { callById } from '../../calls/queries.ts'
import type { Protocol, ProtocolPerson, ProtocolSnapshot, SummaryRow } from '../model.ts'
import { loadProtocol, meetingPeople, operatorName, strangersIn } from '../protocol-queries.ts'
import { brokenProtocol, missingForSigning, type ProtocolInput, protocolRows } from '../protocol-rules.ts'
import { summaryOf } from '../queries.ts'

type Input = { readonly protocolId: string; readonly version: number } & ProtocolInput

/** Keeps the draft of a protocol. */
export function saveProtocol(ctx: Acting, input: Input): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const opened = await openDraft(tx, ctx, input)
    if (!opened.ok) return opened
    const { protocol, rows } = opened.value
    const broken = brokenProtocol(input, rows)
    if (broken.length > 0) return refuseAll(broken)
    await write(tx, ctx, input, {})
    await record(tx, ctx, {
      kind: 'protocol.changed',
      subjectId: protocol.id,
      facts: { number: protocol.number, on: input.heldOn },
    })
    return ok(null)
  })
}

/** Signs a protocol with what it says now: figures, names and words are kept as they stand and never change. */
export function signProtocol(ctx: Acting, input: Input): Promise<Result<null>> {
  return transact(ctx, async (tx) => {
    const opened = await openDraft(tx, ctx, input)
    if (!opened.ok) return opened
    const { protocol, call, rows } = opened.value
    const missing = missingForSigning(input, rows, ctx.today)
    if (missing.length > 0) return refuseAll(missing)
    const snapshot = await snapshotOf(tx, ctx, { protocol, call, rows, input })
    await write(tx, ctx, input, { state: 'signed', snapshot: JSON.stringify(snapshot), signedAt: ctx.now })
    await record(tx, ctx, {
      kind: 'protocol.signed',
      subjectId: protocol.id,
      facts: { number: protocol.number, on: input.heldOn },
    })
    return ok(null)
  })
}

type Opened = { protocol: Protocol; call: Call; rows: readonly SummaryRow[] }

async function openDraft(tx: Tx, ctx: Ctx, input: Input): Promise<Result<Opened>> {
  const protocol = await loadProtocol(tx, ctx, input.protocolId, true)
  const call = protocol && (await callById(tx, ctx, protocol.callId))
  if (!protocol || !call) return refuse({ code: 'notFound' })
  if (!may(ctx, 'review.protocol')) return refuse({ code: 'forbidden', permission: 'review.protocol' })
  if (protocol.state !== 'draft') return refuse({ code: 'illegalMove', from: protocol.state, action: 'save' })
  if (protocol.version !== input.version) return refuse({ code: 'changedMeanwhile' })
  const strangers = await strangersIn(tx, ctx, input)
  if (strangers.length > 0) return refuseAll(strangers)
  return ok({ protocol, call, rows: (await summaryOf(tx, ctx, call)).rows })
}

async function write(
  tx: Tx,
  ctx: Ctx,
  input: Input,
  more: { state?: 'signed'; snapshot?: string; signedAt?: Date },
): Promise<void> {
  const { heldOn, place, chairId, secretaryId, memberIds, decisions, note } = input
  await tx
    .updateTable('reviewProtocols')
    .set({
      heldOn,
      place,
      chairId,
      secretaryId,
      members: JSON.stringify(memberIds),
      decisions: JSON.stringify(decisions),
      note,
      editVersion: input.version + 1,
      ...more,
    })
    .where((is) => is.and({ territoryId: ctx.territory.id, id: input.protocolId }))
    .execute()
}

/** The protocol as it is on paper, with the posts people held on the day of the meeting. */
export async function snapshotOf(
  tx: Tx,
  ctx: Ctx,
  given: { protocol: Pick<Protocol, 'number'>; call: Call; rows: readonly SummaryRow[]; input: ProtocolInput },
): Promise<ProtocolSnapshot> {
  const { protocol, call, rows, input } = given
  const people = new Map((await meetingPeople(tx, ctx, input.heldOn)).map((person) => [person.id, person]))
  const shown = (id: string): ProtocolPerson => {
    const person = people.get(id as typeof input.chairId)
    return person ? { name: fullName(person), post: person.post } : { name: '', post: '' }
  }
  return {
    callTitle: call.title,
    number: protocol.number,
    heldOn: input.heldOn,
    place: input.place,
    operator: await operatorName(tx, ctx),
    chair: shown(input.chairId),
    secretary: shown(input.secretaryId),
    members: input.memberIds.map(shown),
    note: input.note,
    rows: protocolRows(input.decisions, rows),
  }
}
