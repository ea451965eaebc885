import type { StateChoice } from './queries.ts'

export const stateChoiceWords: Readonly<Record<StateChoice, string>> = {
  now: 'Идёт приём',
  announced: 'Скоро начнётся',
  closed: 'Приём окончен',
}
