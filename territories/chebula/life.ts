import type { LifeFacts } from '../../src/regulation/life-facts.ts'
import { secondarySchool } from '../../src/regulation/organisation-facts.ts'
import { invented, postsFrom } from '../../src/regulation/people-facts.ts'
import type { OrganisationFacts, PersonFacts, PlanLineFacts } from '../../src/regulation/register-facts.ts'
import { plans } from './plans.ts'

const post = postsFrom('2019-09-01')
const teacher = (organisation: string, subject: string, of: string) => post(organisation, 'teacher', `учитель ${of}`, subject)
const director = (organisation: string) => post(organisation, 'head', 'директор')
const school = (...names: [key: string, name: string, settlement: string]): OrganisationFacts =>
  secondarySchool('МБОУ', names, { invented: true })

/** Schools from which teachers come; the order names none. */
const organisations = [school('tikhaya', 'Тихоструйская', 'с. Тихая Струя'), school('polyana', 'Поляновская', 'пос. Полянка')]

const people: readonly PersonFacts[] = [
  invented('headTikhaya', 'Ручьёв Емельян Кузьмич', [director('tikhaya')]),
  invented('tikhaya1', 'Бережкова Ульяна Титовна', [teacher('tikhaya', 'математика', 'математики')]),
  invented('tikhaya2', 'Камышов Лука Демидович', [teacher('tikhaya', 'география', 'географии')]),
  invented('tikhaya3', 'Родникова Эмма Власовна', [post('tikhaya', 'psychologist', 'педагог-психолог')]),
  invented('headPolyana', 'Лугова Инесса Карповна', [director('polyana')]),
  invented('polyana1', 'Клеверова Дина Архиповна', [teacher('polyana', 'начальные классы', 'начальных классов')]),
  invented('polyana2', 'Ромашкин Глеб Фокич', [teacher('polyana', 'информатика', 'информатики')]),
]

const room = 'с. Усть-Чебула, школа, каб. 21'
const [seminar, mathematics, practicum] = (plans[0]?.lines ?? []).map(({ activity }) => activity)
const [lecture, physics] = (plans[1]?.lines ?? []).map(({ activity }) => activity)
const consultations = 'Консультации: задания для своего урока'
const history = 'Смысловое чтение на уроке истории, 7 класс'
const geography = 'Карта, график и текст: открытое занятие по географии'

/** What each head has added to the sample. */
const ofUsta: readonly PlanLineFacts[] = [
  {
    ...{ activity: consultations, form: 'consultation', from: '2021-11-15', to: '2021-12-17' },
    ...{ responsible: ['belyaeva', 'gromov'], direction: 'network' },
  },
  {
    ...{ activity: history, form: 'openLesson', from: '2021-11-19', to: '2021-11-19' },
    ...{ responsible: ['zueva'], direction: 'technologies' },
  },
]
const ofVerkh: readonly PlanLineFacts[] = [
  {
    ...{ activity: geography, form: 'openLesson', from: '2021-11-25', to: '2021-11-25' },
    ...{ responsible: ['orlov'], direction: 'technologies' },
  },
]

const format = 'одна из форм повышения квалификации'
const takes = (on: string, ...keys: string[]) => keys.map((person) => ({ person, on }))
const [tasks, reading, own] = ['Что проверяет задание', 'Задание для своего класса', 'Свой урок с разбором']
const everybody = ['olkhovka1', 'olkhovka2', 'tikhaya1', 'tikhaya2', 'polyana1', 'polyana2', 'lebedeva']

/** The autumn of two sites: what stands on the pages when the demonstration opens. */
export const life: LifeFacts = {
  today: '2021-11-18',
  organisations,
  people,
  acquainted: [
    { by: 'koroteeva', on: '2021-08-25' },
    { by: 'danilchenko', on: '2021-08-26' },
  ],
  assignments: [
    { person: 'koroteeva', point: '2', on: '2021-11-12', note: 'Площадка работает: план утверждён, два мероприятия прошли' },
  ],
  sites: [
    {
      siteOf: 'ustChebula',
      plan: {
        ...{ period: '2021/22', by: 'belyaeva', on: '2021-08-30' },
        lines: [...(plans[0]?.lines ?? []), ...ofUsta],
        passedBy: ['morozova', 'morozova'],
      },
      programme: {
        title: 'Функциональная грамотность на каждом уроке',
        ...{ by: 'belyaeva', on: '2021-09-01' },
        relevance:
          'Ученики решают пример и не решают задачу из магазина: учителю нужны задания, в которых надо понять написанное.',
        aim: 'Научить учителя составлять и проводить задания на понимание.',
        tasks: ['Разобрать задания вместе', 'Провести свой урок и обсудить его'],
        contingent: ['педагогические работники'],
        directions: ['Новые педагогические технологии и современный урок', 'Новое в содержании образования и воспитании'],
        topics: [
          {
            title: 'Задание, которое надо понять',
            ...{ teach: ['составлять задания на понимание'], form: ['умение видеть, что проверяет задание'], develop: [] },
            sessions: [
              { title: tasks, form: 'seminar', hours: 6 },
              { title: reading, form: 'practicum', hours: 6 },
              { title: own, form: 'openLesson', hours: 4 },
            ],
            ...{ tryOuts: [], results: ['пять заданий для своего класса', 'проведённый урок'] },
          },
        ],
        resources: {
          people: ['Учителя площадки: 4'],
          material: ['Кабинет математики, кабинет физики'],
          teaching: ['Сборник заданий школы'],
        },
        completion: { share: 75, exit: true },
        agreedBy: ['morozova'],
      },
      events: [
        {
          activity: seminar ?? '',
          ...{ day: '2021-09-28', from: '10:00', until: '12:15', room, audience: 'учителя всех предметов', places: 20 },
          ...{ by: 'belyaeva', announcedOn: '2021-09-13', takes: takes('2021-09-15', ...everybody, 'tikhaya3') },
          held: {
            present: everybody,
            ...{ guests: 2, note: 'Двое — студенты на практике', closedOn: '2021-09-28' },
            answers: [
              ['olkhovka1', '4', 'yes', 'Дайте задания для 5 класса'],
              ['olkhovka2', '4', 'yes'],
              ['tikhaya1', '3', 'maybe'],
              ['tikhaya2', '4', 'yes', 'Хотелось бы увидеть урок целиком'],
              ['polyana1', '3', 'yes'],
              ['lebedeva', '4', 'maybe'],
            ],
            papers: { by: 'belyaeva', on: '2021-10-01', kind: 'certificate', people: everybody },
          },
        },
        {
          activity: mathematics ?? '',
          ...{ day: '2021-10-21', from: '09:20', until: '10:50', room, audience: 'учителя математики', places: 10 },
          ...{ takesLessons: true, by: 'belyaeva', announcedOn: '2021-10-05' },
          takes: takes('2021-10-07', 'olkhovka1', 'tikhaya1', 'polyana2'),
          sent: [{ person: 'olkhovka2', by: 'headOlkhovka', on: '2021-10-08', answeredOn: '2021-10-11' }],
          released: [{ person: 'olkhovka1', by: 'headOlkhovka', on: '2021-10-08' }],
          held: {
            present: ['olkhovka1', 'olkhovka2', 'tikhaya1', 'polyana2'],
            closedOn: '2021-10-21',
            answers: [
              ['olkhovka2', '4', 'yes'],
              ['tikhaya1', '4', 'yes', 'Час после урока был важнее самого урока'],
            ],
            papers: { by: 'belyaeva', on: '2021-10-25', kind: 'note', people: ['olkhovka2', 'tikhaya1'] },
          },
        },
        {
          activity: consultations,
          title: 'Консультация: задания по математике',
          ...{ day: '2021-11-16', from: '15:00', until: '16:30', room, places: 6 },
          ...{ by: 'belyaeva', announcedOn: '2021-11-08', takes: takes('2021-11-10', 'olkhovka1', 'tikhaya1', 'polyana1') },
          held: { present: ['olkhovka1', 'tikhaya1'] },
        },
        {
          activity: consultations,
          title: 'Консультация: задания по физике и географии',
          ...{ day: '2021-11-18', from: '16:00', until: '17:30', room, places: 6 },
          ...{ by: 'belyaeva', announcedOn: '2021-11-08', takes: takes('2021-11-10', 'olkhovka2', 'tikhaya2', 'lebedeva') },
        },
        {
          activity: history,
          ...{ day: '2021-11-19', from: '10:20', until: '11:50', room, audience: 'учителя истории и литературы', places: 3 },
          ...{ takesLessons: true, by: 'belyaeva', announcedOn: '2021-11-05' },
          takes: takes('2021-11-09', 'olkhovka1', 'polyana1', 'tikhaya3', 'semenova', 'polyana2'),
          released: [{ person: 'olkhovka1', by: 'headOlkhovka', on: '2021-11-10' }],
        },
        {
          activity: practicum ?? '',
          ...{ day: '2021-12-09', from: '13:00', until: '15:15', room, audience: 'учителя физики и географии', places: 12 },
          ...{ takesLessons: true, by: 'belyaeva', announcedOn: '2021-11-15' },
          takes: takes('2021-11-16', 'tikhaya2', 'olkhovka2'),
          sent: [{ person: 'olkhovka1', by: 'headOlkhovka', on: '2021-11-17' }],
        },
      ],
      traineeships: [
        {
          person: 'olkhovka1',
          ...{ from: '2021-10-01', to: '2021-12-24', format, guide: 'belyaeva' },
          begun: { as: 'site', by: 'belyaeva', on: '2021-09-29' },
          ...{ answeredOn: '2021-09-30', startedOn: '2021-10-01' },
          days: {
            ...{ by: 'belyaeva', on: '2021-10-01' },
            of: { [tasks ?? '']: '2021-10-14', [reading ?? '']: '2021-11-23', [own ?? '']: '2021-12-16' },
          },
          held: [{ session: tasks ?? '', person: 'belyaeva', on: '2021-10-14' }],
          measured: [
            { kind: 'entry', person: 'belyaeva', on: '2021-10-04', level: 'begun' },
            { kind: 'entry', person: 'olkhovka1', on: '2021-10-05', level: 'hidden' },
            { kind: 'interim', person: 'belyaeva', on: '2021-11-12', level: 'seen' },
          ],
        },
        {
          person: 'tikhaya1',
          ...{ from: '2021-09-29', to: '2021-11-12', format, guide: 'belyaeva' },
          begun: { as: 'school', by: 'headTikhaya', on: '2021-09-29' },
          ...{ answeredOn: '2021-09-29', admitted: { person: 'belyaeva', on: '2021-09-29' }, startedOn: '2021-09-30' },
          held: [tasks, reading, own].map((session, at) => ({
            ...{ session: session ?? '', person: 'belyaeva', on: ['2021-10-14', '2021-10-28', '2021-11-11'][at] ?? '' },
          })),
          measured: [
            { kind: 'entry', person: 'belyaeva', on: '2021-10-04', level: 'begun' },
            { kind: 'entry', person: 'tikhaya1', on: '2021-10-04', level: 'begun' },
            { kind: 'exit', person: 'belyaeva', on: '2021-11-12', level: 'seen' },
            { kind: 'exit', person: 'tikhaya1', on: '2021-11-12', level: 'seen' },
          ],
          finished: { person: 'belyaeva', on: '2021-11-12' },
        },
        {
          person: 'polyana1',
          ...{ from: '2021-12-01', to: '2022-03-18', format },
          begun: { as: 'self', by: 'polyana1', on: '2021-11-16' },
        },
        {
          person: 'olkhovka2',
          ...{ from: '2021-12-01', to: '2022-03-18', format },
          begun: { as: 'school', by: 'headOlkhovka', on: '2021-11-17' },
        },
      ],
    },
    {
      siteOf: 'verkhChebula',
      plan: {
        ...{ period: '2021/22', by: 'fadeeva', on: '2021-08-31' },
        lines: [...(plans[1]?.lines ?? []), ...ofVerkh],
        passedBy: ['morozova', 'morozova'],
        next: {
          ...{ on: '2021-11-16', reason: 'Учителя просят второе занятие о школьной среде' },
          lines: [
            {
              ...{ activity: 'Школьная среда: что изменили за осень', form: 'practicum', from: '2022-01-20', to: '2022-01-20' },
              ...{ responsible: ['semenova'], direction: 'content' },
            },
          ],
        },
      },
      programme: null,
      events: [
        {
          activity: lecture ?? '',
          ...{ day: '2021-09-23', from: '14:00', until: '15:30', room: 'пгт. Верх-Чебула, школа, актовый зал' },
          ...{ by: 'fadeeva', announcedOn: '2021-09-10', takes: takes('2021-09-13', 'olkhovka3', 'polyana2', 'kiseleva') },
          held: { present: ['olkhovka3', 'polyana2', 'kiseleva'], guests: 11, closedOn: '2021-09-23' },
        },
        {
          activity: physics ?? '',
          ...{ day: '2021-11-11', from: '10:20', until: '11:50', room: 'пгт. Верх-Чебула, школа, кабинет физики', places: 8 },
          ...{ by: 'fadeeva', announcedOn: '2021-10-27', takes: takes('2021-10-28', 'gromov', 'olkhovka2') },
          held: { present: ['gromov', 'olkhovka2'], closedOn: '2021-11-11', answers: [['gromov', '4', 'yes']] },
        },
        {
          activity: geography,
          ...{ day: '2021-11-25', from: '11:10', until: '12:40', room: 'пгт. Верх-Чебула, школа, каб. 8', places: 10 },
          ...{ by: 'fadeeva', announcedOn: '2021-11-12', takes: takes('2021-11-15', 'tikhaya2', 'gromov') },
        },
      ],
      traineeships: [],
    },
  ],
}
