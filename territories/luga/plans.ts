import type { PlanFacts } from '../../src/regulation/territory-facts.ts'

// The second half of 2020/21: the order is of January.
export const plans: readonly PlanFacts[] = [
  {
    siteOf: 'school3',
    period: '2020/21',
    lines: [
      {
        activity: 'Встреча руководителей четырёх школ: что мешает и с чего начать',
        form: 'experienceExchange',
        from: '2021-02-10',
        to: '2021-02-10',
        responsible: ['snigur'],
      },
      {
        activity: 'Русский язык, 7 класс: текст, который хочется дочитать',
        form: 'openLesson',
        from: '2021-02-25',
        to: '2021-02-25',
        responsible: ['ilyin'],
      },
      {
        activity: 'Беседы с учителями Торошковской школы о трудных темах',
        form: 'individualTalk',
        from: '2021-03-09',
        to: '2021-03-19',
        responsible: ['vetrova'],
      },
      {
        activity: 'Алгебра, 8 класс: задачи на движение',
        form: 'openLesson',
        from: '2021-04-13',
        to: '2021-04-13',
        responsible: ['vetrova'],
      },
      {
        activity: 'Карты уроков по геометрии для 7 класса',
        form: 'siteMaterials',
        from: '2021-04-19',
        to: '2021-04-30',
        responsible: ['sokolova', 'vetrova'],
      },
      {
        activity: 'Проверка тетрадей: общие правила для четырёх школ',
        form: 'workingGroup',
        from: '2021-05-11',
        to: '2021-05-21',
        responsible: ['lavrova'],
      },
    ],
  },
  {
    siteOf: 'school4',
    period: '2020/21',
    lines: [
      {
        activity: 'Как школа читает свои результаты: разбор для директоров',
        form: 'experienceExchange',
        from: '2021-02-16',
        to: '2021-02-16',
        responsible: ['burzhinskaya', 'mironov'],
      },
      {
        activity: 'Английский язык, 6 класс: говорят все',
        form: 'openLesson',
        from: '2021-03-04',
        to: '2021-03-04',
        responsible: ['tarasova'],
      },
      {
        activity: 'Биология, 9 класс: опыт без лаборатории',
        form: 'openLesson',
        from: '2021-04-08',
        to: '2021-04-08',
        responsible: ['kuznetsova4'],
      },
      {
        activity: 'Чат учителей истории: задания с картой',
        form: 'subjectChat',
        from: '2021-04-12',
        to: '2021-05-14',
        responsible: ['rybakov'],
      },
    ],
  },
  {
    siteOf: 'school6',
    period: '2020/21',
    lines: [
      {
        activity: 'Команда перемен: как распределить обязанности',
        form: 'experienceExchange',
        from: '2021-02-18',
        to: '2021-02-18',
        responsible: ['golubykh'],
      },
      {
        activity: 'Чтение во 2 классе: вопросы, которые задают дети',
        form: 'openLesson',
        from: '2021-03-16',
        to: '2021-03-16',
        responsible: ['polyakova'],
      },
      {
        activity: 'Беседы с учителями математики Ям-Тесовской школы',
        form: 'individualTalk',
        from: '2021-04-05',
        to: '2021-04-16',
        responsible: ['dubrovin'],
      },
      {
        activity: 'Сочинение в 9 классе: от наблюдения к тексту',
        form: 'openLesson',
        from: '2021-04-22',
        to: '2021-04-22',
        responsible: ['chernova'],
      },
    ],
  },
]
