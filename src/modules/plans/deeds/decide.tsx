import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import type { DeedSpec } from '../../../kit/deed-types.ts'
import { optionalArea, unseen, type ValueOf } from '../../../kit/form/fields.ts'
import { partyOf } from '../../../regulation/parties/questions.ts'
import { planSteps } from '../../../regulation/work/plan-steps.ts'
import { optionalText, optionalWhole } from '../../../web/fields.ts'
import { headsOf, permissionOf } from '../../sites/decider-queries.ts'
import { plans } from '../case.ts'
import { actionOfYes } from '../machine.ts'
import { paths } from '../paths.ts'
import { returning, wrongMeeting } from '../rules.ts'
import type { OpenPlan } from '../store.ts'
import { aboutPlan, waitingFor } from '../telling.ts'
import { DecisionFields } from '../views/decision-fields.tsx'

const form = {
  remark: optionalArea('Замечание', {
    hint: 'Нужно, если возвращаете план; его увидят руководитель и сотрудники площадки',
    most: 3000,
    rows: 3,
  }),
  present: unseen('Сколько членов присутствовало', optionalWhole('сколько членов присутствовало', 0, 999)),
  inFavour: unseen('Сколько из них за', optionalWhole('сколько за', 0, 999)),
  protocol: unseen('Протокол', optionalText('протокол', 300)),
}
type Remark = ValueOf<typeof form>
type Given = OpenPlan & { readonly ctx: Ctx; readonly input: Remark }

/** The step of the chain that a plan has come to. */
const stepOf = ({ one, regulation }: OpenPlan) => planSteps(regulation)[one.step]
function stepNow(opened: OpenPlan) {
  const step = stepOf(opened)
  if (!step) throw new Error('the plan has passed all steps of its chain')
  return step
}

/** Writes down who decided what, and why. */
async function write(tx: Tx, given: Given, outcome: 'passed' | 'returned'): Promise<Result<null>> {
  const { ctx, one, input } = given
  const decision = {
    territoryId: ctx.territory.id,
    id: newId(),
    versionId: one.versionId,
    step: one.step,
    act: stepNow(given).act,
    outcome,
    personId: ctx.actor.personId,
    remark: input.remark,
    ...(stepNow(given).how === 'meeting' && { present: input.present, inFavour: input.inFavour, protocol: input.protocol }),
    at: ctx.now,
    onDay: ctx.today,
  }
  await tx.insertInto('planDecisions').values(decision).execute()
  return ok(null)
}

/** Whoever comes second to a decision is told first of all that the plan is not what they have read. */
const seen = ({ one, input }: OpenPlan & { readonly input?: { readonly version?: number } }) =>
  input === undefined || input.version === one.editVersion

const deciding = {
  at: paths.planDecisions,
  permits: 'plan.view',
  by: (given) => {
    const step = stepOf(given)
    return step && given.one.state === 'submitted' && seen(given) ? permissionOf(given.regulation, step.by) : 'plan.view'
  },
} satisfies Partial<DeedSpec<OpenPlan, Remark, null, object, 'plan'>>

const saidBy = (given: Given) => ({ version: given.one.number, step: stepNow(given).caption, remark: given.input.remark })
const toldOf = (given: Given) => ({
  to: [headsOf],
  params: { ...aboutPlan(given), caption: stepNow(given).caption, ...(given.input.remark && { remark: given.input.remark }) },
})

/** What the protocol of a meeting has to hold for this outcome. */
function ofMeeting(given: Given, outcome: 'passed' | 'returned') {
  const { by, how, clause } = stepNow(given)
  const party = partyOf(given.regulation, by)
  return how === 'meeting' && party?.vote ? wrongMeeting({ ...party, vote: party.vote }, given.input, outcome, clause[0]) : []
}

/** Says yes at the step a sent plan has come to: on to the next step; the last one puts it in force. */
export const passPlan = deed(plans, ({ one }) => actionOfYes(one.step, one.steps), {
  ...deciding,
  form,
  rule: (given) => ofMeeting(given, 'passed'),
  also: (tx, given) => write(tx, given, 'passed'),
  set: ({ one, ctx }) => (one.step + 1 >= one.steps ? { approvedAt: ctx.now, approvedOn: ctx.today } : {}),
  tell: (given) =>
    given.now.state === 'approved'
      ? { kind: 'plan.approved', ...toldOf(given) }
      : [{ kind: 'plan.stepPassed', ...toldOf(given) }, waitingFor(given, given.one.step + 1)],
  fact: (given) => ({ kind: given.now.state === 'approved' ? 'plan.approved' : 'plan.stepPassed', facts: saidBy(given) }),
  done: ({ one }) => (one.state === 'approved' ? 'План утверждён и действует' : 'План передан на следующий шаг'),
  ask: {
    button: 'Согласовать',
    fields: (given) => <DecisionFields {...given} meeting={stepNow(given).how === 'meeting'} />,
    others: [{ intent: 'return', button: 'Вернуть с замечанием' }],
  },
})

const yes = { discuss: 'Обсуждён, передать дальше', agree: 'Согласовать', approve: 'Утвердить план' } as const

/** How the sheet of a step reads. */
export function stepSheet(opened: OpenPlan): { title: string; button: string } {
  const { caption, act } = stepNow(opened)
  return { title: caption, button: yes[act] }
}

/** Returns it with a remark, by the other button of the same form. */
export const returnPlan = deed(plans, 'return', {
  ...deciding,
  form,
  rule: (given) => [...returning(given.input.remark), ...ofMeeting(given, 'returned')],
  also: (tx, given) => write(tx, given, 'returned'),
  tell: (given) => {
    const { to, params } = toldOf(given)
    return { kind: 'plan.returned', to, params: { ...params, remark: given.input.remark ?? '' } }
  },
  fact: (given) => ({ kind: 'plan.returned', facts: saidBy(given) }),
  done: 'План возвращён с замечанием',
})
