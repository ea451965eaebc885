import type { LifeFacts, SiteLife } from '../../src/regulation/life-facts.ts'
import { invented, postsFrom } from '../../src/regulation/people-facts.ts'
import type { PersonFacts, PlanLineFacts } from '../../src/regulation/register-facts.ts'
import { openDays } from './open-days.ts'
import { plans } from './plans.ts'
import { programme, tasks } from './programme.ts'

const post = postsFrom('2019-09-01')
const teacher = (organisation: string, subject: string, of: string) => post(organisation, 'teacher', `учитель ${of}`, subject)

const people: readonly PersonFacts[] = [
  invented('beryozovaya1', 'Берестова Аглая Тихоновна', [teacher('beryozovaya', 'математика', 'математики')]),
  invented('beryozovaya2', 'Серёжкин Платон Ильич', [
    teacher('beryozovaya', 'русский язык и литература', 'русского языка и литературы'),
  ]),
  invented('kamennaya1', 'Гранитова Фаина Львовна', [
    teacher('kamennaya', 'история и обществознание', 'истории и обществознания'),
  ]),
  invented('kamennaya2', 'Кремнёв Савва Глебович', [teacher('kamennaya', 'физика', 'физики')]),
  invented('polevaya1', 'Колосова Милица Юрьевна', [post('polevaya', 'psychologist', 'педагог-психолог')]),
  invented('polevaya2', 'Васильков Артемий Фокич', [teacher('polevaya', 'начальные классы', 'начальных классов')]),
]

const room = 'пос. Озёрный, школа, актовый зал'
const [meeting, day, workshop] = (plans[0]?.lines ?? []).map(({ activity }) => activity)
const parents = 'Разговор с родителями, который получился'
const answers = 'Вопросы о пробах: отвечают кураторы'
const lessons = 'Урок в трудном классе: смотрим и обсуждаем'

/** What the two schools have added to the sample. */
const added: readonly PlanLineFacts[] = [
  { activity: parents, form: 'seminar', from: '2021-11-18', to: '2021-11-18', responsible: ['lapina'] },
  { activity: answers, form: 'webinar', from: '2021-11-23', to: '2021-11-23', responsible: ['belova'] },
  { activity: lessons, form: 'masterClass', from: '2021-12-08', to: '2021-12-08', responsible: ['matveev'] },
]

const takes = (on: string, ...keys: string[]) => keys.map((person) => ({ person, on }))
const everybody = ['tumanov', 'beryozovaya1', 'beryozovaya2', 'kamennaya1', 'kamennaya2', 'polevaya1', 'yurasov']
const { look, plan, gather } = tasks

const events: SiteLife['events'] = [
  {
    activity: meeting ?? '',
    ...{ day: '2021-09-30', from: '11:00', until: '13:15', room, audience: 'стажёры и руководители школ', places: 25 },
    ...{ by: 'vishnyakov', announcedOn: '2021-09-16', takes: takes('2021-09-20', ...everybody) },
    held: {
      present: everybody,
      ...{ guests: 4, note: 'Были методисты института', closedOn: '2021-09-30' },
      answers: [
        ['tumanov', '4', 'yes', 'Покажите, как устроен совет класса'],
        ['beryozovaya1', '4', 'yes'],
        ['beryozovaya2', '3', 'maybe'],
        ['kamennaya1', '4', 'yes', 'Хочется увидеть обычный урок'],
        ['kamennaya2', '3', 'yes'],
        ['polevaya1', '4', 'yes'],
      ],
      papers: { by: 'vishnyakov', on: '2021-10-04', kind: 'certificate', people: everybody },
    },
  },
  {
    activity: day ?? '',
    ...{ day: '2021-10-27', from: '08:30', until: '14:30', room: 'пос. Озёрный, школа', places: 8, takesLessons: true },
    ...{ by: 'vishnyakov', announcedOn: '2021-10-11', takes: takes('2021-10-12', 'beryozovaya1', 'kamennaya1', 'polevaya1') },
    sent: [{ person: 'beryozovaya2', by: 'rodionova', on: '2021-10-13', answeredOn: '2021-10-14' }],
    released: [{ person: 'beryozovaya1', by: 'rodionova', on: '2021-10-13' }],
    held: {
      present: ['beryozovaya1', 'beryozovaya2', 'kamennaya1', 'polevaya1'],
      closedOn: '2021-10-27',
      answers: [['beryozovaya2', '4', 'yes', 'Такой день нужен каждой школе']],
      papers: { by: 'vishnyakov', on: '2021-10-29', kind: 'note', people: ['beryozovaya1', 'beryozovaya2'] },
    },
  },
  {
    activity: parents,
    ...{ day: '2021-11-18', from: '15:00', until: '16:30', room, places: 12, by: 'vishnyakov', announcedOn: '2021-11-03' },
    takes: takes('2021-11-05', 'beryozovaya1', 'polevaya1', 'polevaya2'),
    held: { present: ['beryozovaya1', 'polevaya1'] },
  },
  {
    activity: answers,
    ...{ day: '2021-11-23', from: '16:00', until: '17:00', link: 'https://video.example/voprosy-o-probah' },
    ...{ by: 'vishnyakov', announcedOn: '2021-11-08', takes: takes('2021-11-10', 'beryozovaya1', 'kamennaya1', 'kamennaya2') },
  },
  {
    activity: workshop ?? '',
    ...{ day: '2021-11-24', from: '10:00', until: '12:15', room, audience: 'психологи и классные руководители', places: 3 },
    ...{ takesLessons: true, by: 'vishnyakov', announcedOn: '2021-11-08' },
    takes: takes('2021-11-11', 'beryozovaya1', 'polevaya1', 'kamennaya2', 'beryozovaya2', 'polevaya2'),
    released: [{ person: 'kamennaya2', by: 'kalinina', on: '2021-11-12' }],
  },
  {
    activity: lessons,
    ...{ day: '2021-12-08', from: '10:20', until: '12:00', room, audience: 'учителя всех предметов', places: 15 },
    ...{
      takesLessons: true,
      by: 'vishnyakov',
      announcedOn: '2021-11-19',
      takes: takes('2021-11-22', 'kamennaya1', 'polevaya2', 'strelnikov', 'fomina', 'lukin', 'shubina', 'vetrov'),
    },
    sent: [{ person: 'beryozovaya1', by: 'rodionova', on: '2021-11-22' }],
  },
]

const traineeships: SiteLife['traineeships'] = [
  {
    person: 'beryozovaya1',
    ...{ from: '2021-10-01', to: '2021-12-24', begun: { as: 'school', by: 'rodionova', on: '2021-09-27' } },
    ...{
      answeredOn: '2021-09-28',
      admitted: { person: 'vishnyakov', on: '2021-09-29' },
      startedOn: '2021-10-01',
      guide: 'vishnyakov',
    },
    days: {
      ...{ by: 'vishnyakov', on: '2021-11-12' },
      of: { [look]: { event: day ?? '' }, [plan]: '2021-12-02', [gather]: { event: answers } },
    },
    measured: [
      { kind: 'entry', person: 'vishnyakov', on: '2021-10-04', level: 'begun' },
      { kind: 'entry', person: 'beryozovaya1', on: '2021-10-04', level: 'hidden' },
    ],
    tryOuts: [
      {
        title: tasks.lesson,
        works: [
          {
            ...{ on: '2021-11-16', words: 'Провела двадцать минут урока в парах. Двое молчали, остальные спорили по делу.' },
            returned: { person: 'vishnyakov', on: '2021-11-19', remark: 'Допишите, что вы сделали с двумя молчавшими' },
          },
        ],
        self: { on: '2021-11-16', level: 'begun' },
      },
    ],
  },
  {
    person: 'kamennaya1',
    ...{ from: '2021-10-01', to: '2021-12-24', begun: { as: 'site', by: 'vishnyakov', on: '2021-09-27' } },
    ...{ answeredOn: '2021-09-28', startedOn: '2021-10-01', guide: 'vishnyakov' },
    measured: [
      { kind: 'entry', person: 'vishnyakov', on: '2021-10-05', level: 'seen' },
      { kind: 'entry', person: 'kamennaya1', on: '2021-10-05', level: 'begun' },
    ],
    tryOuts: [
      {
        title: tasks.lesson,
        works: [
          {
            on: '2021-11-17',
            words: 'Урок о реформах 1860-х: работа по источникам в группах.',
            link: 'https://video.example/urok-reformy',
          },
        ],
        self: { on: '2021-11-17', level: 'seen' },
      },
    ],
  },
  {
    person: 'polevaya1',
    ...{ from: '2021-10-01', to: '2021-11-19', begun: { as: 'site', by: 'vishnyakov', on: '2021-09-27' } },
    ...{ answeredOn: '2021-09-28', startedOn: '2021-10-01', guide: 'vishnyakov' },
    held: [
      { session: look, person: 'vishnyakov', on: '2021-10-27' },
      { session: plan, person: 'vishnyakov', on: '2021-11-09' },
      { session: gather, person: 'vishnyakov', on: '2021-11-11' },
    ],
    measured: [
      { kind: 'entry', person: 'vishnyakov', on: '2021-10-04', level: 'begun' },
      { kind: 'exit', person: 'vishnyakov', on: '2021-11-11', level: 'steady' },
    ],
    tryOuts: [
      {
        title: tasks.lesson,
        works: [
          {
            ...{ on: '2021-11-01', words: 'Занятие с классом о том, как просить помощи.' },
            returned: { person: 'vishnyakov', on: '2021-11-03', remark: 'Напишите, что ответили сами дети: без имён, словами' },
          },
          { on: '2021-11-08', words: 'Добавила ответы: «боюсь, что засмеют», «не знаю, кого спросить». Договорились о знаке.' },
        ],
        self: { on: '2021-11-08', level: 'seen' },
        assessed: {
          ...{ person: 'vishnyakov', on: '2021-11-10', level: 'steady' },
          comment: 'Удалось: договорённость придумал класс. Усилить: вернуться к ней через месяц.',
        },
      },
    ],
    finished: { person: 'vishnyakov', on: '2021-11-12' },
  },
  {
    person: 'kamennaya2',
    ...{ from: '2021-12-01', to: '2022-03-25', begun: { as: 'self', by: 'kamennaya2', on: '2021-11-19' } },
  },
  {
    person: 'beryozovaya2',
    ...{ from: '2021-12-01', to: '2022-03-25', begun: { as: 'school', by: 'rodionova', on: '2021-11-22' } },
  },
]

/** The autumn of the first site of two schools: what stands on the pages when the demonstration opens. */
export const life: LifeFacts = {
  today: '2021-11-23',
  organisations: [],
  people,
  signedOn: '2021-09-01',
  drafts: [openDays],
  acquainted: [],
  assignments: [{ person: 'kondratyev', point: '3', on: '2021-09-24', note: 'Договор подписан обеими сторонами 24.09.2021' }],
  sites: [
    {
      siteOf: 'ozyornaya',
      contract: {
        ...{ by: 'kondratyev', signedBy: 'vishnyakov', on: '2021-09-24', from: '2021-09-24', to: '2024-08-31' },
        subject:
          'Совместная деятельность по теме площадки «Школа, которая справилась: как работать с классом в трудных условиях»',
        terms:
          'Институт направляет стажёров и помогает составить программу. Площадка принимает стажёров и показывает свою работу.',
      },
      plan: {
        ...{ period: '2021/22', by: 'vishnyakov', on: '2021-09-06', lines: [...(plans[0]?.lines ?? []), ...added] },
        passedBy: ['vishnyakov'],
      },
      programme,
      events,
      traineeships,
    },
  ],
}
