import type { TopicCaptions } from '../topic.ts'

/** What the pages that write a regulation call the rules of this topic, each part of them and the values of its choices. */
export const reviewCaptions = {
  titles: {
    expertReview: ['review', 'Оценка экспертов'],
  },
  captions: {
    'expertReview.by': 'Кто проводит',
    'expertReview.words': 'Каким словом названо в бумаге',
    'expertReview.way': 'Как оценивают',
    'expertReview.comment': 'Когда эксперт пишет обоснование',
    'expertReview.criteria': 'Критерии, если они названы в бумаге',
    'expertReview.criteria.text': 'Критерий',
    'expertReview.criteria.weight': 'Вес',
    'expertReview.criteria.most': 'Наибольший балл',
    'expertReview.criteria.least': 'Наименьший проходной балл, если он назван',
    'expertReview.criteria.clause': 'Пункт',
    'expertReview.aggregate': 'Как складывают оценки экспертов',
    'expertReview.pass': 'Сколько нужно, чтобы пройти, если названо',
    'expertReview.panel': 'Сколько экспертов читают заявку, если названо',
    'expertReview.divergence': 'При каком расхождении в процентах нужен ещё один, если названо',
  },
  values: {
    comment: { always: 'всегда', edges: 'при самой низкой и самой высокой оценке', free: 'по желанию' },
    'expertReview.way': {
      byOrder: 'по критериям, которые задаёт документ о приёме',
      words: 'словами, без баллов',
      points: 'баллами по критериям из этой бумаги',
    },
    'expertReview.aggregate': {
      median: 'медиана',
      mean: 'среднее',
      sum: 'сумма',
      yes: 'число экспертов, которые за',
    },
  },
} as const satisfies TopicCaptions
