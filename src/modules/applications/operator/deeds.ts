import { z } from 'zod'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { largeFiles } from '../../../files/check.ts'
import { storeFiles } from '../../../files/store.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import type { About } from '../../../kit/deed-types.ts'
import { area, files, inAddress, optionalDay, unseenIn, type ValueOf } from '../../../kit/form/fields.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { hasStep, whoGrants } from '../../../regulation/status/questions.ts'
import { chosenIds, optionalText, text } from '../../../web/fields.ts'
import { unfixVersion } from '../../programmes/commands/fix-version.ts'
import { applicantsOfOne } from '../applicant-queries.ts'
import { type ApplicationCase, applications } from '../case.ts'
import { type Application, numberOf } from '../model.ts'
import { paths } from '../paths.ts'
import { tellLeft } from '../ports.ts'
import { checkedApplication, sheetOfRound } from './check-queries.ts'
import { type CheckDecision, type CheckOutcome, checklistOf, decideCheck } from './checklist-rules.ts'
import type { Remark } from './model.ts'
import { requestsOf } from './queries.ts'
import { checkAnswerDay, placeName, type RemarkPlace, remarkPlaces } from './rules.ts'

type Written = Pick<Remark, 'section' | 'text'>

const verdict = z.object({
  code: text('строку', 80),
  passed: z.preprocess((value) => (value === 'yes' ? true : value === 'no' ? false : null), z.boolean().nullable()),
  remark: z.preprocess((value) => value ?? '', optionalText('замечание', 2000)).transform((value) => value ?? ''),
})

/** A verdict of every line, which earlier remarks were put right, and a note of the office. */
const check = unseenIn({
  items: z.array(verdict, { error: 'Ответьте по каждой строке' }).max(200, 'Слишком много строк'),
  settled: chosenIds('замечания'),
  note: optionalText('примечание', 2000),
})
type Checking = About<ApplicationCase, ValueOf<typeof check>>

/** Only what waits for the check is checked: what came further is returned by a deed of its own. */
const awaitsCheck = ({ one: { state } }: ApplicationCase) =>
  state === 'submitted' ? ok(null) : refuse({ code: 'illegalMove', from: state, action: 'check' })

/** Decides the check and writes down every verdict, and which of the earlier remarks have been put right. */
async function decided(tx: Tx, given: Checking, intent: CheckDecision['intent']) {
  const { ctx, one, input } = given
  const checked = await checkedApplication(tx, ctx, given)
  const { settled, note } = input
  const outcome = decideCheck(checklistOf(checked), checked.open, { intent, verdicts: input.items, settled })
  if (!outcome.ok) return outcome
  await tx
    .insertInto('applicationChecks')
    .values({
      territoryId: ctx.territory.id,
      id: newId(),
      applicationId: one.id,
      round: one.round,
      outcome: intent === 'admit' ? 'passed' : 'returned',
      items: JSON.stringify(outcome.value.items),
      note,
      checkedBy: ctx.actor.personId,
      checkedAt: ctx.now,
    })
    .execute()
  const mended = checked.open.filter((remark) => !outcome.value.unsettled.includes(remark))
  await settleRemarks(
    tx,
    ctx,
    one,
    mended.map(({ id }) => id),
  )
  return ok({ outcome: outcome.value, checked })
}

/** The technical check admits it. Before that nobody reads the content. (R-33, C-31, C-41) */
export const admitApplication = deed(applications, 'admit', {
  at: paths.applicationChecks,
  permits: 'application.check',
  form: check,
  lacks: awaitsCheck,
  also: (tx, given) => decided(tx, given, 'admit'),
  tell: async ({ ctx, one, regulation }, tx) => ({
    kind: 'application.admitted',
    to: await applicantsOfOne(tx, ctx, one.id),
    params: { number: numberOf(one), theme: one.theme, next: nextStep(regulation) },
  }),
  fact: ({ one: { number, round }, input: { note } }) => ({ kind: 'application.admitted', facts: { number, round, note } }),
  done: 'Заявка допущена',
})

/** What follows the check here, in words for the applicant. */
function nextStep(regulation: Regulation): string {
  if (hasStep(regulation, 'expertReview')) return 'Дальше заявку читают эксперты'
  if (hasStep(regulation, 'submission')) return 'Дальше её представят тому, кто решает'
  return `Дальше решение: ${whoGrants(regulation).value.act} о статусе`
}

type SentBack = { readonly remarks: readonly Written[]; readonly places: readonly RemarkPlace[]; readonly reviews: number }
type GivenBack = ApplicationCase & { readonly ctx: Ctx; readonly made: SentBack }

/** What every return does: remarks at the items, the programme open again, the applicants told. */
const sendingBack = {
  async tell({ made: { remarks, places }, ctx, one }: GivenBack, tx: Tx) {
    const { section, text: said } = remarks[0]!
    const first = `${placeName(places, section)}: ${said}`
    const params = { number: numberOf(one), theme: one.theme, remarks: remarks.length, first }
    return { kind: 'application.returned' as const, to: await applicantsOfOne(tx, ctx, one.id), params }
  },
  fact: ({ one: { number, round }, made: { remarks, reviews } }: GivenBack) => ({
    kind: 'application.returned' as const,
    facts: { number, round, remarks: remarks.length, reviews },
  }),
}

async function sendBack(tx: Tx, ctx: Ctx, app: Application, given: SentBack): Promise<Result<SentBack>> {
  await storeRemarks(tx, ctx, app, given.remarks)
  const programme = await unfixVersion(tx, ctx, app.id, 'заявка возвращена на доработку')
  return programme.ok ? ok(given) : programme
}

/** The technical check returns it with a list, by the other button of the same form. */
export const returnByCheck = deed(applications, 'return', {
  at: paths.applicationChecks,
  permits: 'application.check',
  form: check,
  lacks: awaitsCheck,
  async also(tx: Tx, given: Checking): Promise<Result<SentBack>> {
    const found = await decided(tx, given, 'return')
    if (!found.ok) return found
    const { outcome, checked } = found.value
    const places = remarkPlaces(checked.regulation, checked.view)
    return sendBack(tx, given.ctx, given.one, { remarks: remarksOfCheck(outcome), places, reviews: 0 })
  },
  ...sendingBack,
  done: 'Заявка возвращена с замечаниями',
})

/**
 * What does not pass becomes a remark, with the name of its line where the section has several; earlier ones that were not put right are made
 * again at the new round.
 */
function remarksOfCheck({ items, unsettled }: CheckOutcome): Written[] {
  const isOneOfSeveral = (section: string) => items.filter((item) => item.section === section).length > 1
  return [
    ...items
      .filter(({ passed }) => !passed)
      .map(({ section, title, remark }) => ({ section, text: isOneOfSeveral(section) ? `${title}. ${remark}` : remark })),
    ...unsettled.map(({ section, text: said }) => ({ section, text: said })),
  ]
}

/** Remarks at places of the application; a place left empty has none. */
const remarks = z
  .array(z.object({ section: text('место', 120), text: optionalText('замечание', 4000) }), { error: 'Напишите замечания' })
  .max(200, 'Слишком много замечаний')
  .transform((rows) => rows.flatMap(({ section, text: said }): Written[] => (said === null ? [] : [{ section, text: said }])))

const returning = unseenIn({ remarks })

/** Returns an application for revision, with remarks at its items, from any state before it is proposed. Reviews under way are closed. */
export const returnApplication = deed(applications, 'return', {
  at: paths.applicationReturns,
  permits: 'application.return',
  form: returning,
  async also(
    tx: Tx,
    { ctx, one, regulation, input }: About<ApplicationCase, ValueOf<typeof returning>>,
  ): Promise<Result<SentBack>> {
    const places = remarkPlaces(regulation, await sheetOfRound(tx, ctx, one))
    const known = new Set(places.map(({ section }) => section))
    if (input.remarks.length === 0) return refuseRule('return.needsRemark')
    if (input.remarks.some(({ section }) => !known.has(section))) return refuseRule('return.unknownPlace')
    const reviews = await tellLeft(tx, ctx, one.id, 'returned')
    return sendBack(tx, ctx, one, { remarks: input.remarks, places, reviews })
  },
  ...sendingBack,
  done: 'Заявка возвращена на доработку',
})

/** Writes remarks at the items of the round that lies with the operator. */
async function storeRemarks(tx: Tx, ctx: Ctx, app: Application, written: readonly Written[]): Promise<void> {
  const made = { applicationId: app.id, round: app.round, madeBy: ctx.actor.personId, madeAt: ctx.now }
  const rows = written.map((remark) => ({ territoryId: ctx.territory.id, id: newId(), ...made, ...remark }))
  await tx.insertInto('applicationRemarks').values(rows).execute()
}

/** Marks earlier remarks as put right. */
async function settleRemarks(tx: Tx, ctx: Ctx, app: Application, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('applicationRemarks')
    .set({ settledAt: ctx.now, settledBy: ctx.actor.personId })
    .where((is) => is.and({ territoryId: ctx.territory.id, applicationId: app.id }))
    .where('id', 'in', [...ids])
    .where('settledAt', 'is', null)
    .execute()
}

const toRequests =
  (notice: string) =>
  ({ params }: { params: unknown }) => ({
    to: paths.applicationRequests(params as { territory: string; application: string }),
    notice,
  })

/** Asks the applicants for more information, beside the course of the case: its state stays what it is. */
export const askInformation = deed(applications, 'ask', {
  at: paths.applicationRequests,
  permits: 'application.ask',
  beside: true,
  elsewhere: { rule: 'information.notNow' },
  form: {
    question: area('Что нужно узнать или прислать', { what: 'вопрос', most: 2000, rows: 4 }),
    dueOn: optionalDay('Ответить до', { what: 'срок ответа', hint: 'Можно не ставить' }),
  },
  rule: ({ input, ctx }) => checkAnswerDay(input.dueOn, ctx.today),
  async also(tx, { ctx, one, input }) {
    const id = newId()
    const row = { territoryId: ctx.territory.id, id, applicationId: one.id, ...input }
    await tx
      .insertInto('informationRequests')
      .values({ ...row, askedBy: ctx.actor.personId, askedAt: ctx.now })
      .execute()
    return ok(id)
  },
  tell: async ({ made, ctx, one, input }, tx) => ({
    kind: 'information.asked',
    subjectId: made,
    to: await applicantsOfOne(tx, ctx, one.id),
    params: { applicationId: one.id, number: numberOf(one), ...input },
  }),
  fact: ({ input }) => ({ kind: 'application.asked', facts: input }),
  done: toRequests('Запрос отправлен'),
  ask: { title: 'Спросить', button: 'Отправить запрос' },
})

/** A question that still waits, of those about this application. */
async function openRequest(tx: Tx, { ctx, one, input }: About<ApplicationCase, { readonly request: string }>) {
  const found = (await requestsOf(tx, ctx, one.id)).find(({ id }) => id === input.request)
  if (!found) return refuse({ code: 'notFound' })
  return found.state === 'asked' ? ok(found) : refuseRule('information.closed')
}

/** Answers a question about an application, with files if need be. An answer is given once and stays. */
export const answerInformation = deed(applications, 'ask', {
  at: paths.applicationAnswer,
  permits: 'application.edit',
  beside: true,
  elsewhere: { rule: 'information.caseIsOver' },
  form: {
    request: inAddress(),
    answer: area('Ответ', { what: 'ответ', most: 8000, rows: 6 }),
    files: files('Файлы', {
      limits: largeFiles,
      hint: 'PDF, DOCX, XLSX, ODT, JPG или PNG, до 100 МБ каждый, не больше пяти',
      accept: '.pdf,.docx,.xlsx,.odt,.jpg,.jpeg,.png',
      multiple: true,
    }),
  },
  async also(tx, given) {
    const { ctx, input } = given
    const request = await openRequest(tx, given)
    if (!request.ok) return request
    const { id: requestId } = request.value
    const territoryId = ctx.territory.id
    const stored = await storeFiles(tx, ctx, given.files)
    await tx
      .updateTable('informationRequests')
      .set({ state: 'answered', answer: input.answer, answeredBy: ctx.actor.personId, answeredAt: ctx.now })
      .where((is) => is.and({ territoryId, id: requestId }))
      .execute()
    if (stored.length > 0)
      await tx
        .insertInto('informationRequestFiles')
        .values(stored.map((fileId) => ({ territoryId, requestId, fileId })))
        .execute()
    return request
  },
  tell: ({ made: { id, question, askedBy }, one, input: { answer } }) => ({
    kind: 'information.answered',
    subjectId: id,
    to: [askedBy],
    params: { applicationId: one.id, number: numberOf(one), question, answer },
  }),
  fact: ({ made: { question }, input: { answer } }) => ({ kind: 'application.answered', facts: { question, answer } }),
  done: ({ params }) => ({
    to: paths.applicationAnswer(params as { territory: string; application: string; request: string }),
    notice: 'Ответ отправлен',
  }),
  ask: { title: 'Ответ', button: 'Ответить' },
})

/** Takes back a question that needs no answer any more. */
export const withdrawRequest = deed(applications, null, {
  at: paths.applicationRequestWithdrawal,
  permits: 'application.ask',
  form: { request: inAddress() },
  async also(tx, given) {
    const request = await openRequest(tx, given)
    if (!request.ok) return request
    await tx
      .updateTable('informationRequests')
      .set({ state: 'withdrawn' })
      .where((is) => is.and({ territoryId: given.ctx.territory.id, id: request.value.id }))
      .execute()
    return request
  },
  tell: async ({ made: { id, question }, ctx, one }, tx) => ({
    kind: 'information.withdrawn',
    subjectId: id,
    to: await applicantsOfOne(tx, ctx, one.id),
    params: { applicationId: one.id, number: numberOf(one), question },
  }),
  fact: ({ made: { question } }) => ({ kind: 'application.askingWithdrawn', facts: { question } }),
  done: toRequests('Запрос отозван'),
  ask: { button: 'Отозвать запрос', kind: 'secondary' },
})
