import type { RuleTexts } from '../../web/refusals.ts'
import type { ProgrammeState } from './model.ts'

export const ruleTexts: RuleTexts = {
  'programme.needsTitle': 'Назовите программу',
  'programme.tooManyTopics': ({ most }) => `Уберите лишние темы: в программе не больше ${most}`,
  'programme.wrongHours': ({ most }) => `Напишите часы от 0 до ${most}, можно с половиной: 1,5`,
  'programme.unknownForm': 'Выберите форму работы из списка Положения',
  'programme.topicNeedsTitle': 'Напишите название темы',
  'programme.needsReason': 'Напишите, почему меняете закреплённую программу',
  'programme.versionIsOpen': 'Откройте начатую редакцию: новая появится, когда закончат с ней',
  'programme.nothingToDrop': 'Новой редакции нет: отменять нечего',
  'programme.versionByReturn': 'Дождитесь решения по заявке: новая редакция появится, если заявку вернут на доработку',
  'programme.fixedBySubmission': 'Отправьте заявку: программа закрепится вместе с ней',
  'programme.notComplete': 'Допишите программу: чего не хватает, сказано у каждой части',
}

export const stateNames: Readonly<Record<ProgrammeState, string>> = { draft: 'Черновик', fixed: 'Закреплена' }
