import type { TopicCaptions } from '../topic.ts'

/** What the pages that write a regulation call the rules of this topic, each part of them and the values of its choices. */
export const reviewCaptions = {
  titles: {
    expertReview: ['review', 'Оценка экспертов'],
  },
  captions: {
    'expertReview.by': 'Кто проводит',
    'expertReview.comment': 'Когда эксперт пишет обоснование',
  },
  values: {
    comment: { always: 'всегда', edges: 'при самой низкой и самой высокой оценке', free: 'по желанию' },
  },
} as const satisfies TopicCaptions
