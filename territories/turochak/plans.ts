import type { PlanFacts } from '../../src/regulation/territory-facts.ts'

export const plans: readonly PlanFacts[] = [
  {
    siteOf: 'kedrovaya',
    period: '2023/24',
    lines: [
      {
        activity: 'Один класс — три уровня: как готовить такой урок',
        form: 'methodicalSeminar',
        from: '2023-10-05',
        to: '2023-10-05',
        responsible: ['samoylova'],
      },
      {
        activity: 'Карточки для разных уровней: делаем вместе',
        form: 'practicalSession',
        from: '2023-11-16',
        to: '2023-11-16',
        responsible: ['ivashkin'],
      },
      {
        activity: 'Консультации для учителей малых школ',
        form: 'consultation',
        from: '2024-01-22',
        to: '2024-02-09',
        responsible: ['kypchakova', 'ivashkin'],
      },
      {
        activity: 'Что даёт малая школа: круглый стол руководителей',
        form: 'roundTable',
        from: '2024-03-14',
        to: '2024-03-14',
        responsible: ['samoylova'],
      },
      {
        activity: 'Практика года: показываем и обсуждаем',
        form: 'conference',
        from: '2024-05-16',
        to: '2024-05-16',
        responsible: ['samoylova', 'kypchakova'],
      },
    ],
  },
]
