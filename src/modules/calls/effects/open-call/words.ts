import { longDate } from '../../../../kernel/dates.ts'
import { counted } from '../../../../kernel/plural.ts'
import type { EffectOf } from '../../../../kit/order/effects.ts'
import type { Registers } from '../../../../kit/order/registers.ts'
import { ifAny, say, silence, together, turn, type Wording } from '../../../../kit/order/wording.ts'
import { kindName } from '../../../../regulation/dictionary.ts'
import { hostKinds, initiatorWord, initiators as whoInitiates } from '../../../../regulation/hosts/questions.ts'
import { localTimeOf } from '../../../../regulation/paper/questions.ts'
import { siteWord } from '../../../../regulation/parties/questions.ts'
import { reviewRule, reviewWord } from '../../../../regulation/review/questions.ts'
import type { Regulation } from '../../../../regulation/schema.ts'
import { workDirections } from '../../../../regulation/work/questions.ts'
import { directionNames } from '../../rules.ts'

type Open = EffectOf<'openCall'>

/** «18:00 15 октября 2021 г.» */
export const moment = (clock: string, day: string) => `${clock} ${longDate(day)}`

/** Calls in the words of an order: from when to when, who applies, how programmes are read. */
export function saysOpening(effects: readonly Open[], registers: Registers, listed: boolean): Wording {
  const regulation = registers.judgedBy?.regulation
  return regulation ? together(effects.map((effect) => opening(effect, regulation, listed))) : silence
}

function opening(effect: Open, regulation: Regulation, listed: boolean): Wording {
  const { title, opensOn, opensAt, closesOn, closesAt, places } = effect
  const what = say`«${title}» на присвоение статуса ${turn(siteWord(regulation, 'genitive'))}`
  const when = say`с ${moment(opensAt, opensOn)} до ${moment(closesAt, closesOn)} ${turn(localTimeOf(regulation) ?? '')}`
  const named = directionNames(effect.directions, workDirections(regulation))
  return together([
    say`Объявить приём заявок ${what} ${when}.`,
    whoApplies(effect, regulation),
    named.length === 0 ? silence : say`Направления: ${named.join('; ')}.`,
    effect.contingent.length === 0 ? silence : say`На площадках стажируются: ${effect.contingent.join('; ')}.`,
    ifAny(places, (most) => say`Может быть открыто площадок: ${String(most)}.`),
    review(effect, regulation, listed),
  ])
}

function whoApplies({ initiators }: Open, regulation: Regulation): Wording {
  const hosts = hostKinds(regulation)
  const basis = whoInitiates(regulation).basis ?? hosts.basis
  const kinds = hosts.value.map((kind) => kindName(regulation, 'organisation', kind)).join(', ')
  const who = initiators.map((one) =>
    one === 'organisation'
      ? say`${initiatorWord(regulation, one)}${turn(` — ${kinds}`)}`
      : say`${initiatorWord(regulation, one)}`,
  )
  return say`Заявку подаёт ${together(who, ', ')}${turn(basis ? ` (${basis.text})` : '')}.`
}

function review(effect: Open, regulation: Regulation, listed: boolean): Wording {
  const { basis } = reviewRule(regulation)
  if (basis === null) return silence
  const { expertsPerApplication, reviewDueOn, spreadLimit, criteria } = effect
  const due = ifAny(reviewDueOn, (day) => say` до ${longDate(day)}`)
  const titles = criteria.map(({ title, weight }) => `${title} (вес ${weight})`).join('; ')
  const by = listed ? say`критериям приложения` : say`критериям: ${titles}`
  const readers = counted(expertsPerApplication, 'эксперт', 'эксперта', 'экспертов')
  const cited = turn(` (${basis.text})`)
  return together([
    say`Обеспечить проведение ${turn(reviewWord(regulation, 'genitive'))} программ${due} по ${by}${cited}.`,
    say`Каждую программу читают ${readers}; если их итоги разошлись больше чем на ${`${spreadLimit} %`}, нужен ещё один эксперт.`,
  ])
}
