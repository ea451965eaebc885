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
  'route.stepHasDocument': 'Оставьте этот шаг: к нему записан документ курса, вместе с шагом он пропал бы',
  'route.noSteps': 'Сначала добавьте хотя бы один шаг',
  'route.agreedAlready':
    'Дождитесь другой стороны: с вашей маршрут уже согласован. Если согласны не со всем, измените шаги, тогда согласуют заново',
  'route.notCourse': 'Выберите внешний курс: документ записывают только к нему',
  'route.ownDocument': 'Покажите документ методисту или тому, кто вас ведёт: записывают они',
  'route.documentThere':
    'Прочитайте документ рядом с шагом: он уже записан. Если он не тот, нажмите «Изменить» и добавьте курс ещё раз',
  'route.documentAhead': 'Проверьте день документа: он ещё не наступил',
  'route.stepsLeft':
    'Пройдите оставшиеся шаги. Если шаг пропущен или отменён, нажмите «Изменить» и уберите его. Остановить маршрут можно и раньше, с причиной',
  'route.ended':
    'Откройте маршрут заново: его уже согласовали, закончили или остановили. Согласованный меняют кнопкой «Изменить», после законченного составляют новый',
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
  missed: { tone: 'late', word: 'Нет в списке пришедших' },
  cancelled: { tone: 'late', word: 'Отменено' },
  needless: { tone: 'calm', word: 'Уже не нужен' },
}

export const whoSees =
  'Маршрут видят сам человек, методист центра и тот, кто ведёт его стажировку. Руководитель организации его не видит.'
