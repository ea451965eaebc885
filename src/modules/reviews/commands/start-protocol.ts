import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { operatorsJournal, takeNumber } from '../../../journals/journal.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseAll } from '../../../kernel/result.ts'
import type { ApplicationId, CallId, Day, PersonId } from '../../../kernel/types.ts'
import { callById } from '../../calls/queries.ts'
import { regulationById } from '../../regulation/queries.ts'
import { protocolsOf, strangersIn } from '../protocol-queries.ts'
import { isDecidable, suggestedWords } from '../protocol-rules.ts'
import { summaryOf } from '../queries.ts'

type StartInput = {
  readonly callId: CallId
  readonly heldOn: Day
  readonly place: string | null
  readonly chairId: PersonId
  readonly secretaryId: PersonId
}

/** Begins the protocol of a meeting: applications whose reviews are over and that no signed protocol decides about, with words from the figures. */
export function startProtocol(ctx: Acting, input: StartInput): Promise<Result<string>> {
  const { callId, heldOn, place, chairId, secretaryId } = input
  return transact(ctx, async (tx) => {
    const locked = await tx
      .selectFrom('calls')
      .select('id')
      .where((is) => is.and({ territoryId: ctx.territory.id, id: callId }))
      .forUpdate()
      .executeTakeFirst()
    const call = locked && (await callById(tx, ctx, callId))
    const regulation = call && (await regulationById(tx, ctx.territory.id, call.regulationId, ctx.today))
    if (!call || !regulation) return refuse({ code: 'notFound' })
    if (!may(ctx, 'review.protocol')) return refuse({ code: 'forbidden', permission: 'review.protocol' })

    const strangers = await strangersIn(tx, ctx, { heldOn, chairId, secretaryId, memberIds: [] })
    if (strangers.length > 0) return refuseAll(strangers)
    const earlier = await protocolsOf(tx, ctx, callId)
    const decided = new Set<ApplicationId>(
      earlier.flatMap(({ snapshot }) => (snapshot?.rows ?? []).map(({ applicationId }) => applicationId)),
    )
    const { rows } = await summaryOf(tx, ctx, call)
    const open = rows.filter((row) => isDecidable(row) && !decided.has(row.applicationId))
    const members = [
      ...new Set(open.flatMap(({ reviews }) => reviews.filter(({ state }) => state === 'sent').map(({ expertId }) => expertId))),
    ]
    const id = newId()
    const journal = operatorsJournal(ctx, 'protocol')
    const number = await takeNumber(tx, ctx, journal)
    await tx
      .insertInto('reviewProtocols')
      .values({
        territoryId: ctx.territory.id,
        id,
        callId,
        number,
        numberYear: journal.year,
        heldOn,
        place,
        chairId: chairId,
        secretaryId: secretaryId,
        members: JSON.stringify(members),
        decisions: JSON.stringify(
          open.map(({ applicationId, figures }) => ({
            applicationId,
            words: suggestedWords(figures, regulation.regulation.siteWords),
          })),
        ),
        createdBy: ctx.actor.personId,
        createdAt: ctx.now,
      })
      .execute()
    await record(tx, ctx, { kind: 'protocol.started', subjectId: id, facts: { number, on: heldOn } })
    return ok(id)
  })
}
