import type { RuleTexts } from '../../../web/refusals.ts'
import type { RegisterGroup } from './model.ts'

export const ruleTexts: RuleTexts = {
  'evidence.notNow': 'Сейчас доказательства менять нельзя: заявка отправлена. Дождитесь, пока её вернут на доработку',
  'evidence.unknownCriterion': 'Выберите показатель со страницы «Право на статус»: такого в Положении нет',
  'evidence.nothingGiven': 'Выберите файл, впишите ссылку или отметьте сведения из реестров',
  'evidence.nothingNew': 'Отметьте другие сведения: эти уже приложены',
  'evidence.badLink': 'Впишите адрес страницы целиком, например https://shkola.ru/opyt',
  'evidence.factGone': 'Отметьте сведения из реестров заново: пока вы выбирали, реестр изменился',
  'evidence.tooMany': ({ most }) => `Уберите лишнее: к одному показателю прикладывают не больше ${most} доказательств`,
}

export const groupNames: Readonly<Record<RegisterGroup, string>> = {
  status: 'статусы площадок',
  network: 'сетевая работа',
  category: 'категории',
  achievement: 'достижения',
  active: 'методический актив',
}
