import { lastDayOfMonths } from '../../kernel/dates.ts'
import type { Regulation } from '../schema.ts'

/** The longest term any regulation of the field may give a status: three years. */
const longestTermMonths = 36

export function termProblems({ term }: Regulation): string[] {
  if (term === null) return []
  const tooLong = `правило «term»: срок статуса больше ${longestTermMonths} месяцев — дольше трёх лет статус не дают`
  if (term.kind === 'longest') return term.months > longestTermMonths ? [tooLong] : []
  if (term.to < term.from) return ['правило «term»: период кончается раньше, чем начинается']
  return term.to > lastDayOfMonths(term.from, longestTermMonths) ? [tooLong] : []
}

/** Every step on the way to a status has its rule, and no rule stands without its step. */
export function stepProblems(regulation: Regulation): string[] {
  const { steps } = regulation.status
  const ruleOf = { call: 'calls', expertReview: 'expertReview', contract: 'contract' } as const
  return (Object.entries(ruleOf) as [keyof typeof ruleOf, (typeof ruleOf)[keyof typeof ruleOf]][]).flatMap(([step, name]) => {
    const hasStep = steps.includes(step)
    if (hasStep === (regulation[name] !== null)) return []
    return [hasStep ? `правило «status»: шаг «${step}» есть, а правила «${name}» нет` : `правило «${name}»: шага «${step}» нет`]
  })
}
