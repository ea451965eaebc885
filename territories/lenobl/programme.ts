import type { ProgrammeLife } from '../../src/regulation/life-facts.ts'

/** Sessions and the try-out of the programme, by their titles. */
export const tasks = {
  look: 'День в школе: уроки, перемены, совет класса',
  plan: 'Составляем план своего урока',
  gather: 'Разбор первых попыток',
  lesson: 'Фрагмент урока, на котором говорит каждый',
} as const

/** The programme of the two schools, with every part the paper asks for. */
export const programme: ProgrammeLife = {
  title: 'Класс, в котором всем трудно',
  ...{ by: 'vishnyakov', on: '2021-09-08' },
  relevance: 'Школы области, работающие в трудных условиях, ищут приёмы, которые проверены в таких же классах.',
  aim: 'Помочь педагогу построить работу с классом, в котором многим трудно учиться.',
  tasks: ['Показать работу школы целиком', 'Провести свой урок и разобрать его', 'Найти опору в классном коллективе'],
  contingent: ['педагоги', 'педагоги-психологи'],
  directions: ['Работа с классом', 'Разговор с родителями'],
  topics: [
    {
      title: 'Урок, на котором слышно каждого',
      teach: ['строить работу в парах и малых группах'],
      form: ['понимание, почему ученик молчит'],
      develop: ['умение менять урок на ходу'],
      sessions: [
        { title: tasks.look, form: 'immersion', hours: 8 },
        { title: tasks.plan, form: 'workshop', hours: 4 },
        { title: tasks.gather, form: 'webinar', hours: 2, remote: true },
      ],
      tryOuts: [
        {
          ...{ title: tasks.lesson, hours: 4 },
          assignment:
            'Проведите двадцать минут урока, на котором говорит каждый. Сдайте две строки о том, что вышло, или ссылку на запись.',
        },
      ],
      results: ['урок, на котором говорит больше половины класса'],
    },
  ],
  resources: {
    people: ['Учителя двух школ: 5', 'Педагог-психолог'],
    material: ['Два класса с подвижной мебелью', 'Видеосвязь'],
    teaching: ['Листы наблюдения', 'Папка заданий для пар'],
  },
  assessment: {
    external: {
      criteria: [
        { text: 'На уроке говорит каждый', indicator: 'в парах заняты не меньше 90 % класса' },
        { text: 'Учитель меняет урок по ответам', indicator: 'в разборе названы два таких места' },
      ],
      procedure: 'Куратор смотрит работу стажёра и обсуждает её с ним.',
      tools: 'Лист наблюдения',
    },
    self: {
      criteria: [{ text: 'Я слышал тех, кто обычно молчит', indicator: 'в дневнике есть примеры' }],
      procedure: 'Стажёр оценивает себя, когда сдаёт пробу.',
      tools: 'Дневник стажёра',
    },
  },
  agreedBy: [],
}
