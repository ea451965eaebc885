import type { TagProps } from '../../ui/content.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import type { TryOutState } from './machine.ts'

export const ruleTexts: RuleTexts = {
  'tryout.notAsked': 'Спросите у того, кто ведёт стажировку: Положение проб не просит',
  'tryout.traineeshipOver': 'Спросите у того, кто вёл стажировку: она не идёт, и пробы в ней больше не сдают',
  'tryout.notInPlan': 'Откройте план стажировки: такой пробы в нём нет',
  'tryout.nothingSent': 'Приложите снимок или файл, дайте ссылку или напишите две строки',
  'tryout.childrenUnsaid': 'Ответьте, есть ли на снимках дети: от этого зависит, кому их можно показать',
  'tryout.levelMissing': ({ criterion }) => `Выберите уровень: ${criterion}`,
  'tryout.ownWork': 'Попросите оценить другого: свою работу не оценивают',
  'tryout.ownHead': 'Попросите оценить площадку: руководитель школы стажёра его пробу не оценивает',
  'tryout.nothingToRate': 'Сначала сдайте работу, потом оцените её',
  'tryout.ratedAlready': 'Вы уже оценили себя: второй раз не нужно',
  'measurement.notAsked': 'Спросите у того, кто ведёт стажировку: Положение измерений не просит',
  'measurement.notYet': 'Сначала измерьте на входе; каждое следующее измерение — в другой день, и не раньше начала стажировки',
  'measurement.notAgreed': 'Дождитесь согласия стажёра и площадки: измеряют в состоявшейся стажировке',
  'measurement.doneAlready': 'Это измерение уже записано и больше не меняется',
  'tryout.isAssessed': 'Оценка поставлена и больше не меняется',
}

export const stateTags: Readonly<Record<TryOutState, TagProps>> = {
  assigned: { tone: 'now', word: 'Ещё не сдана' },
  handedIn: { tone: 'wait', icon: 'wait', word: 'Ждёт оценки' },
  returned: { tone: 'late', word: 'Вернули с замечанием' },
  assessed: { tone: 'ok', word: 'Оценена' },
}
