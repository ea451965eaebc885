import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { giveBackNumber, operatorsJournal } from '../../journals/journal.ts'
import { no, ok, type Result, type RuleRefusal, refuse, refuseRule } from '../../kernel/result.ts'
import { deed } from '../../kit/deed.ts'
import type { About } from '../../kit/deed-types.ts'
import { area, unseen, unseenIn } from '../../kit/form/fields.ts'
import { reviewRule } from '../../regulation/review/questions.ts'
import { hasStep } from '../../regulation/status/questions.ts'
import { backTo, proposableState } from '../applications/deciding-rules.ts'
import { lockApplication, moveApplication } from '../applications/queries.ts'
import { holdersOf } from '../people/role-queries.ts'
import { type OpenSubmission, submissions } from './case.ts'
import { writeDecision } from './commands/write-decision.ts'
import { items, listForm } from './forms.ts'
import type { Item, Written } from './model.ts'
import { paths } from './paths.ts'
import { applicationLabel, groundOf, problemsOf } from './rules.ts'
import { dropSubmissionRow, saveItems } from './store.ts'

/** Rewrites the list and the letter of a submission that has not been sent, or has come back. */
export const editSubmission = deed(submissions, 'change', {
  at: paths.operatorSubmissionEdit,
  permits: 'submission.edit',
  form: unseenIn(listForm.shape),
  rule: ({ places, others, input }) => [...unknownIn(input.items, places, others), ...problemsOf(input.items)],
  also: async (tx, { ctx, one, input }) => ok(await saveItems(tx, ctx, one.id, input.items.flatMap(asItem))),
  set: ({ input: { text } }) => ({ text }),
  fact: ({ one: { number } }) => ({ kind: 'submission.changed', facts: { number } }),
  done: 'Список и текст сохранены',
})

function unknownIn(
  written: readonly Written[],
  places: OpenSubmission['places'],
  others: OpenSubmission['others'],
): RuleRefusal[] {
  const known = new Set<string>([...places.map(({ applicationId }) => applicationId), ...others.map(({ id }) => id)])
  const ids = written.map(({ applicationId }) => applicationId)
  return ids.flatMap((id, index) => {
    const field = `items.${index}.verdict`
    if (!known.has(id)) return [no('submission.unknownApplication', { field })]
    return ids.indexOf(id) === index ? [] : [no('submission.listedTwice', { field })]
  })
}

const undecided = { decision: null, decisionReason: '' }
const asItem = ({ applicationId, verdict, reason }: Written): Item[] =>
  verdict === 'include' || verdict === 'exclude'
    ? [{ applicationId, proposal: verdict, proposalReason: reason, ...undecided }]
    : []

/** Throws a submission away that nobody is to decide; history keeps that it was there. One that was never sent gives its number back. */
export const dropSubmission = deed(submissions, 'drop', {
  at: paths.operatorSubmissionDrops,
  permits: 'submission.edit',
  also: async (tx, { ctx, one }) => {
    if (one.sentAt === null) await giveBackNumber(tx, ctx, { ...operatorsJournal(ctx, 'submission'), year: one.year }, one.number)
    return ok(await dropSubmissionRow(tx, ctx, one.id))
  },
  idle: () => true,
  fact: ({ one: { number } }) => ({ kind: 'submission.dropped', facts: { number } }),
  done: ({ params: { territory = '' } }) => ({ to: paths.operatorSubmissions({ territory }), notice: 'Представление удалено' }),
})

/** Sends the submission to the authority: its applications are proposed, and whoever decides is told. */
export const sendSubmission = deed(submissions, 'send', {
  at: paths.operatorSubmissionSendings,
  permits: 'submission.edit',
  rule: whatLacks,
  also: async (tx, opened) => {
    const { ctx, one, places } = opened
    const proposed = await propose(tx, ctx, opened)
    if (!proposed.ok) return proposed
    const kept = places.map(({ candidate: _, assessment: __, ...item }) => ({ ...item, ...undecided }))
    await saveItems(tx, ctx, one.id, kept)
    const include = places.filter(({ proposal }) => proposal === 'include').length
    const deciders = await holdersOf(tx, ctx.territory.id, ['official', 'signatory'], ctx.today)
    return ok({ include, exclude: places.length - include, deciders })
  },
  set: ({ ctx }) => ({ sentBy: ctx.actor.personId, sentAt: ctx.now, sentOn: ctx.today, remark: null }),
  tell: ({ one: { number }, call, made: { include, exclude, deciders } }) => ({
    kind: 'submission.awaitsDecision',
    to: deciders.map(({ personId }) => personId),
    params: { number, call: call?.title ?? null, include, exclude },
  }),
  fact: ({ one: { number }, made: { include, exclude } }) => ({ kind: 'submission.sent', facts: { number, include, exclude } }),
  done: 'Представление отправлено: о нём узнали те, кто решает',
})

/** What keeps a list from going on: empty, unreasoned, or no protocol where the regulation has experts. */
function whatLacks({ places, regulation, call, protocols }: OpenSubmission): RuleRefusal[] {
  const needsProtocol = call !== null && hasStep(regulation, 'expertReview') && protocols.length === 0
  const clause = reviewRule(regulation).basis?.clause
  return [
    ...(needsProtocol ? [no('submission.noProtocol', clause ? { clause } : {})] : []),
    ...problemsOf(places.map(({ proposal, proposalReason }) => ({ verdict: proposal, reason: proposalReason }))),
  ]
}

/** Applications in one order, so that two who lock them wait for each other. */
const inOrder = (places: OpenSubmission['places']) => places.map((place) => place.applicationId).sort()

/** Every application of the list is proposed, or none: who has been withdrawn or returned meanwhile has to leave the list first. */
async function propose(tx: Tx, ctx: Ctx, { places, regulation }: OpenSubmission): Promise<Result<null>> {
  for (const applicationId of inOrder(places)) {
    const application = await lockApplication(tx, ctx, applicationId)
    if (!application) return refuse({ code: 'notFound' })
    const label = applicationLabel({ number: application.number ?? 0 })
    if (application.state !== proposableState(regulation)) return refuseRule('submission.notReady', { params: { label } })
    const moved = await moveApplication(tx, ctx, application, 'propose')
    if (!moved.ok) return moved
  }
  return ok(null)
}

/** The authority hands the submission back with a remark; its applications stand again where they stood before it. */
export const returnSubmission = deed(submissions, 'return', {
  at: paths.operatorSubmissionReturns,
  permits: 'submission.decide',
  form: {
    remark: area('Замечание', {
      hint: 'Что исправить: увидит оператор, заявки снова станут готовыми к представлению',
      most: 3000,
      rows: 3,
    }),
  },
  rule: ({ input }) => (input.remark.trim() === '' ? [no('submission.remarkMissing', { field: 'remark' })] : []),
  also: async (tx, { ctx, places, regulation }) => {
    for (const applicationId of inOrder(places)) {
      const application = await lockApplication(tx, ctx, applicationId)
      if (application?.state !== 'proposed') continue
      const back = await moveApplication(tx, ctx, application, backTo[proposableState(regulation)]!)
      if (!back.ok) return back
    }
    return ok(await holdersOf(tx, ctx.territory.id, ['methodist'], ctx.today))
  },
  set: ({ input }) => ({ remark: input.remark.trim() }),
  tell: ({ now, one: { number, preparedBy, sentBy }, call, made: operators }) => ({
    kind: 'submission.returned',
    to: [preparedBy, sentBy, ...operators.map(({ personId }) => personId)],
    params: { number, call: call?.title ?? null, remark: now.remark ?? '' },
  }),
  fact: ({ now: { number, remark } }) => ({ kind: 'submission.returned', facts: { number, remark: remark ?? '' } }),
  done: 'Представление возвращено с замечанием',
  ask: { title: 'Вернуть представление', button: 'Вернуть с замечанием', kind: 'secondary' },
})

/** A place of the list with what was written about it; an application that was withdrawn keeps no choice. */
function chosenAt({ candidate, assessment: _, ...item }: OpenSubmission['places'][number], written: readonly Written[]): Item {
  const found = written.find(({ applicationId }) => applicationId === item.applicationId)
  const verdict = found?.verdict === 'include' || found?.verdict === 'exclude' ? found.verdict : null
  return {
    ...item,
    decision: candidate.state === 'proposed' ? verdict : null,
    decisionReason: found?.reason.trim() ?? '',
  }
}

type Choosing = About<OpenSubmission, { readonly items: readonly Written[] }>

/** Keeps what was chosen, and counts it. */
async function keep(tx: Tx, { ctx, one, places, input }: Choosing) {
  const chosen = places.map((place) => chosenAt(place, input.items))
  await saveItems(tx, ctx, one.id, chosen)
  const count = (verdict: Item['decision']) => chosen.filter(({ decision }) => decision === verdict).length
  return { chosen, include: count('include'), exclude: count('exclude') }
}

const choosing = {
  at: paths.operatorSubmissionDecisions,
  permits: 'submission.decide',
  form: { items: unseen('Решения', items) },
} as const

/** The authority's choice by a submission, kept. It may differ from what was proposed. */
export const chooseApplications = deed(submissions, 'choose', {
  ...choosing,
  also: async (tx, given) => ok(await keep(tx, given)),
  fact: ({ one: { number }, made: { include, exclude } }) => ({ kind: 'submission.chosen', facts: { number, include, exclude } }),
  done: 'Выбор сохранён',
})

/** The choice written down as a draft order: only its signature decides. */
export const draftChoice = deed(submissions, 'draftOrder', {
  ...choosing,
  also: async (tx, given) => {
    const { ctx, one, regulation, protocols, places } = given
    const { chosen, ...counts } = await keep(tx, given)
    const waiting = new Set(places.filter(({ candidate }) => candidate.state === 'proposed').map((place) => place.applicationId))
    const written = chosen.map(({ applicationId, decision, decisionReason: reason }) => ({
      ...{ applicationId, reason },
      verdict: waiting.has(applicationId) ? decision : ('later' as const),
    }))
    const orderId = await writeDecision(tx, ctx, {
      lineId: one.lineId,
      regulation,
      written,
      ground: groundOf(regulation, one, protocols),
    })
    return orderId.ok ? ok({ ...counts, orderId: orderId.value }) : orderId
  },
  set: ({ made: { orderId } }) => ({ orderId }),
  fact: ({ one: { number }, made }) => ({ kind: 'submission.drafted', facts: { number, ...made } }),
  done: ({ made: { orderId }, params: { territory = '' } }) => ({
    to: paths.order({ territory, order: orderId }),
    notice: 'Проект решения составлен: проверьте его и отправьте на подпись',
  }),
})
