import type { PlanFacts } from '../../src/regulation/territory-facts.ts'

export const plans: readonly PlanFacts[] = [
  {
    siteOf: 'ozyornaya',
    period: '2021/22',
    lines: [
      {
        activity: 'Две школы — одна программа: знакомство со стажёрами',
        form: 'seminar',
        from: '2021-09-30',
        to: '2021-09-30',
        responsible: ['vishnyakov'],
      },
      {
        activity: 'День в нашей школе: от первого звонка до педсовета',
        form: 'immersion',
        from: '2021-10-27',
        to: '2021-10-27',
        responsible: ['belova'],
      },
      {
        activity: 'Класс, в котором всем трудно: мастерская психолога',
        form: 'workshop',
        from: '2021-11-24',
        to: '2021-11-24',
        responsible: ['lapina'],
      },
      { activity: 'Математика без страха', form: 'masterClass', from: '2022-01-26', to: '2022-01-26', responsible: ['ignatova'] },
      {
        activity: 'Разговор с родителями: виртуальное объединение',
        form: 'virtualUnion',
        from: '2022-02-14',
        to: '2022-03-11',
        responsible: ['matveev', 'gusarov'],
      },
      {
        activity: 'Что получилось: итоги первого года',
        form: 'roundTable',
        from: '2022-05-18',
        to: '2022-05-18',
        responsible: ['vishnyakov'],
      },
    ],
  },
]
