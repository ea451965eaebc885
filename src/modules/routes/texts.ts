import type { TagProps } from '../../ui/content.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import type { RouteState } from './machine.ts'
import { mostSteps, type StepKind, type StepState } from './rules.ts'

export const ruleTexts: RuleTexts = {
  'route.notKept': 'Спросите методиста: здесь индивидуальные маршруты не составляют',
  'route.nothingLacking': 'Сначала назовите, чему хотите научиться: маршрут составляют по открытым дефицитам',
  'route.nothingChosen': 'Отметьте хотя бы один шаг',
  'route.offerGone': 'Отметьте шаги заново: одного из них сеть больше не предлагает',
  'route.tooMany': `Уберите лишние шаги: в маршруте их не больше ${mostSteps}`,
  'route.whichDeficit': 'Выберите, какой дефицит закроет этот шаг',
  'route.unknownDeficit': 'Выберите дефицит из списка: этот уже закрыт или отозван',
  'route.noLink': 'Вставьте ссылку на материал',
  'route.dayBehind': 'Проверьте день: он уже прошёл',
  'route.noStep': 'Откройте маршрут заново: этого шага в нём уже нет',
  'route.noSteps': 'Сначала добавьте хотя бы один шаг',
  'route.agreedAlready': 'С вашей стороны маршрут уже согласован',
  'route.notCourse': 'Документ записывают только к внешнему курсу',
  'route.documentAhead': 'Проверьте день документа: он ещё не наступил',
  'route.stepsLeft':
    'Маршрут закончится, когда будут пройдены все его шаги или закрыты дефициты. Раньше его можно остановить с причиной',
  'route.ended': 'Маршрут уже закончен или остановлен',
}

export const kindWords: Readonly<Record<StepKind, string>> = {
  event: 'мероприятие',
  topic: 'стажировка по программе',
  material: 'материал',
  course: 'внешний курс, нужен документ',
  diagnosis: 'повторная диагностика',
}

export const stateTags: Readonly<Record<RouteState, TagProps>> = {
  draft: { tone: 'wait', word: 'Составляется' },
  active: { tone: 'now', word: 'Идёт' },
  done: { tone: 'ok', word: 'Пройден' },
  stopped: { tone: 'calm', word: 'Остановлен' },
}

export const stepTags: Readonly<Record<StepState, TagProps>> = {
  done: { tone: 'ok', word: 'Пройден' },
  going: { tone: 'now', word: 'Идёт' },
  taken: { tone: 'now', word: 'Есть место' },
  waiting: { tone: 'wait', word: 'В очереди' },
  ahead: { tone: 'calm', word: 'Впереди' },
  missed: { tone: 'late', word: 'Не был по списку' },
  cancelled: { tone: 'late', word: 'Отменено' },
  needless: { tone: 'calm', word: 'Уже не нужен' },
}

export const whoSees =
  'Маршрут видят сам человек, методист центра и тот, кто ведёт его стажировку. Руководитель организации его не видит.'
