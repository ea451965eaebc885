import { deciding } from '../../procedures/deciding-blocks.tsx'
import { aboutReport, reportOf, reports } from '../case.ts'
import { paths } from '../paths.ts'

/** What is decided about a report at the step it has come to, by whomever the regulation names: the last yes accepts it for good. (T-45) */
export const {
  pass: acceptReport,
  refuse: returnReport,
  sending,
  takingBack,
  silence,
} = deciding(reports, {
  name: 'report',
  finished: 'report.accepted',
  about: aboutReport,
  facts: ({ one }) => reportOf(one),
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
  done: {
    passed: 'Отчёт передан на следующий шаг',
    finished: 'Отчёт принят',
    returned: 'Отчёт возвращён с замечанием',
  },
  hint: 'Нужно, если возвращаете отчёт; его увидят руководитель и сотрудники площадки. Принятый отчёт больше не изменить',
})
