import { lower } from '../../kernel/names.ts'
import type { RuleRefusal } from '../../kernel/result.ts'
import { ofPoint } from '../../kit/order/objections.ts'
import type { Tone } from '../../ui/content.ts'
import { type RuleTexts, ruleText } from '../../web/refusals.ts'
import type { CaseKind, CaseState } from './machine.ts'
import type { Proposer } from './model.ts'

/** «Продление статуса» */
export const kindNames: Readonly<Record<CaseKind, string>> = {
  extension: 'Продление статуса',
  suspension: 'Приостановка деятельности',
  resumption: 'Возобновление деятельности',
  termination: 'Прекращение статуса',
  question: 'Вопрос площадке',
}

/** «о прекращении статуса» */
export const kindAbout: Readonly<Record<CaseKind, string>> = {
  extension: 'о продлении статуса',
  suspension: 'о приостановке деятельности',
  resumption: 'о возобновлении деятельности',
  termination: 'о прекращении статуса',
  question: 'о вопросе площадке',
}

/** What a case of a kind leads to. */
export const kindHints: Readonly<Record<CaseKind, string>> = {
  extension: 'Статус будет действовать дольше, но не дольше, чем разрешает Положение.',
  suspension:
    'Площадка остановится на время: статус останется, вести планы и отчёты будет нельзя. С последним днём приостановка кончится сама. Срок статуса сдвинется на эти дни, только если так велит Положение.',
  resumption: 'Площадка снова начнёт работать.',
  termination: 'Статус кончится раньше срока; что станет со школами и планом, решается тут же.',
  question:
    'Спросить, что произошло. Отвечает руководитель площадки или её организации к дню, который вы назначите; со статусом ничего не станет.',
}

/** What the text of a case is. */
export const reasonName = (kind: CaseKind): string => (kind === 'question' ? 'О чём вопрос' : 'Почему')

/** What the day of a case is. */
export const dayNames: Readonly<Record<CaseKind, string>> = {
  extension: 'Новый последний день',
  suspension: 'С какого дня',
  resumption: 'Первый день работы',
  termination: 'Последний день статуса',
  question: 'Какого дня касается',
}

export const states: Readonly<Record<CaseState, { tone: Tone; word: string }>> = {
  open: { tone: 'now', word: 'Открыто' },
  explanationAsked: { tone: 'wait', word: 'Ждёт объяснения площадки' },
  proposed: { tone: 'wait', word: 'Отправлено представление' },
  drafted: { tone: 'wait', word: 'Готовится решение' },
  decided: { tone: 'ok', word: 'Решено' },
  dropped: { tone: 'calm', word: 'Закрыто без решения' },
}

export const proposerNames: Readonly<Record<Proposer, string>> = {
  operator: 'оператор',
  organisation: 'организация площадки',
  authority: 'орган управления',
}

export const ruleTexts: RuleTexts = {
  'order.caseNotOpen': ofPoint(() => 'дело о статусе, которое решает этот пункт, уже решено или решается другим проектом'),
  'order.terminationNeedsSubmission': ofPoint(
    ({ operator }) => `статус прекращают по представлению (${operator}): откройте дело о статусе и отправьте в нём представление`,
  ),
  'case.statusNotBegun': ({ from }) => `Подождите: статус площадки начнётся ${from}`,
  'case.statusOver': ({ last }) => `Статус площадки кончился ${last}: решать больше нечего`,
  'case.dayPassed': ({ today }) => `Поставьте день не раньше сегодняшнего, ${today}`,
  'case.termHasNoEnd': 'У статуса нет последнего дня: продлевать его не нужно',
  'case.extensionIsShorter': ({ until }) => `Статус и так действует по ${until}. Поставьте более поздний день`,
  'case.termTooLong': ({ reason, last }) =>
    last === undefined ? `${reason}` : `${reason}. Поставьте день не позже ${last} или готовьте новую заявку`,
  'case.extensionCondition': ({ reason }) => `${reason}`,
  'order.extensionCondition': ofPoint(({ reason }) => lower(String(reason))),
  'case.outsideTerm': ({ from, to }) => `Поставьте день внутри срока статуса: с ${from}${to === undefined ? '' : ` по ${to}`}`,
  'case.suspendedAlready': ({ since }) => `Деятельность площадки уже приостановлена с ${since}`,
  'case.notSuspended': 'Деятельность площадки не приостановлена: возобновлять нечего',
  'case.resumedAlready': ({ from }) =>
    `Деятельность и так возобновится ${from}: решение об этом есть. Чтобы она возобновилась раньше, сначала отмените его`,
  'case.resumedTooEarly': ({ from }) => `Деятельность приостановлена с ${from}. Поставьте более поздний день`,
  'case.suspensionReversed': 'Поставьте последний день не раньше первого',
  'case.noSuspension': ({ reason }) => `Приостановить нельзя: ${lower(String(reason))}`,
  'case.groundMissing': 'Назовите основание, на котором прекращают статус',
  'case.unknownGround': ({ grounds }) => `Выберите основание из Положения: ${grounds}`,
  'case.noGroundForYou': ({ operator }) =>
    `Обратитесь к оператору (${operator}): основания, по которым статус прекращают, называет он`,
  'case.nothingToAsk': 'Положение не говорит спрашивать площадку об этом',
  'case.questionDecidesNothing': 'Вопрос площадке ничего не решает: закройте его или начните другое дело',
  'case.unknownHeir': 'Выберите другую площадку из списка: этой школы передать нельзя',
  'case.alreadyOpen': 'Такое дело об этой площадке уже открыто. Продолжите его',
  'case.closed': 'Дело закрыто: добавить к нему уже ничего нельзя',
  'case.evidenceMissing': 'Приложите файл, дайте ссылку или отметьте строки плана',
  'case.evidenceUnnamed': 'Напишите, что по этой ссылке',
  'case.nothingToExplain': 'Объяснение просят, когда спрашивают площадку, прекращают статус или приостанавливают деятельность',
  'case.dueTooSoon': ({ today }) => `Дайте площадке время: поставьте день позже ${today}`,
  'case.explanationAwaited': ({ due }) => `Дождитесь объяснения площадки: его ждут до ${due}`,
  'case.nobodyToSubmitTo': (_, act) => `Представление здесь не нужно. Составьте проект ${act.genitive}`,
  'case.needsSubmission': ({ operator }) => `Сначала нужно представление (${operator}): без него статус не прекращают`,
}

const nots: Readonly<Record<CaseKind, string>> = {
  extension: 'Продлить нельзя',
  suspension: 'Приостановить нельзя',
  resumption: 'Возобновить нельзя',
  termination: 'Прекратить нельзя',
  question: 'Спросить нельзя',
}

/** «Продлить нельзя: статус и так действует до последнего возможного дня, 31 августа 2024 г.» The clause stands beside it. */
export function whyNotWords(kind: CaseKind, { rule, params = {} }: RuleRefusal): string {
  if (rule === 'case.termTooLong' && params.last !== undefined)
    return `${nots[kind]}: статус и так действует до последнего возможного дня, ${params.last}`
  const why = ruleText(ruleTexts, { code: 'rule', rule, params })
  // «Положение» is a paper's name and keeps its capital.
  return `${nots[kind]}: ${why.startsWith('Положение') ? why : lower(why)}`
}
