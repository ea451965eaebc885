import { operatorsJournal, takeNumber } from '../../../journals/journal.ts'
import { ok, refuseRule } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import { area } from '../../../kit/form/fields.ts'
import { changedOnSubmission } from '../../../regulation/status/questions.ts'
import { holding } from '../../people/role-queries.ts'
import { officeOf, peopleOfSite } from '../../sites/people-queries.ts'
import { statusCases } from '../case.ts'
import { draftOrderOf } from '../commands/draft-order-of.ts'
import { paths } from '../paths.ts'
import { recordOf } from '../record-queries.ts'
import { heardOut, mayDraft, prolongs } from '../rules.ts'

/** Sends the operator's submission about a status to the authority, under the next number of the operator's journal. */
export const submitCase = deed(statusCases, 'propose', {
  at: paths.statusCaseSubmissions,
  permits: 'statusCase.propose',
  form: {
    submissionText: area('Текст представления', {
      what: 'представление',
      hint: 'Площадка, день, основание, доказательства и объяснение встанут в письмо сами',
      most: 10_000,
      rows: 6,
    }),
  },
  begins: ({ one }) => one,
  lacks: ({ one, site, ctx }) =>
    changedOnSubmission(site.regulation, one.kind) ? heardOut(one, ctx.today) : refuseRule('case.nobodyToSubmitTo'),
  also: async (tx, { ctx, one }) => {
    const journal = operatorsJournal(ctx, 'submission')
    const { submissionYear, submissionNumber } = one
    const kept = submissionYear === journal.year ? submissionNumber : null
    return ok({ year: journal.year, number: kept ?? (await takeNumber(tx, ctx, journal)) })
  },
  set: ({ ctx, input: { submissionText }, made: { number, year } }) => ({
    submissionNumber: number,
    submissionYear: year,
    submissionText,
    submittedBy: ctx.actor.personId,
    submittedAt: ctx.now,
    remark: null,
  }),
  tell: ({ one, site }) => ({
    kind: 'statusCase.proposed',
    to: [holding('official', 'signatory')],
    params: { site: site.name, kind: one.kind },
  }),
  fact: ({ one, made: { number, year } }) => ({
    kind: 'statusCase.proposed',
    facts: { case: one.kind, number: `${number}/${year}` },
  }),
  done: 'Представление отправлено',
  ask: { title: 'Представление', button: 'Отправить представление' },
})

/** The authority sends a submission back with what it lacks. */
export const sendBackCase = deed(statusCases, 'sendBack', {
  at: paths.statusCaseReturns,
  permits: 'submission.decide',
  form: { remark: area('Чего не хватает', { what: 'замечание', most: 3000, rows: 3 }) },
  set: ({ input: { remark } }) => ({ remark, submittedAt: null }),
  tell: ({ one, site, input: { remark } }) => ({
    kind: 'statusCase.sentBack',
    to: [one.submittedBy],
    params: { site: site.name, kind: one.kind, remark },
  }),
  fact: ({ one, input: { remark } }) => ({ kind: 'statusCase.sentBack', facts: { case: one.kind, remark } }),
  done: 'Представление возвращено',
  ask: { title: 'Вернуть представление', folded: true, button: 'Вернуть', kind: 'secondary' },
})

/** Writes the draft order that is to decide the case, with everything the case already says. (R-35, C-71) */
export const draftCaseOrder = deed(statusCases, 'draft', {
  at: paths.statusCaseOrders,
  permits: 'statusCase.decide',
  lacks: ({ one, site, ctx }) => mayDraft(site.regulation, one, ctx.today),
  also: async (tx, given) => {
    const { one, site, ctx } = given
    const prolonged = one.kind === 'extension' ? prolongs(site.regulation, await recordOf(tx, ctx, site, one.id)) : ok(null)
    return prolonged.ok ? draftOrderOf(tx, ctx, given) : prolonged
  },
  set: ({ made: { orderId } }) => ({ orderId }),
  fact: ({ one, made: { orderId } }) => ({ kind: 'statusCase.drafted', facts: { case: one.kind, orderId } }),
  done: ({ made: { orderId }, params }) => ({
    to: paths.order({ territory: params.territory!, order: orderId }),
    notice: 'Проект решения составлен: проверьте, что изменится, и отправьте на подпись',
  }),
  ask: {
    title: 'Решить',
    text: 'Проект возьмёт из дела площадку, день и причину. Решение вступит в силу с подписью.',
    button: 'Составить проект решения',
  },
})

/** Ends a case without an order, with a reason: the office does, and whoever asked for it takes their own wish back. */
export const dropCase = deed(statusCases, 'drop', {
  at: paths.statusCaseEndings,
  permits: 'statusCase.start',
  by: ({ one, can }) =>
    one.proposedBy === 'organisation' && can('statusCase.explain') ? 'statusCase.explain' : 'statusCase.decide',
  form: { dropReason: area('Почему', { what: 'причину', most: 2000, rows: 3 }) },
  set: ({ ctx, input: { dropReason } }) => ({ dropReason, closedAt: ctx.now }),
  tell: ({ one, site, input: { dropReason: reason } }) => ({
    kind: 'statusCase.dropped',
    to: [officeOf, peopleOfSite],
    params: { site: site.name, kind: one.kind, reason },
  }),
  fact: ({ one, input: { dropReason: reason } }) => ({ kind: 'statusCase.dropped', facts: { case: one.kind, reason } }),
  done: 'Дело закрыто без решения',
  ask: { title: 'Закрыть дело без решения', folded: true, button: 'Закрыть дело', kind: 'warning' },
})
