import { createHash } from 'node:crypto'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { removeFiles } from '../../../files/store.ts'
import { canonical } from '../../../history/chain.ts'
import { operatorsJournal, takeNumber } from '../../../journals/journal.ts'
import { ok, type Result, refuseAll, refuseRule } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import { draftArea } from '../../../kit/form/fields.ts'
import { tellAll } from '../../../notices/tell.ts'
import { callRule } from '../../../regulation/intake/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { lockCall } from '../../calls/commands/lock-call.ts'
import { mayReceive } from '../../calls/rules.ts'
import { fixVersion } from '../../programmes/commands/fix-version.ts'
import { applications } from '../case.ts'
import { evidenceOf } from '../evidence/queries.ts'
import { type Application, numberOf } from '../model.ts'
import { paths } from '../paths.ts'
import { tellLeft } from '../ports.ts'
import { headsOfOrganisations, operatorsOf } from '../recipients.ts'
import { maySendOn, missingForSubmission, taking } from '../rules.ts'
import { unsentOf } from '../unsent.ts'
import { type OpenApplication, opened } from '../view-queries.ts'
import { momentOf } from '../wording.ts'

/**
 * Sends an application: in time, whole, with its programme fixed and a snapshot of it kept as it was shown. After a return it is sent again,
 * under the same number and whatever the hour of the call. (R-33, R-34, R-A1)
 */
export const submitApplication = deed(applications, 'submit', {
  at: paths.applicationSubmissions,
  permits: 'application.submit',
  async also(tx, given) {
    const { ctx, one } = given
    const open = await opened(tx, ctx, given)
    const inTime = await isInTime(tx, ctx, one, open.regulation)
    if (!inTime.ok) return inTime
    const missing = missingForSubmission(await unsentOf(tx, ctx, open))
    if (missing.length > 0) return refuseAll(missing)
    const fixed = await fixVersion(tx, ctx, one.id)
    if (!fixed.ok) return fixed
    const journal = operatorsJournal(ctx, 'application')
    const number = one.number ?? (await takeNumber(tx, ctx, journal))
    const round = one.round + 1
    await tx
      .insertInto('applicationRounds')
      .values({
        territoryId: ctx.territory.id,
        applicationId: one.id,
        round,
        snapshot: JSON.stringify(open.view),
        hash: createHash('sha256').update(canonical(open.view)).digest(),
        programmeVersionId: fixed.value,
        submittedBy: ctx.actor.personId,
        submittedAt: ctx.now,
      })
      .execute()
    const sent = { ...aboutSent(open), number, round }
    await sendReceipts(tx, ctx, open, sent)
    return ok({ sent, year: one.number === null ? { numberYear: journal.year } : {} })
  },
  set: ({ made: { sent, year }, ctx }) => ({
    number: sent.number,
    ...year,
    round: sent.round,
    submittedBy: ctx.actor.personId,
    submittedAt: ctx.now,
  }),
  tell: async ({ made, ctx }, tx) => ({ kind: 'application.submitted', to: await operatorsOf(tx, ctx), params: made.sent }),
  fact: ({
    made: {
      sent: { number, round, theme },
    },
  }) => ({ kind: 'application.submitted', facts: { number, round, theme } }),
  done: ({ one }) => `Заявка № ${one.number} отправлена`,
})

const aboutSent = ({ app, participants, view }: OpenApplication) => ({
  theme: app.theme,
  organisation: participants.find(({ isLead }) => isLead)?.shortName ?? '',
  call: view.callTitle,
})

/** The first submission has to come while the call receives, or on a day of the paper; a revised one comes when it is ready. */
async function isInTime(tx: Tx, ctx: Ctx, { callId, state }: Application, regulation: Regulation): Promise<Result<null>> {
  if (state !== 'draft') return ok(null)
  const call = callId === null ? null : await lockCall(tx, ctx, callId)
  return call ? mayReceive(call, ctx.now, callRule(regulation).basis?.clause) : maySendOn(regulation, ctx.today)
}

type Sent = ReturnType<typeof aboutSent> & { readonly number: number; readonly round: number }

/** Everyone who applies gets a receipt, whoever pressed the button too. */
async function sendReceipts(tx: Tx, ctx: Ctx, { app, participants, editors }: OpenApplication, sent: Sent): Promise<void> {
  const applying = taking(participants).map(({ id }) => id)
  const people = [...(await headsOfOrganisations(tx, ctx, applying)), app.createdBy, ctx.actor.personId, ...editors]
  const params = { ...sent, at: momentOf(ctx.now, ctx.territory.timeZone) }
  await tellAll(tx, { ...ctx, actor: null }, people, { kind: 'application.received', subjectId: app.id, params })
}

/** Takes a sent application back, with the reason, until it is decided. */
export const withdrawApplication = deed(applications, 'withdraw', {
  at: paths.applicationWithdrawals,
  permits: 'application.submit',
  anyVersion: true,
  form: { reason: draftArea('Почему забираете', { what: 'причину', most: 1000, rows: 2 }) },
  rule: ({ input }) => (input.reason === '' ? refuseRule('application.withdrawalNeedsReason', { field: 'reason' }) : ok(null)),
  also: async (tx, { ctx, one }) => ok(await tellLeft(tx, ctx, one.id, 'withdrawn')),
  set: ({ ctx, input }) => ({ withdrawnAt: ctx.now, withdrawReason: input.reason }),
  tell: async ({ one, participants, input: { reason }, ctx }, tx) => {
    const organisation = participants.find(({ isLead }) => isLead)?.shortName ?? ''
    const params = { number: numberOf(one), theme: one.theme, organisation, call: null, reason }
    return { kind: 'application.withdrawn', to: await operatorsOf(tx, ctx), params }
  },
  fact: ({ one: { number }, input: { reason } }) => ({ kind: 'application.withdrawn', facts: { number, reason } }),
  done: 'Заявка отозвана',
  ask: {
    title: 'Забрать заявку',
    folded: true,
    text: 'Решение по ней приниматься не будет. Вернуть её потом нельзя, можно подать новую.',
    button: 'Забрать заявку',
    kind: 'warning',
  },
})

/** Deletes a draft that was never sent, with everything in it. */
export const deleteDraft = deed(applications, 'remove', {
  at: paths.applicationDeletions,
  permits: 'application.submit',
  beside: true,
  async also(tx, { ctx, one }) {
    const files = [one.protocolFileId, ...(await evidenceOf(tx, ctx, one.id)).map(({ fileId }) => fileId)]
    await tx
      .deleteFrom('applications')
      .where((is) => is.and({ territoryId: ctx.territory.id, id: one.id }))
      .execute()
    await removeFiles(
      tx,
      ctx,
      files.filter((id) => id !== null),
    )
    return ok(null)
  },
  fact: ({ one: { theme } }) => ({ kind: 'application.draftDeleted', facts: { theme } }),
  done: ({ params }) => ({ to: paths.applications(params as { territory: string }), notice: 'Черновик удалён' }),
  ask: {
    title: 'Удалить черновик',
    folded: true,
    text: 'Черновик удалится вместе с программой и приложенными доказательствами.',
    button: 'Удалить черновик',
    kind: 'warning',
  },
})
