import { deciding } from '../../procedures/deciding-blocks.tsx'
import { headsOf } from '../../sites/decider-queries.ts'
import { aboutReport, reportOf, reports } from '../case.ts'
import { paths } from '../paths.ts'

/** What is decided about a report at the step it has come to, by whomever the regulation names: the last yes accepts it for good. (T-45) */
export const {
  pass: acceptReport,
  refuse: returnReport,
  awaiting,
  silence,
} = deciding(reports, {
  at: paths.reportDecisions,
  sees: 'report.view',
  moves: { pass: 'pass', finish: 'accept', refuse: 'return' },
  // What is returned says why: where nobody has answered in time, that.
  set: ({ what, remark, step, ctx }) =>
    what === 'passed'
      ? {}
      : {
          remark: remark ?? (what === 'returned' ? step : null),
          decidedBy: ctx.actor?.personId ?? null,
          decidedAt: ctx.now,
          decidedOn: ctx.today,
        },
  awaits: (opened, _step, deciders) => ({
    ...{ kind: 'report.awaitsDecision', to: [deciders], params: aboutReport(opened) },
  }),
  told: ({ what, step: caption, remark, ...opened }) => {
    const [to, params] = [[headsOf], aboutReport(opened)]
    if (what === 'voiced') return null
    if (what === 'passed') return { kind: 'report.stepPassed', to, params: { ...params, caption } }
    return { kind: what === 'finished' ? 'report.accepted' : 'report.returned', to, params: { ...params, remark: remark ?? '' } }
  },
  fact: ({ what, one, step, remark }) => ({
    kind: (
      { voiced: 'report.voiced', passed: 'report.stepPassed', finished: 'report.accepted', returned: 'report.returned' } as const
    )[what],
    facts: { ...reportOf(one), step, remark },
  }),
  done: {
    voiced: 'Ваше решение записано, ждут остальных',
    passed: 'Отчёт передан на следующий шаг',
    finished: 'Отчёт принят',
    returned: 'Отчёт возвращён с замечанием',
  },
  hint: 'Нужно, если возвращаете отчёт; его увидят руководитель и сотрудники площадки. Принятый отчёт больше не изменить',
})
