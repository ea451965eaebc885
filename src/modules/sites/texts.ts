import { shortDate } from '../../kernel/dates.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import { effectTexts } from './effects/texts.ts'

const day = (value: string | number | undefined) => shortDate(String(value))

export const ruleTexts: RuleTexts = {
  ...effectTexts,
  'site.unbegunHasPapers':
    'У площадки, которая ещё не начала работать, уже есть план или дело о статусе: дождитесь её первого дня и тогда отмените приказ',
  'site.statusGivenTwice': 'Выберите другую организацию, тему или срок: в эти дни у неё уже есть статус с этой темой',
  'site.attachedTwice': 'Уберите школу или поменяйте срок: в эти дни она уже закреплена за этой площадкой',
  'site.appointedTwice': 'Выберите другого человека или срок: в эти дни он уже назначен на эту роль здесь',
  'site.hasHead': 'Сначала закончите прежнее назначение: в эти дни у площадки уже есть руководитель',
  'site.hasCoordinator': 'Сначала закончите прежнее назначение: в эти дни у площадки уже есть координатор',
  'site.noSuchRole': 'Выберите роль из списка: такой роли Положение не знает',
  'site.endsBeforeItBegins': 'Поставьте последний день не раньше первого',
  'site.beforeTerm': ({ day: from }) => `Поставьте дату не раньше ${day(from)}: до этого дня статуса нет`,
  'site.afterTerm': ({ day: to }) => `Поставьте дату не позже ${day(to)}: это последний день статуса`,
  'site.appointmentHasEnded': 'Поставьте день раньше: к этому дню назначение уже закончилось',
  'site.roleOfOthers': ({ basis }) => `Попросите об этом методический центр: эту роль даёт не руководитель площадки (${basis})`,
  'site.noCoordinators': 'Выберите другую роль: Положение не знает координаторов площадок',
  'site.notMethodist': ({ basis }) => `Выберите методиста: координаторов назначают из методистов (${basis})`,
  'site.headNotEligible': ({ missing, basis }) => `Выберите другого человека: ${missing} (${basis})`,
  'site.headOnlyByOrder': ({ basis }) => `Подготовьте приказ: руководителя площадки назначает орган управления (${basis})`,
  'site.endedOnlyByOrder': 'Подготовьте приказ: это назначение сделал приказ, и закончит его только другой приказ',
  'site.suspended': ({ since, reason, order }) =>
    `Деятельность площадки приостановлена с ${since} (${order}): ${reason}. Дождитесь приказа, который её возобновит`,
  'site.suspendedTwice': 'Откройте приказ снова: в эти дни деятельность площадки уже приостановлена другим приказом',
  'site.over': ({ last, order }) =>
    `Статус площадки кончился ${last}${order === undefined ? '' : ` (${order})`}: написанное можно читать, менять уже нельзя`,
  'site.unknownPerson': 'Выберите человека из списка: такого в территории нет',
}
