import { isDay } from '../../kernel/dates.ts'
import { repeated } from '../problem.ts'
import type { Regulation } from '../schema.ts'

export function planProblems({ plan }: Regulation): string[] {
  const codes = plan.columns.map((column) => column.code)
  const missing = (['activity', 'dates'] as const).filter((code) => !codes.includes(code))
  const approvals = plan.chain.filter((step) => step.act === 'approve').length
  return [
    ...missing.map((code) => `правило «plan»: в плане нет столбца «${code}»`),
    ...repeated(codes).map((code) => `правило «plan»: столбец «${code}» повторяется`),
    ...(approvals === 1 && plan.chain.at(-1)?.act === 'approve'
      ? []
      : ['правило «plan»: последним шагом план утверждают, и только один раз']),
  ]
}

export function reportProblems({ report }: Regulation): string[] {
  if (report === null) return []
  const problems: string[] = []
  // 2023 is not a leap year, so 29 February, which most years lack, is refused too.
  if (report.due !== null && !isDay(`2023-${report.due}`)) problems.push(`правило «report»: дня «${report.due}» нет в календаре`)
  if (report.due === null && report.reminders.length > 0) problems.push('правило «report»: напоминания есть, а срока нет')
  return problems
}
