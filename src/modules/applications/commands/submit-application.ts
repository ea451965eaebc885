import { createHash } from 'node:crypto'
import type { Acting, Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { canonical } from '../../../history/chain.ts'
import { record } from '../../../history/record.ts'
import { operatorsJournal, takeNumber } from '../../../journals/journal.ts'
import { ok, type Result, refuse, refuseAll } from '../../../kernel/result.ts'
import type { ApplicationId, ProgrammeVersionId } from '../../../kernel/types.ts'
import { tell, tellAll } from '../../../notices/tell.ts'
import { lockCall } from '../../calls/commands/lock-call.ts'
import { mayReceive } from '../../calls/rules.ts'
import { fixVersion } from '../../programmes/commands/fix-version.ts'
import type { Application, ApplicationView } from '../model.ts'
import { headsOfOrganisations, operatorsOf } from '../recipients.ts'
import { missingForSubmission, taking } from '../rules.ts'
import { editorsOf } from '../store.ts'
import { unsentOf } from '../unsent.ts'
import { type OpenApplication, opened } from '../view-queries.ts'
import { momentOf } from '../wording.ts'
import { lockForSending } from './edit-section.ts'
import { moveApplication } from './move-application.ts'

/**
 * Sends an application: in time, whole, with its programme fixed and a snapshot of it kept as it was shown. After a return it is sent again,
 * under the same number and whatever the hour of the call. (R-33, R-34, R-A1)
 */
export function submitApplication(
  ctx: Acting,
  input: { applicationId: ApplicationId; version: number },
): Promise<Result<{ number: number }>> {
  return transact(ctx, async (tx) => {
    const sending = await lockForSending(tx, ctx, input.applicationId)
    if (!sending.ok) return sending
    const { app } = sending.value
    if (app.state !== 'draft' && app.state !== 'returned')
      return refuse({ code: 'illegalMove', from: app.state, action: 'submit' })
    if (app.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    const inTime = await isInTime(tx, ctx, app)
    if (!inTime.ok) return inTime
    const open = await opened(tx, ctx, app)
    const missing = missingForSubmission(await unsentOf(tx, ctx, open))
    if (missing.length > 0) return refuseAll(missing)

    const fixed = await fixVersion(tx, ctx, app.id)
    if (!fixed.ok) return fixed
    const journal = operatorsJournal(ctx, 'application')
    const number = app.number ?? (await takeNumber(tx, ctx, journal))
    const round = app.round + 1
    const moved = await moveApplication(tx, ctx, app, 'submit', {
      ...(app.number === null && { number, numberYear: journal.year }),
      round,
      submittedBy: ctx.actor.personId,
      submittedAt: ctx.now,
    })
    if (!moved.ok) return moved
    await keepRound(tx, ctx, app, { round, view: open.view, programmeVersionId: fixed.value })
    await tellOfSubmission(tx, ctx, open, { number, round })
    await record(tx, ctx, { kind: 'application.submitted', subjectId: app.id, facts: { number, round, theme: app.theme } })
    return ok({ number })
  })
}

/** The first submission has to come while the call receives; a revised one comes when it is ready. */
async function isInTime(tx: Tx, ctx: Ctx, { callId, state }: Application): Promise<Result<null>> {
  const call = callId !== null && state === 'draft' ? await lockCall(tx, ctx, callId) : null
  return call ? mayReceive(call, ctx.now) : ok(null)
}

/** Keeps what was sent, with its hash. */
async function keepRound(
  tx: Tx,
  ctx: Ctx,
  app: Application,
  { round, view, programmeVersionId }: { round: number; view: ApplicationView; programmeVersionId: ProgrammeVersionId | null },
): Promise<void> {
  await tx
    .insertInto('applicationRounds')
    .values({
      territoryId: ctx.territory.id,
      applicationId: app.id,
      round,
      snapshot: JSON.stringify(view),
      hash: createHash('sha256').update(canonical(view)).digest(),
      programmeVersionId,
      submittedBy: ctx.actor.personId,
      submittedAt: ctx.now,
    })
    .execute()
}

/** The operator hears what to check; everyone who applies gets a receipt, whoever pressed the button too. */
async function tellOfSubmission(
  tx: Tx,
  ctx: Ctx,
  { app, participants, view }: OpenApplication,
  { number, round }: { number: number; round: number },
): Promise<void> {
  const organisation = participants.find(({ isLead }) => isLead)?.shortName ?? ''
  const params = { number, theme: app.theme, organisation, call: view.callTitle, round }
  const toCheck = await operatorsOf(tx, ctx)
  await tellAll(tx, ctx, toCheck, { kind: 'application.submitted', subjectId: app.id, params })
  const heads = await headsOfOrganisations(
    tx,
    ctx,
    taking(participants).map(({ id }) => id),
  )
  const applicants = new Set([...heads, app.createdBy, ctx.actor.personId, ...(await editorsOf(tx, ctx, app.id))])
  const at = momentOf(ctx.now, ctx.territory.timeZone)
  await tell(
    tx,
    { ...ctx, actor: null },
    [...applicants].map((personId) => ({ personId, kind: 'application.received', subjectId: app.id, params: { ...params, at } })),
  )
}
