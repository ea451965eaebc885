import { deciding } from '../../procedures/deciding-blocks.tsx'
import { plans } from '../case.ts'
import { paths } from '../paths.ts'
import { aboutPlan } from '../telling.ts'

/** What is decided about a sent plan at the step it has come to: on to the next one, the last one puts it in force; or back with a remark. */
export const {
  pass: passPlan,
  refuse: returnPlan,
  sending,
  takingBack,
  silence,
} = deciding(plans, {
  name: 'plan',
  finished: 'plan.approved',
  about: aboutPlan,
  facts: ({ one: { number: version } }) => ({ version }),
  at: paths.planDecisions,
  sees: 'plan.view',
  moves: { pass: 'pass', finish: 'approve', refuse: 'return' },
  set: ({ what, ctx }) => (what === 'finished' ? { approvedAt: ctx.now, approvedOn: ctx.today } : {}),
  done: {
    passed: 'План передан на следующий шаг',
    finished: 'План утверждён и действует',
    returned: 'План возвращён с замечанием',
  },
  hint: 'Нужно, если возвращаете план; его увидят руководитель и сотрудники площадки',
})
