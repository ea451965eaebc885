import { deed } from '../../../kit/deed.ts'
import type { DeedSpec } from '../../../kit/deed-types.ts'
import { optionalArea, type ValueOf } from '../../../kit/form/fields.ts'
import { headsOf, permissionOf } from '../../sites/decider-queries.ts'
import { aboutReport, type OpenReport, reportOf, reports } from '../case.ts'
import { paths } from '../paths.ts'
import { returning, someoneAccepts } from '../rules.ts'

const form = {
  remark: optionalArea('Замечание', {
    hint: 'Нужно, если возвращаете отчёт; его увидят руководитель и сотрудники площадки. Принятый отчёт больше не изменить',
    most: 3000,
    rows: 3,
  }),
}
type Remark = ValueOf<typeof form>

/** Only the one whom the regulation names decides. (T-45) */
const deciding = {
  at: paths.reportDecisions,
  permits: 'report.view',
  by: ({ site, kind }) => permissionOf(site.regulation, kind?.acceptedBy ?? 'authority'),
  lacks: ({ kind }) => someoneAccepts(kind),
  set: ({ input: { remark }, ctx }) => ({
    remark,
    decidedBy: ctx.actor.personId,
    decidedAt: ctx.now,
    decidedOn: ctx.today,
  }),
} satisfies Partial<DeedSpec<OpenReport, Remark, null, object, 'report'>>

const toldOf = (opened: OpenReport & { readonly input: Remark }) => ({
  to: [headsOf],
  params: { ...aboutReport(opened), remark: opened.input.remark ?? '' },
})

/** Accepts a report for good. */
export const acceptReport = deed(reports, 'accept', {
  ...deciding,
  form,
  tell: (opened) => ({ kind: 'report.accepted', ...toldOf(opened) }),
  fact: ({ one, input: { remark } }) => ({ kind: 'report.accepted', facts: { ...reportOf(one), remark } }),
  done: 'Отчёт принят',
  ask: {
    title: 'Решение по отчёту',
    button: 'Принять отчёт',
    others: [{ intent: 'return', button: 'Вернуть с замечанием' }],
  },
})

/** Returns it with a remark, by the other button of the same form. */
export const returnReport = deed(reports, 'return', {
  ...deciding,
  form,
  rule: ({ input }) => returning(input.remark),
  tell: (opened) => ({ kind: 'report.returned', ...toldOf(opened) }),
  fact: ({ one, input: { remark } }) => ({ kind: 'report.returned', facts: { ...reportOf(one), remark } }),
  done: 'Отчёт возвращён с замечанием',
})
