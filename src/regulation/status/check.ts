import { isDay } from '../../kernel/dates.ts'
import { bodiesOf, type Party } from '../parties/questions.ts'
import { repeated } from '../problem.ts'
import type { Regulation } from '../schema.ts'
import { statusCaptions } from './captions.ts'
import { limitNames, wholeAtOnce } from './limits.ts'

/** Days of a term that cannot be: a period turned round, a least above the most, a day that most years lack. */
export function termProblems({ term }: Regulation): string[] {
  if (term?.kind === 'fixed' && term.to < term.from) return ['правило «term»: период кончается раньше, чем начинается']
  if (term?.kind === 'between' && term.least > term.months) return ['правило «term»: наименьший срок длиннее наибольшего']
  // 2023 is not a leap year, so 29 February, which most years lack, is refused too.
  if (term?.kind === 'yearly' && !isDay(`2023-${term.day}`)) return [`правило «term»: дня «${term.day}» нет в календаре`]
  return []
}

/** A limit without a number, or with a least above its most; two limits of one kind. */
export function limitProblems({ limits }: Regulation): string[] {
  const list = limits?.list ?? []
  return [
    ...list.flatMap(({ what, least, most }) => {
      if (least === null && most === null) return [`правило «limits»: «${limitNames[what]}» — не названо ни одно число`]
      if (least !== null && !wholeAtOnce(what))
        return [`правило «limits»: «${limitNames[what]}» — наименьшее число система проверить не может, оставьте наибольшее`]
      if (most !== null && what === 'monthsSinceEnd')
        return [`правило «limits»: «${limitNames[what]}» — наибольшего числа у ожидания нет, назовите наименьшее`]
      return least !== null && most !== null && least > most
        ? [`правило «limits»: «${limitNames[what]}» — наименьшее число больше наибольшего`]
        : []
    }),
    ...repeated(list.map(({ what }) => what)).map((what) => `правило «limits»: «${limitNames[what]}» — названо дважды`),
  ]
}

/** Every step on the way to a status has its rule, and no rule stands without its step. */
export function stepProblems(regulation: Regulation): string[] {
  const { steps } = regulation.status
  const ruleOf = { call: 'calls', expertReview: 'expertReview', contract: 'contract' } as const
  return (Object.entries(ruleOf) as [keyof typeof ruleOf, (typeof ruleOf)[keyof typeof ruleOf]][]).flatMap(([step, name]) => {
    const hasStep = steps.includes(step)
    if (hasStep === (regulation[name] !== null)) return []
    const said = statusCaptions.values.steps[step]
    return [
      hasStep
        ? `правило «status»: шаг «${said}» есть, а правила о нём нет`
        : `правило «${name}»: шага «${said}» нет в пути к статусу`,
    ]
  })
}

/** Bodies that are to sign, each with the rules that say so, and have no office here: what they sign would never be signed. */
export function bodiesWithoutOffice(regulation: Regulation, offices: ReadonlySet<string>): (Party & { rules: string[] })[] {
  const { status, siteList, calls, termination } = regulation
  const asked = [
    ...[status.grantedBy, ...status.together.map(({ by }) => by)].map((body) => ({ rule: 'status', body })),
    { rule: 'siteList', body: siteList?.approvedBy },
    { rule: 'calls', body: calls?.setBy },
    { rule: 'termination', body: termination?.decidedBy },
  ]
  return bodiesOf(regulation)
    .map((party) => ({ ...party, rules: asked.flatMap(({ rule, body }) => (body === party.code ? [rule] : [])) }))
    .filter(({ code, rules }) => rules.length > 0 && !offices.has(code))
}

/** The same in words, each with its rule. */
export const officeProblems = (regulation: Regulation, offices: ReadonlySet<string>): string[] =>
  bodiesWithoutOffice(regulation, offices).flatMap(({ words, rules }) =>
    rules.map(
      (rule) =>
        `правило «${rule}»: у ${words.genitive} нет канцелярии, подписывать нечем. Заведите её на странице «Органы и канцелярии»`,
    ),
  )

/** A body named twice in one joint paper. */
export const togetherProblems = ({ status: { grantedBy, together } }: Regulation): string[] =>
  repeated([grantedBy, ...together.map(({ by }) => by)]).length > 0
    ? ['правило «status»: один и тот же орган назван в совместном документе дважды']
    : []
