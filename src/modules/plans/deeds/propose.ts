import { newId } from '../../../kernel/ids.ts'
import { ok } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import { area, optionalArea, optionalDay, optionalSelect, period, type ValueOf } from '../../../kit/form/fields.ts'
import { opening } from '../../../kit/opening.ts'
import { headsOf } from '../../sites/decider-queries.ts'
import { plans } from '../case.ts'
import { paths } from '../paths.ts'
import { type OpenProposal, proposals } from '../proposal-case.ts'
import { fitting, lineOf, mayPropose, mayTakeInto, wrongProposal } from '../proposal-rules.ts'
import { linesOf, replaceLines } from '../store.ts'
import { aboutPlan } from '../telling.ts'
import { withoutWords } from '../texts.ts'

const form = {
  activity: area('Что предлагаете провести', { what: 'мероприятие', most: 1000, rows: 2 }),
  form: optionalSelect('Форма работы', 60),
  ...period(
    'Когда',
    { startsOn: optionalDay('Первый день'), endsOn: optionalDay('Последний день') },
    'Можно оставить пустым: день назначит руководитель',
  ),
  why: optionalArea('Зачем это площадке', { most: 1000, rows: 2, hint: 'Можно оставить пустым' }),
}

/** One day typed is an activity of one day. */
const spanOf = <Typed extends Pick<ValueOf<typeof form>, 'startsOn' | 'endsOn'>>(typed: Typed): Typed => ({
  ...typed,
  endsOn: typed.endsOn ?? typed.startsOn,
})

/** A member of the site proposes an activity for its plan. (U-43) */
export const proposeLine = opening(proposals, plans, {
  at: paths.planProposals,
  permits: 'plan.propose',
  form,
  lacks: ({ held }) => mayPropose(held.regulation),
  rule: ({ held, input }) => wrongProposal(spanOf(input), held.frame, held.regulation),
  values: ({ ctx, held, input }) => ({
    ...spanOf(input),
    planId: held.plan.id,
    proposedBy: ctx.actor.personId,
    proposedAt: ctx.now,
  }),
  tell: async ({ ctx, held, input }, tx) => ({
    kind: 'plan.lineProposed',
    to: await headsOf(tx, ctx, held.plan.siteId),
    params: { ...aboutPlan(held), activity: input.activity, by: ctx.actor.name },
  }),
  fact: ({ ctx, held, input }) => ({
    kind: 'plan.lineProposed',
    subjectId: held.plan.id,
    siteId: held.plan.siteId,
    facts: { activity: input.activity, by: ctx.actor.name },
  }),
  done: 'Предложение отправлено руководителю площадки',
  ask: { title: 'Предложить мероприятие в план', button: 'Предложить' },
})

const happened = ({ into: { plan }, one }: OpenProposal) => ({
  subjectId: plan.id,
  siteId: plan.siteId,
  facts: { activity: one.activity },
})
const toMember = ({ into, one }: OpenProposal) => ({
  to: [one.proposedBy],
  params: { ...aboutPlan(into), activity: one.activity },
})

/** The head takes it: it becomes a line of the draft, to be finished like any other. */
export const takeProposal = deed(proposals, 'take', {
  at: paths.planProposalTaken,
  permits: 'plan.submit',
  rule: ({ into }) => mayTakeInto(into.open),
  also: async (tx, { ctx, one, into }) => {
    const key = newId()
    const { taken, without } = fitting(one, into.frame, into.regulation)
    const lines = await linesOf(tx, ctx.territory.id, into.one.versionId)
    await replaceLines(tx, ctx.territory.id, into.one.versionId, [...lines, lineOf(taken, key)])
    const moved = await plans.move(tx, ctx, into.one, 'change')
    return moved.ok ? ok({ key, without }) : moved
  },
  set: ({ made }) => ({ lineKey: made.key }),
  tell: (given) => ({ kind: 'plan.proposalTaken', ...toMember(given) }),
  fact: (given) => ({ kind: 'plan.proposalTaken', ...happened(given) }),
  done: ({ made }) =>
    `Предложение вошло в черновик плана${made.without.length > 0 ? ` ${withoutWords(made.without)}` : ''}: назначьте ответственного и день`,
  ask: {
    title: 'Взять в план',
    text: 'Мероприятие станет последней строкой черновика, её можно править.',
    button: 'Взять в план',
  },
})

/** The head declines it and says why. */
export const declineProposal = deed(proposals, 'decline', {
  at: paths.planProposalDeclined,
  permits: 'plan.submit',
  anyStanding: true,
  form: { reason: area('Почему', { what: 'причину', most: 1000, rows: 2 }) },
  set: ({ input }) => input,
  tell: (given) => {
    const { to, params } = toMember(given)
    return { kind: 'plan.proposalDeclined', to, params: { ...params, reason: given.input.reason } }
  },
  fact: (given) => {
    const { facts, ...its } = happened(given)
    return { kind: 'plan.proposalDeclined', ...its, facts: { ...facts, reason: given.input.reason } }
  },
  done: 'Предложение отклонено, автору сообщено',
  ask: { title: 'Отклонить предложение', folded: true, button: 'Отклонить', kind: 'secondary' },
})

/** Whoever proposed it takes it back while nobody has decided. */
export const withdrawProposal = deed(proposals, 'withdraw', {
  at: paths.planProposalWithdrawn,
  permits: 'plan.withdrawProposal',
  anyStanding: true,
  fact: (given) => ({ kind: 'plan.proposalWithdrawn', ...happened(given) }),
  done: 'Предложение отозвано',
  ask: { button: 'Отозвать предложение', kind: 'secondary', title: 'Ваше предложение' },
})
