import type { TopicCaptions } from '../topic.ts'

/** What the pages that write a regulation call the rules of this topic, each part of them and the values of its choices. */
export const statusCaptions = {
  titles: {
    status: ['status', 'Присвоение статуса'],
    siteList: ['status', 'Список площадок'],
    term: ['status', 'Срок статуса'],
    contract: ['status', 'Договор'],
    termination: ['status', 'Прекращение статуса'],
    attachments: ['status', 'Закреплённые школы'],
  },
  captions: {
    'status.grantedBy': 'Кто присваивает статус',
    'status.act': 'Каким актом',
    'status.onSubmissionOfOperator': 'По представлению оператора',
    'status.steps': 'Путь к статусу',
    'siteList.approvedBy': 'Кто утверждает список площадок',
    'siteList.act': 'Каким актом',
    'siteList.columns': 'Графы списка',
    'term.kind': 'Как сказано о сроке',
    'term.months': 'Не дольше, месяцев',
    'term.from': 'С',
    'term.to': 'По',
    'contract.between': 'Кто заключает договор',
    'termination.decidedBy': 'Кто прекращает статус',
    'termination.grounds': 'Основания',
    'termination.grounds.text': 'Основание',
    'termination.grounds.proposedBy': 'Кто предлагает',
    'attachments.by': 'Чем закрепляют школы',
    'attachments.publicWords': 'Как закреплённые школы названы открыто',
  },
  values: {
    steps: {
      call: 'объявление приёма',
      application: 'заявка',
      technicalCheck: 'проверка документов',
      expertReview: 'оценка экспертов',
      submission: 'представление оператора',
      order: 'подписанный документ',
      contract: 'договор',
    },
    'term.kind': { longest: 'не дольше стольких месяцев', fixed: 'с одного названного дня по другой' },
    'attachments.by': { order: 'подписанным документом' },
  },
} as const satisfies TopicCaptions
