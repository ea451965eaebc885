import type { RuleTexts } from '../../web/refusals.ts'
import type { ProgrammeState } from './model.ts'

export const ruleTexts: RuleTexts = {
  'programme.tooManyTopics': ({ most }) => `Уберите лишние темы: в программе не больше ${most}`,
  'programme.wrongHours': ({ most }) => `Напишите часы от 0 до ${most}, можно с половиной: 1,5`,
  'programme.unknownForm': 'Выберите форму работы из списка Положения',
  'programme.onlyRemote': ({ reason }) => `${reason}. Выберите форму, которую проводят дистанционно`,
  'programme.topicNeedsTitle': 'Напишите название темы',
  'programme.versionIsOpen': 'Откройте начатую редакцию: новая появится, когда закончат с ней',
  'programme.nothingToDrop': 'Новой редакции нет: отменять нечего',
  'programme.versionByReturn': 'Дождитесь решения по заявке: новая редакция появится, если заявку вернут на доработку',
  'programme.nothingToCopy': 'Выберите программу из списка: эту перенести нельзя',
  'programme.copyNeedsParts': 'Отметьте хотя бы одну часть',
  'programme.needsFile': 'Выберите файл DOCX с программой',
  'programme.notDocx': ({ name }) => `Сохраните «${name}» в формате DOCX и выберите снова: разобрать можно только его`,
  'programme.fileUnreadable': ({ name }) =>
    `Откройте «${name}», сохраните заново как DOCX и выберите снова: прочитать его не удалось`,
  'programme.fileTooLong': ({ name }) => `Разделите «${name}» на части: для одной программы в нём слишком много текста`,
  'programme.fileTooHard': ({ name }) =>
    `Скопируйте текст «${name}» в новый файл DOCX и выберите его: этот устроен слишком сложно, разобрать его не удалось`,
  'programme.readerBusy': ({ name }) => `Подождите полминуты и выберите «${name}» снова: сейчас разбирают другие файлы`,
  'programme.fileWithoutText': ({ name }) => `Выберите файл с текстом: в «${name}» только картинки или ничего нет`,
  'programme.nothingToCarryOver': 'Выберите место хотя бы для одного куска текста: переносить пока нечего',
  'programme.needsTitle': 'Назовите программу: без названия её не закрепить',
  'programme.saysNothing': 'Напишите в программе хотя бы цель или одну тему: пустую закреплять нечего',
  'programme.fixedBySubmission': 'Отправьте заявку: программа закрепится вместе с ней',
  'programme.agreementNotAsked': 'Работайте по программе: Положение не требует её согласовать',
  'programme.isSent': 'Дождитесь решения или заберите программу с согласования: она отправлена или уже согласована',
  'programme.isNotSent': 'Откройте программу заново: на согласовании её нет',
  'programme.completionHours': ({ most }) => `Поставьте не больше ${most}: столько в занятиях и пробах программы`,
  'programme.levelOfNothing': 'Отметьте хотя бы одну пробу: уровень ставят за пробы',
  'programme.tryOutsNotAssessed': 'Снимите отметку с проб: на этой территории их не сдают и не оценивают',
  'programme.exitNotMeasured': 'Снимите отметку с измерения: на этой территории стажёров не измеряют',
  'programme.notComplete': 'Допишите программу: чего не хватает, сказано у каждой части',
}

export const stateNames: Readonly<Record<ProgrammeState, string>> = { draft: 'Черновик', fixed: 'Закреплена' }
