import type { LifeFacts } from '../../src/regulation/life-facts.ts'
import type { PlanLineFacts } from '../../src/regulation/register-facts.ts'
import { plans } from './plans.ts'

const room = 'г. Луга, школа № 3, каб. 14'
const [third, fourth, sixth] = plans
const [meeting, russian, , algebra] = (third?.lines ?? []).map(({ activity }) => activity)
const [reading, english, biology] = (fourth?.lines ?? []).map(({ activity }) => activity)
const [team, primary] = (sixth?.lines ?? []).map(({ activity }) => activity)
const geometry = 'Геометрия, 7 класс: чертёж, который объясняет'
const physics = 'Физика, 8 класс: опыт за пять минут'
const notebooks = 'Как проверять тетради, чтобы ученик прочёл отзыв'

/** What the school has added to the sample. */
const added: readonly PlanLineFacts[] = [
  { activity: notebooks, form: 'experienceExchange', from: '2021-03-16', to: '2021-03-16', responsible: ['lavrova'] },
  { activity: geometry, form: 'openLesson', from: '2021-03-18', to: '2021-03-18', responsible: ['vetrova'] },
  { activity: physics, form: 'openLesson', from: '2021-03-19', to: '2021-03-19', responsible: ['sokolova'] },
]

const takes = (on: string, ...keys: string[]) => keys.map((person) => ({ person, on }))
const guests = ['oredezh1', 'oredezh2', 'osmino2', 'toroshkovichi1', 'zaklinye2', 'serebryansky2', 'dubrovin']
const [first, second, third3] = ['Урок, на котором думает каждый', 'Разбор своего урока', 'Задания для своего класса']

/** The first weeks after order № 33: what stands on the pages when the demonstration opens. */
export const life: LifeFacts = {
  today: '2021-03-18',
  organisations: [],
  people: [],
  acquainted: [
    { by: 'snigur', on: '2021-01-29' },
    { by: 'golubykh', on: '2021-02-01' },
  ],
  assignments: [
    {
      ...{ person: 'snigur', point: '4.2', on: '2021-02-02', note: 'Наставники назначены: Ветрова, Ильин, Соколова' },
      accepted: { by: 'naumova', on: '2021-02-03' },
    },
    { person: 'snigur', point: '4.1', on: '2021-03-17', note: 'Дорожная карта готова, её подписали четыре школы' },
  ],
  deficits: [
    {
      person: 'oredezh1',
      by: 'oredezh1',
      on: '2021-02-09',
      labels: ['Формирующее оценивание и обратная связь'],
      words: 'Не успеваю вернуться к слабым ученикам',
    },
    { person: 'oredezh2', by: 'oredezh2', on: '2021-02-10', labels: ['Мотивация и вовлечение детей'] },
    { person: 'osmino2', by: 'osmino2', on: '2021-02-11', labels: ['Разноуровневая работа на одном занятии'] },
    {
      ...{ person: 'toroshkovichi1', by: 'toroshkovichi1', on: '2021-02-09', labels: ['Планирование занятия от результата'] },
    },
    { person: 'oredezh1', by: 'vetrova', on: '2021-03-05', labels: ['Разноуровневая работа на одном занятии'] },
  ],
  taught: [
    {
      ...{ siteOf: 'school3', by: 'snigur', on: '2021-02-12', topic: 'От чужого урока к своему' },
      labels: ['Планирование занятия от результата', 'Мотивация и вовлечение детей'],
    },
    { siteOf: 'school3', by: 'vetrova', on: '2021-03-04', event: geometry, labels: ['Разноуровневая работа на одном занятии'] },
    { siteOf: 'school3', by: 'vetrova', on: '2021-03-04', event: notebooks, labels: ['Формирующее оценивание и обратная связь'] },
  ],
  meetings: [
    {
      ...{
        by: 'naumova',
        on: '2021-02-01',
        kind: 'headsAndPartners',
        title: 'Первые недели площадок: планы и закреплённые школы',
      },
      ...{ day: '2021-02-09', from: '14:00', until: '15:30', room: 'г. Луга, информационно-методический центр, малый зал' },
      agenda: ['Планы площадок на 2020/21 учебный год', 'Кого направляют закреплённые школы и чему хотят научиться', 'Разное'],
      answers: [
        { person: 'snigur', on: '2021-02-01' },
        { person: 'golubykh', on: '2021-02-02' },
        { person: 'headOredezh', on: '2021-02-02' },
        { person: 'headToroshkovichi', on: '2021-02-03' },
        { person: 'headZaklinye', on: '2021-02-03' },
        { person: 'headOsmino', on: '2021-02-04', instead: 'Мельникова О. С., заместитель директора' },
        { person: 'headYamTesovo', on: '2021-02-05', instead: null },
      ],
      held: {
        present: ['snigur', 'golubykh', 'headOredezh', 'headToroshkovichi', 'headZaklinye', 'headOsmino', 'headSerebryansky'],
        others: 2,
      },
      minutes: {
        on: '2021-02-10',
        heard: [
          'Снигур Н. А.: план школы № 3 составлен, открытые уроки назначены на март. Голубых Е. В.: план школы № 6 на согласовании.',
          'Берёзкина Г. П.: учителя Оредежской школы готовы ездить по вторникам, нужны замены уроков.',
        ],
        decisions: [
          {
            ...{ question: 1, text: 'Прислать в центр даты открытых уроков до конца мая', person: 'snigur', dueOn: '2021-02-26' },
            done: { on: '2021-02-25', note: 'Даты стоят в плане площадки, три урока в марте', acceptedOn: '2021-02-26' },
          },
          {
            ...{ question: 2, text: 'Составить список педагогов, которых школа направляет весной', person: 'headOredezh' },
            dueOn: '2021-03-01',
            done: { on: '2021-03-01', note: 'Двое: математика и русский язык' },
          },
          {
            ...{ question: 2, text: 'Составить список педагогов, которых школа направляет весной', person: 'headOsmino' },
            dueOn: '2021-03-01',
          },
          {
            ...{
              question: 3,
              text: 'Собрать вопросы школ к открытым урокам апреля',
              person: 'headToroshkovichi',
              dueOn: '2021-03-24',
            },
          },
        ],
      },
    },
    {
      ...{ by: 'naumova', on: '2021-03-16', kind: 'heads', title: 'Открытые уроки весны и итоги первого месяца' },
      ...{ day: '2021-03-25', from: '15:00', until: '16:00', room: 'г. Луга, информационно-методический центр, малый зал' },
      agenda: ['Открытые уроки до конца мая', 'Списки участников и отметки в планах'],
      answers: [{ person: 'golubykh', on: '2021-03-17' }],
    },
  ],
  sites: [
    {
      siteOf: 'school3',
      plan: {
        ...{ period: '2020/21', by: 'snigur', on: '2021-02-02' },
        lines: [...(third?.lines ?? []), ...added],
        passedBy: ['zimina', 'snigur'],
        next: {
          ...{ on: '2021-03-17', reason: 'Школы просят ещё одно открытое занятие по русскому языку' },
          lines: [
            {
              ...{ activity: 'Русский язык, 9 класс: устное собеседование', form: 'openLesson' },
              ...{ from: '2021-04-27', to: '2021-04-27', responsible: ['ilyin'] },
            },
          ],
        },
      },
      programme: {
        title: 'Урок, после которого хочется попробовать',
        ...{ by: 'snigur', on: '2021-02-03' },
        relevance: 'Учителя семи школ работают поодиночке: некому показать урок и не с кем его разобрать.',
        aim: 'Дать учителю несколько приёмов, которые он попробует у себя в тот же месяц.',
        tasks: ['Показать уроки опытных учителей', 'Разобрать урок самого стажёра'],
        contingent: ['учителя-предметники'],
        directions: ['Преподавание предмета'],
        topics: [
          {
            title: 'От чужого урока к своему',
            ...{ teach: ['строить урок, на котором работает весь класс'], form: ['привычка разбирать урок'], develop: [] },
            sessions: [
              { title: first, form: 'openLesson', hours: 2 },
              { title: second, form: 'individualTalk', hours: 2 },
              { title: third3, form: 'workingGroup', hours: 4 },
            ],
            ...{ tryOuts: [], results: ['один приём, который прижился'] },
          },
        ],
        resources: {
          people: ['Наставники школы: 3'],
          material: ['Кабинеты математики, русского языка, физики'],
          teaching: ['Карты уроков'],
        },
        agreedBy: ['zimina'],
      },
      events: [
        {
          activity: meeting ?? '',
          ...{ day: '2021-02-10', from: '15:00', until: '16:30', room, audience: 'руководители школ' },
          ...{ by: 'snigur', announcedOn: '2021-02-03' },
          takes: takes('2021-02-04', 'headOredezh', 'headOsmino', 'headToroshkovichi'),
          held: { present: ['headOredezh', 'headOsmino', 'headToroshkovichi'], guests: 4, closedOn: '2021-02-10' },
        },
        {
          activity: russian ?? '',
          ...{ day: '2021-02-25', from: '10:20', until: '12:35', room, audience: 'учителя-предметники', places: 12 },
          ...{ takesLessons: true, kept: { places: 6, until: '2021-02-19' }, by: 'ilyin', announcedOn: '2021-02-09' },
          takes: takes('2021-02-11', ...guests),
          released: [
            { person: 'oredezh1', by: 'headOredezh', on: '2021-02-12' },
            { person: 'oredezh2', by: 'headOredezh', on: '2021-02-12' },
          ],
          held: {
            present: guests,
            closedOn: '2021-02-25',
            answers: [
              ['oredezh2', '4', 'yes', 'Нужны тексты, с которых начинался урок'],
              ['osmino2', '3', 'maybe'],
              ['toroshkovichi1', '4', 'yes'],
              ['zaklinye2', '4', 'maybe'],
              ['serebryansky2', '4', 'yes', 'Хочу прийти ещё раз с коллегой'],
              ['dubrovin', '3', 'yes'],
            ],
            papers: { by: 'snigur', on: '2021-03-01', kind: 'note', people: guests },
          },
        },
        {
          activity: notebooks,
          ...{ day: '2021-03-16', from: '14:30', until: '16:00', room, places: 10, by: 'vetrova', announcedOn: '2021-03-03' },
          takes: takes('2021-03-04', 'oredezh1', 'osmino1', 'toroshkovichi2'),
          held: { present: ['oredezh1', 'osmino1'] },
        },
        {
          activity: geometry,
          ...{ day: '2021-03-18', from: '12:30', until: '14:00', room, audience: 'учителя математики', places: 3 },
          ...{ takesLessons: true, by: 'vetrova', announcedOn: '2021-03-02' },
          takes: takes('2021-03-05', 'zaklinye2', 'yamTesovo1', 'dubrovin', 'oredezh1', 'lavrova'),
        },
        {
          activity: physics,
          ...{ day: '2021-03-19', from: '11:10', until: '12:40', room, audience: 'учителя физики и математики', places: 8 },
          ...{ takesLessons: true, by: 'sokolova', announcedOn: '2021-03-05' },
          takes: takes('2021-03-09', 'osmino2', 'serebryansky1', 'oredezh1'),
          released: [{ person: 'osmino2', by: 'headOsmino', on: '2021-03-10' }],
        },
        {
          activity: algebra ?? '',
          ...{ day: '2021-04-13', from: '10:20', until: '12:00', room, audience: 'учителя математики', places: 10 },
          ...{ takesLessons: true, kept: { places: 6, until: '2021-04-05' }, by: 'vetrova', announcedOn: '2021-03-15' },
          takes: takes('2021-03-16', 'dubrovin', 'zaklinye2'),
          sent: [{ person: 'oredezh1', by: 'headOredezh', on: '2021-03-17' }],
        },
      ],
      pairs: [
        {
          ...{
            mentor: 'vetrova',
            mentee: 'oredezh1',
            goal: 'Разноуровневая работа на уроке алгебры: задания для трёх групп класса',
          },
          ...{ by: 'snigur', on: '2021-02-08', from: '2021-02-10', to: '2021-05-31' },
          ...{ mentorAgreed: '2021-02-08', menteeAgreed: '2021-02-09' },
          meetings: [
            { by: 'vetrova', on: '2021-02-12', minutes: 60, line: 'Разобрали контрольную: три группы и три задания' },
            { by: 'oredezh1', on: '2021-03-02', minutes: 45, line: 'Мой урок в 7 классе: Ветрова смотрела, обсудили начало' },
          ],
        },
        {
          ...{ mentor: 'ilyin', mentee: 'oredezh2', goal: 'Начать урок так, чтобы ученикам стало интересно' },
          ...{ by: 'oredezh2', on: '2021-02-11', from: '2021-02-12', to: '2021-05-31', mentorAgreed: '2021-02-12' },
        },
        {
          ...{ mentor: 'sokolova', mentee: 'osmino2', goal: 'Опыт на уроке физики без лаборатории' },
          ...{ by: 'naumova', on: '2021-03-15', from: '2021-03-22', to: '2021-05-31', mentorAgreed: '2021-03-16' },
        },
      ],
      groups: [
        {
          theme: 'Карты урока, на котором думает каждый',
          task: 'Десять карт урока по математике, русскому языку и физике, которыми воспользуется учитель любой школы',
          ...{ by: 'snigur', leader: 'vetrova', on: '2021-02-15', from: '2021-02-16', to: '2021-04-30' },
          members: ['ilyin', 'sokolova', 'oredezh1', 'osmino2'],
        },
        {
          theme: 'Что спросить у школы до первой встречи',
          task: 'Лист вопросов к школе-партнёру на одну страницу',
          ...{ by: 'snigur', leader: 'ilyin', on: '2021-02-03', from: '2021-02-03', to: '2021-02-26' },
          members: ['sokolova'],
          result: { on: '2021-02-24', text: 'Лист из девяти вопросов, по нему прошли встречи в Оредеже и Осьмине' },
        },
      ],
      traineeships: [
        {
          person: 'oredezh1',
          ...{ from: '2021-02-08', to: '2021-05-28', guide: 'vetrova' },
          begun: { as: 'school', by: 'headOredezh', on: '2021-02-04' },
          ...{ answeredOn: '2021-02-05', admitted: { person: 'snigur', on: '2021-02-05' }, startedOn: '2021-02-08' },
          days: {
            ...{ by: 'snigur', on: '2021-03-12' },
            of: { [first ?? '']: { event: russian ?? '' }, [second ?? '']: '2021-03-30', [third3 ?? '']: '2021-04-20' },
          },
        },
        {
          person: 'toroshkovichi1',
          ...{ from: '2021-02-08', to: '2021-03-11', guide: 'ilyin' },
          begun: { as: 'site', by: 'snigur', on: '2021-02-04' },
          ...{ answeredOn: '2021-02-05', startedOn: '2021-02-08' },
          held: [
            { session: first ?? '', person: 'ilyin', on: '2021-02-25' },
            { session: second ?? '', person: 'ilyin', on: '2021-03-02' },
            { session: third3 ?? '', person: 'ilyin', on: '2021-03-10' },
          ],
          finished: { person: 'ilyin', on: '2021-03-11' },
          adaptation: {
            on: '2021-03-12',
            takes: 'Работа по станциям на уроке повторения',
            changes: 'Две станции вместо пяти: в классе девять учеников',
            place: '7 класс, уроки повторения раз в две недели',
            plannedOn: '2021-03-15',
            sign: 'Каждый за урок отвечает вслух хотя бы один раз',
            introducedOn: '2021-03-15',
            help: { person: 'ilyin', on: '2021-03-16', words: 'Созвонились, отправил карточки для двух станций' },
          },
        },
        {
          person: 'osmino2',
          ...{ from: '2021-04-01', to: '2021-05-28' },
          begun: { as: 'self', by: 'osmino2', on: '2021-03-16' },
        },
        {
          person: 'oredezh2',
          ...{ from: '2021-04-01', to: '2021-05-28' },
          begun: { as: 'school', by: 'headOredezh', on: '2021-03-17' },
        },
      ],
    },
    {
      siteOf: 'school4',
      plan: {
        ...{ period: '2020/21', by: 'burzhinskaya', on: '2021-02-04', lines: fourth?.lines ?? [] },
        passedBy: ['zimina', 'burzhinskaya'],
      },
      programme: null,
      events: [
        {
          activity: reading ?? '',
          ...{ day: '2021-02-16', from: '15:00', until: '16:30', room: 'г. Луга, школа № 4, актовый зал' },
          ...{ by: 'burzhinskaya', announcedOn: '2021-02-08', takes: takes('2021-02-09', 'headZaklinye', 'headSerebryansky') },
          held: { present: ['headZaklinye', 'headSerebryansky'], guests: 3, closedOn: '2021-02-16' },
        },
        {
          activity: english ?? '',
          ...{ day: '2021-03-04', from: '09:20', until: '10:50', room: 'г. Луга, школа № 4, каб. 22', places: 8 },
          ...{ by: 'tarasova', announcedOn: '2021-02-18', takes: takes('2021-02-19', 'osmino1', 'volodarskoye2') },
          held: { present: ['osmino1', 'volodarskoye2'], closedOn: '2021-03-04' },
        },
        {
          activity: biology ?? '',
          ...{ day: '2021-04-08', from: '10:20', until: '11:50', room: 'г. Луга, школа № 4, каб. 31', places: 8 },
          ...{ by: 'kuznetsova4', announcedOn: '2021-03-11', takes: takes('2021-03-12', 'zaklinye1') },
        },
      ],
      traineeships: [],
    },
    {
      siteOf: 'school6',
      plan: {
        ...{ period: '2020/21', by: 'golubykh', on: '2021-02-05', lines: sixth?.lines ?? [] },
        passedBy: ['zimina', 'golubykh'],
      },
      programme: null,
      events: [
        {
          activity: team ?? '',
          ...{ day: '2021-02-18', from: '15:00', until: '16:30', room: 'г. Луга, школа № 6, библиотека' },
          ...{ by: 'golubykh', announcedOn: '2021-02-10', takes: takes('2021-02-11', 'headVolodarskoye', 'headYamTesovo') },
          held: { present: ['headVolodarskoye', 'headYamTesovo'], guests: 5, closedOn: '2021-02-18' },
        },
        {
          activity: primary ?? '',
          ...{ day: '2021-03-16', from: '09:00', until: '10:30', room: 'г. Луга, школа № 6, каб. 5', places: 8 },
          ...{ by: 'polyakova', announcedOn: '2021-03-01', takes: takes('2021-03-02', 'volodarskoye1', 'toroshkovichi1') },
          held: { present: ['volodarskoye1', 'toroshkovichi1'], closedOn: '2021-03-16' },
        },
      ],
      traineeships: [],
    },
  ],
}
