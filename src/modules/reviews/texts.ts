import { named } from '../../history/words.ts'
import { lower } from '../../kernel/names.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import { percent, recommendationNames } from './wording.ts'

export const ruleTexts: RuleTexts = {
  'expert.alreadyInPool': 'Выберите другого человека: этот уже в числе экспертов',
  'expert.needsEmployer': 'Выберите или впишите место работы: по нему ищут конфликт интересов',
  'expert.unknownDirection': 'Выберите направления из списка Положения',
  'expert.endsBeforeStart': 'Поставьте последний день не раньше первого',
  'expert.hasOpenReviews': ({ count }) => `Сначала замените эксперта в заявках, которые он ещё читает: их ${count}`,

  'review.needsExperts': 'Выберите хотя бы одного эксперта',
  'review.expertTwice': 'Уберите повтор: эксперт читает заявку один раз',
  'review.notExpert': 'Выберите эксперта из списка: этого человека среди экспертов нет',
  'review.dueInPast': 'Поставьте срок не раньше сегодняшнего дня',
  'review.conflict': ({ expert, reason }) => `Выберите другого эксперта вместо ${expert}: ${lower(String(reason))}`,
  'review.unknownCriterion': 'Обновите страницу: критерии приёма изменились',
  'review.unknownLevel': 'Выберите один из уровней критерия',
  'review.noCriteria': 'Сообщите методисту: у этого приёма нет критериев, заключение по ним составить нельзя',
  'review.needsPoints': 'Выберите уровень',
  'review.needsComment': 'Напишите обоснование: оно обязательно при любом уровне',
  'review.needsEdgeComment': 'Напишите обоснование: для высшего и низшего уровня оно обязательно',
  'review.needsConclusion': 'Напишите заключение',
  'review.needsRecommendation': 'Выберите рекомендацию',
  'review.atOdds': ({ total, recommendation }) =>
    `Проверьте: уровни дают ${percent(Number(total))} наибольшей оценки, а рекомендация — «${named(recommendationNames, recommendation)}». Если так и есть, отметьте это и отправьте ещё раз`,
  'review.paperInFuture': 'Поставьте дату бумаги не позже сегодняшней',
  'review.needsPaper': 'Приложите снимок бумажного заключения',
  'review.stillWriting': 'Дождитесь заключений или замените экспертов: кто-то ещё пишет',
  'review.nothingSent': 'Дождитесь хотя бы одного заключения: пока решать не по чему',
  'protocol.needsDecision': 'Напишите решение хотя бы по одной заявке',
  'protocol.unknownApplication': 'Обновите страницу: одной из заявок в этом приёме уже нет',
  'protocol.unfinishedReview': ({ number }) => `Уберите решение по заявке № ${number}: её экспертиза не закончена`,
  'protocol.heldInFuture': 'Поставьте дату заседания не позже сегодняшней',
  'protocol.needsMembers': 'Отметьте хотя бы одного члена комиссии',
  'protocol.unknownPerson': 'Выберите человека из списка: в этот день он мог участвовать в заседании',
  'protocol.sameChairAndSecretary': 'Выберите секретарём другого человека: он не может быть и председателем',
}
