import type { PlanFacts } from '../../src/regulation/territory-facts.ts'

/** A plan of six lines for 2023/24. */
export const plans: readonly PlanFacts[] = [
  {
    siteOf: 'centre',
    period: '2023/24',
    lines: [
      {
        activity: 'Целевая модель наставничества: с чего начать в своей школе',
        form: 'seminar',
        from: '2023-09-21',
        to: '2023-09-21',
        responsible: ['arkhipova'],
        direction: 'mentoring',
      },
      {
        activity: 'Первый год в профессии: чем помочь молодому учителю',
        form: 'webinar',
        from: '2023-10-19',
        to: '2023-10-19',
        responsible: ['vlasov'],
        direction: 'mentoring',
      },
      {
        activity: 'Как составить маршрут вместе с наставляемым',
        form: 'consultation',
        from: '2023-11-13',
        to: '2023-12-08',
        responsible: ['arkhipova'],
        direction: 'mentoring',
      },
      {
        activity: 'Две команды — один вопрос: школы обмениваются практиками',
        form: 'practiceExchange',
        from: '2024-02-15',
        to: '2024-02-15',
        responsible: ['vlasov'],
        direction: 'mentoring',
      },
      {
        activity: 'Группа «Памятка наставника»',
        form: 'workingGroup',
        from: '2024-03-11',
        to: '2024-03-29',
        responsible: ['krylova'],
        direction: 'mentoring',
      },
      {
        activity: 'Наставничество в районе: итоги первого года',
        form: 'conference',
        from: '2024-05-16',
        to: '2024-05-16',
        responsible: ['arkhipova'],
        direction: 'mentoring',
      },
    ],
  },
]
