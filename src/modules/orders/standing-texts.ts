import type { RuleTexts } from '../../web/refusals.ts'

type Sentence = (params: Readonly<Record<string, string | number>>) => string

/** What is said of suspending, resuming, prolonging and ending a status. `point` names the point of the order. */
export const standingTexts = (point: (sentence: Sentence) => Sentence): RuleTexts => ({
  'order.standingDecidedByAnother': point(({ who }) => `об этом статусе решает ${who}`),
  'order.standingDecidedByAnotherAct': point(({ act }) => `о статусе решают так: ${act}`),
  'order.standingBeforeOrder': point(({ day }) => `назовите день не раньше дня приказа, ${day}`),
  'order.suspendedAlready': point(({ site }) => `деятельность площадки ${site} в эти дни уже приостановлена`),
  'order.notSuspended': point(({ site }) => `деятельность площадки ${site} не приостановлена: возобновлять нечего`),
  'order.resumedTooEarly': point(({ from }) => `деятельность приостановлена с ${from}; назовите более поздний день`),
  'order.caseNotOpen': point(() => 'дело о статусе, которое решает этот пункт, уже решено или у него другой проект приказа'),
  'order.terminationNeedsSubmission': point(
    ({ operator }) => `статус прекращают по представлению (${operator}): откройте дело о статусе и отправьте в нём представление`,
  ),
})
