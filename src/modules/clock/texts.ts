import type { RuleTexts } from '../../web/refusals.ts'

export const ruleTexts: RuleTexts = {
  'clock.noDay': ({ example }) => `Напишите день, до которого передвинуть показ, например ${example}`,
  'clock.onlyForward': 'Выберите день позже сегодняшнего: показ идёт только вперёд',
  'clock.tooFar': 'Выберите день ближе: за один раз показ сдвигается не больше чем на два года',
  'clock.notDemo': 'Время двигается только в показе',
}
