import { isDay } from '../../kernel/dates.ts'
import { dayProblems } from '../calendar/days.ts'
import { fieldProblems } from '../fields.ts'
import { partyOf } from '../parties/questions.ts'
import { deadEnds } from '../procedure.ts'
import type { Regulation } from '../schema.ts'

export function planProblems(regulation: Regulation): string[] {
  const { plan } = regulation
  const names = plan.columns.some(({ kind }) => kind === 'activity' || kind === 'activityAndForm')
  const approvals = plan.chain.filter((step) => step.act === 'approve').length
  return [
    ...(plan.columns.length === 0 || names ? [] : ['правило «plan»: нет графы, в которой названо мероприятие']),
    ...fieldProblems('plan', plan.columns),
    ...(approvals === 1 && plan.chain.at(-1)?.act === 'approve'
      ? []
      : ['правило «plan»: последним шагом план утверждают, и только один раз']),
    ...deadEnds(plan.chain, (by) => partyOf(regulation, by)).map((problem) => `правило «plan»: ${problem}`),
  ]
}

export const remoteProblems = ({ remoteWork, forms }: Regulation): string[] =>
  remoteWork?.only && !forms.catalogue.some(({ remote }) => remote)
    ? ['правило «remoteWork»: работать можно только на расстоянии, а такой формы работы в перечне нет']
    : []

export function reportProblems({ report }: Regulation): string[] {
  if (report === null) return []
  const problems = fieldProblems('report', report.criteria, 'conclusion')
  const never = report.due === null ? [] : dayProblems(report.due, report.period)
  return [...problems, ...never.map((problem) => `правило «report»: ${problem}`)]
}

export function yearProblems({ academicYear }: Regulation): string[] {
  // 2023 is not a leap year, so 29 February, which most years lack, is refused too.
  if (academicYear === null || isDay(`2023-${academicYear.begins}`)) return []
  return [`правило «academicYear»: дня «${academicYear.begins}» нет в каждом году`]
}
