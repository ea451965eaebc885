import type { RuleTexts } from '../../web/refusals.ts'
import { effectTexts } from './effects/texts.ts'
import type { CallState } from './model.ts'

/** How refusals about calls are said. */
export const ruleTexts: RuleTexts = {
  ...effectTexts,
  'call.notOpenYet': ({ moment }) => `Приём заявок ещё не открыт: он начнётся в ${moment}`,
  'call.closed': ({ moment }) => `Приём заявок закончился в ${moment}. Продлить его может только приказ`,
  'call.revoked': ({ day }) => `Приём заявок отменён приказом с ${day}`,
}

export const stateWords: Readonly<Record<CallState, string>> = {
  announced: 'Объявлен',
  open: 'Идёт приём',
  closingSoon: 'Скоро закончится',
  closed: 'Приём окончен',
}
