import type { RuleTexts } from '../../web/refusals.ts'
import type { SubmissionState } from './machine.ts'
import type { Verdict } from './model.ts'

export const stateNames: Readonly<Record<SubmissionState, string>> = {
  draft: 'черновик',
  sent: 'ждёт решения',
  returned: 'возвращено',
  drafted: 'готовится решение',
  decided: 'решено',
}

/** What the operator proposes, in lists. */
export const proposalNames: Readonly<Record<Verdict, string>> = { include: 'присвоить статус', exclude: 'отклонить' }

export const ruleTexts: RuleTexts = {
  'submission.noItems': 'Включите в список хотя бы одну заявку',
  'submission.choiceMissing': 'Выберите: присвоить статус или отклонить',
  'submission.reasonMissing': 'Напишите, почему заявка отклоняется: основание увидит заявитель',
  'submission.noSubmissionHere': 'Представления здесь нет: по заявкам решают сразу. Положение об этом молчит',
  'submission.severalLines': 'Заявки поданы по разным Положениям. Составьте проект решения по каждому отдельно',
  'submission.decidedBySubmission': 'Положение требует представления оператора: по заявкам решают на его странице',
  'submission.alreadyOpen': ({ number }) =>
    `По этому приёму уже готовится представление № ${number}. Откройте его или удалите черновик`,
  'submission.nothingReady': 'Готовых заявок нет: в представление попадают те, что прошли все проверки',
  'submission.unknownApplication': 'Такой заявки среди готовых нет. Обновите страницу и составьте список снова',
  'submission.listedTwice': 'Одна заявка стоит в списке дважды. Обновите страницу и составьте список снова',
  'submission.notReady': ({ label }) =>
    `Состояние изменилось: ${label} больше не может войти в представление. Сохраните список без неё`,
  'submission.noProtocol': 'Сначала подпишите протокол экспертизы этого приёма',
  'submission.remarkMissing': 'Напишите, что исправить: замечание увидит оператор',
  'submission.termTooLong': ({ label, reason }) => `Срок в заявке не подходит, ${label}. ${reason}`,
  'submission.noTerm': ({ label }) => `Не назван срок: ${label}. Попросите заявителя дополнить её или отклоните`,
  'submission.alreadyDrafted': ({ label }) => `По заявке уже готовится другое решение: ${label}. Обновите страницу`,
}
