import { deciding } from '../../procedures/deciding-blocks.tsx'
import { headsOf } from '../../sites/decider-queries.ts'
import { plans } from '../case.ts'
import { paths } from '../paths.ts'
import { aboutPlan } from '../telling.ts'

/** What is decided about a sent plan at the step it has come to: on to the next one, the last one puts it in force; or back with a remark. */
export const {
  pass: passPlan,
  refuse: returnPlan,
  awaiting,
  silence,
} = deciding(plans, {
  at: paths.planDecisions,
  sees: 'plan.view',
  moves: { pass: 'pass', finish: 'approve', refuse: 'return' },
  set: ({ what, ctx }) => (what === 'finished' ? { approvedAt: ctx.now, approvedOn: ctx.today } : {}),
  awaits: (opened, { caption }, deciders) => ({
    ...{ kind: 'plan.awaitsDecision', to: [deciders], params: { ...aboutPlan(opened), caption } },
  }),
  told: ({ what, step: caption, remark, ...opened }) => {
    const [to, params] = [[headsOf], { ...aboutPlan(opened), caption }]
    if (what === 'voiced') return null
    if (what === 'returned') return { kind: 'plan.returned', to, params: { ...params, remark: remark ?? '' } }
    return {
      kind: what === 'finished' ? 'plan.approved' : 'plan.stepPassed',
      to,
      params: { ...params, ...(remark && { remark }) },
    }
  },
  fact: ({ what, one: { number: version }, step, remark }) => ({
    kind: ({ voiced: 'plan.voiced', passed: 'plan.stepPassed', finished: 'plan.approved', returned: 'plan.returned' } as const)[
      what
    ],
    facts: { version, step, remark },
  }),
  done: {
    voiced: 'Ваше решение записано, ждут остальных',
    passed: 'План передан на следующий шаг',
    finished: 'План утверждён и действует',
    returned: 'План возвращён с замечанием',
  },
  hint: 'Нужно, если возвращаете план; его увидят руководитель и сотрудники площадки',
})
