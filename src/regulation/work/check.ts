import { isDay } from '../../kernel/dates.ts'
import { dayProblems } from '../calendar/days.ts'
import { fieldProblems } from '../fields.ts'
import { partyOf } from '../parties/questions.ts'
import { repeated } from '../problem.ts'
import { deadEnds, type Step } from '../procedure.ts'
import type { Regulation } from '../schema.ts'
import { type ReportKind, reportKinds } from './questions.ts'
import { stepsOf } from './steps.ts'

const unwalkable = (regulation: Regulation, steps: readonly Step[]): string[] => deadEnds(steps, (by) => partyOf(regulation, by))

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
    ...unwalkable(regulation, plan.chain).map((problem) => `правило «plan»: ${problem}`),
    ...unwalkable(regulation, stepsOf(regulation, 'programme')).map((problem) => `правило «programmeAgreement»: ${problem}`),
  ]
}

export const remoteProblems = ({ remoteWork, forms }: Regulation): string[] =>
  remoteWork?.only && !forms.catalogue.some(({ remote }) => remote)
    ? ['правило «remoteWork»: работать можно только на расстоянии, а такой формы работы в перечне нет']
    : []

export function reportProblems(regulation: Regulation): string[] {
  const kinds = reportKinds(regulation)
  return [
    ...kinds.flatMap(({ criteria }) => fieldProblems('report', criteria, 'conclusion')),
    ...kinds
      .flatMap((kind) => [...wrongWithReport(kind), ...unwalkable(regulation, kind.chain)])
      .map((problem) => `правило «report»: ${problem}`),
    ...repeated(kinds.map(({ title }) => title ?? 'Отчёт')).map((title) => `правило «report»: отчёт «${title}» назван дважды`),
  ]
}

/** A day that never comes, or is counted from what such a report is not about; a card of nothing. */
function wrongWithReport({ unit, due, form, criteria }: ReportKind): string[] {
  const isOfPractice = unit === 'practice'
  const event = due !== null && 'event' in due ? due.event : null
  return [
    ...(due === null ? [] : dayProblems(due, isOfPractice ? null : unit)),
    ...(event !== null && isOfPractice !== (event === 'practiceFinished')
      ? [isOfPractice ? 'срок отчёта по практике считают от её завершения' : 'срок отчёта за период не считают от практики']
      : []),
    ...(form === 'card' && criteria.length === 0 ? ['в карте показателей не назван ни один показатель'] : []),
  ]
}

export function yearProblems({ academicYear }: Regulation): string[] {
  // 2023 is not a leap year, so 29 February, which most years lack, is refused too.
  if (academicYear === null || isDay(`2023-${academicYear.begins}`)) return []
  return [`правило «academicYear»: дня «${academicYear.begins}» нет в каждом году`]
}
