import type { LifeFacts } from '../../src/regulation/life-facts.ts'
import { secondarySchool } from '../../src/regulation/organisation-facts.ts'
import { invented, postsFrom } from '../../src/regulation/people-facts.ts'
import type { OrganisationFacts, PersonFacts, PlanLineFacts } from '../../src/regulation/register-facts.ts'
import { plans } from './plans.ts'

const post = postsFrom('2020-09-01')
const school = (...names: [key: string, name: string, settlement: string]): OrganisationFacts =>
  secondarySchool('МОУ', names, { invented: true })

const self = (person: string, on: string) => ({ person, by: person, on })

/** Small schools from which people come; the regulation names none. */
const organisations = [school('listvyanka', 'Листвянская', 'с. Листвянка'), school('kamenka', 'Каменская', 'с. Каменка')]

const people: readonly PersonFacts[] = [
  invented('headListvyanka', 'Хвоина Агния Ефимовна', [post('listvyanka', 'head', 'директор')]),
  invented('listvyanka1', 'Шишкина Пелагея Марковна', [post('listvyanka', 'teacher', 'учитель математики', 'математика')]),
  invented('listvyanka2', 'Смоляков Фрол Игнатьевич', [post('listvyanka', 'teacher', 'учитель физики', 'физика')]),
  invented('headKamenka', 'Камешков Демьян Львович', [post('kamenka', 'head', 'директор')]),
  invented('kamenka1', 'Галькина Зинаида Тимуровна', [
    post('kamenka', 'teacher', 'учитель начальных классов', 'начальные классы'),
  ]),
  invented('kamenka2', 'Песчаная Олимпия Родионовна', [post('kamenka', 'psychologist', 'педагог-психолог')]),
]

const room = 'с. Кедровое, школа, каб. 9'
const [levels, cards] = (plans[0]?.lines ?? []).map(({ activity }) => activity)
const visit = 'Урок в классе из семи учеников'
const table = 'Разновозрастный класс: что получается у нас'

/** What the school has added to the sample. */
const added: readonly PlanLineFacts[] = [
  { activity: visit, form: 'practicalSession', from: '2023-11-10', to: '2023-11-17', responsible: ['kypchakova'] },
  { activity: table, form: 'roundTable', from: '2023-12-07', to: '2023-12-07', responsible: ['samoylova'] },
]

const takes = (on: string, ...keys: string[]) => keys.map((person) => ({ person, on }))
const everybody = ['turist1', 'rodnichok1', 'listvyanka1', 'listvyanka2', 'kamenka1', 'kamenka2']
const [look, prepare] = ['Смотрим урок для трёх уровней', 'Готовим такой урок вместе']

const levelsLabel = 'Разноуровневая работа на одном занятии'
const bySite = { siteOf: 'kedrovaya', by: 'samoylova' }

/** The autumn of the first site: what stands on the pages when the demonstration opens. */
export const life: LifeFacts = {
  today: '2023-11-16',
  organisations,
  people,
  signedOn: '2023-09-04',
  acquainted: [],
  assignments: [
    { person: 'chupina', point: '4', on: '2023-09-12', note: 'Реестр площадок размещён на сайте Управления образования' },
  ],
  competences: { by: 'chupina', on: '2023-09-14', added: ['Развитие речи дошкольников', 'Занятие в разновозрастной группе'] },
  deficits: [
    { ...self('rodnichok1', '2023-09-18'), labels: ['Развитие речи дошкольников', 'Разговор с родителями'] },
    {
      ...self('turist1', '2023-09-18'),
      labels: ['Разноуровневая работа на одном занятии'],
      words: 'Не хватает заданий для старших в кружке',
    },
    {
      ...self('kamenka1', '2023-09-18'),
      labels: ['Разноуровневая работа на одном занятии'],
      closed: { by: 'kamenka1', on: '2023-11-09', title: 'Один урок для разных учеников' },
    },
    {
      ...{ person: 'listvyanka1', by: 'chupina', on: '2023-09-19', labels: ['Разноуровневая работа на одном занятии'] },
      diagnosis: { document: 'Справка о результатах диагностики, № 6', on: '2023-09-15' },
    },
    { ...self('listvyanka2', '2023-09-20'), labels: ['Разноуровневая работа на одном занятии', 'Мотивация и вовлечение детей'] },
    { ...self('kamenka2', '2023-09-21'), labels: ['Разноуровневая работа на одном занятии', 'Занятие в разновозрастной группе'] },
    { person: 'listvyanka1', by: 'samoylova', on: '2023-10-20', labels: ['Формирующее оценивание и обратная связь'] },
  ],
  taught: [
    {
      ...bySite,
      on: '2023-09-20',
      topic: 'Три уровня на одном уроке',
      labels: [levelsLabel, 'Формирующее оценивание и обратная связь'],
    },
    { ...bySite, on: '2023-09-20', line: levels ?? '', labels: [levelsLabel] },
    { ...bySite, on: '2023-11-03', line: visit, labels: ['Занятие в разновозрастной группе'] },
    { ...bySite, on: '2023-11-14', event: table, labels: ['Занятие в разновозрастной группе', 'Работа в команде коллег'] },
    { ...bySite, on: '2023-11-03', event: cards ?? '', labels: [levelsLabel] },
  ],
  meetings: [
    {
      ...{ by: 'chupina', on: '2023-09-06', kind: 'heads', title: 'Первая площадка района: кому и с чем к ней идти' },
      ...{ day: '2023-09-11', from: '15:00', until: '16:30', room: 'с. Турочак, Управление образования, актовый зал' },
      agenda: ['Реестр площадок и сайт Управления', 'Как направить педагога на стажировку', 'Вопросы руководителей'],
      answers: [
        { person: 'headRodnichok', on: '2023-09-06' },
        { person: 'headTurist', on: '2023-09-07' },
        { person: 'headListvyanka', on: '2023-09-07' },
        { person: 'headKamenka', on: '2023-09-08', instead: null },
        { person: 'headKedrovaya', on: '2023-09-08' },
      ],
      held: { present: ['headKedrovaya', 'headRodnichok', 'headTurist', 'headListvyanka'], others: 1 },
      minutes: {
        on: '2023-09-12',
        heard: [
          'Чупина В. Л.: площадка внесена в реестр, реестр размещают на сайте Управления.',
          'Чичканов Л. М.: педагоги дополнительного образования смогут ездить по четвергам.',
        ],
        decisions: [
          {
            ...{
              question: 2,
              text: 'Назвать педагогов, которые придут на первые занятия',
              person: 'headTurist',
              dueOn: '2023-09-22',
            },
            done: { on: '2023-09-20', note: 'Одна: Бедарева', acceptedOn: '2023-09-21' },
          },
          {
            ...{
              question: 3,
              text: 'Составить график замен на дни занятий площадки',
              person: 'headListvyanka',
              dueOn: '2023-11-10',
            },
          },
        ],
      },
    },
    {
      ...{ by: 'chupina', on: '2023-11-14', kind: 'heads', title: 'Зимние занятия площадки: расписание и замены уроков' },
      ...{ day: '2023-11-23', from: '15:00', until: '16:00', room: 'с. Турочак, Управление образования, актовый зал' },
      agenda: ['Занятия декабря и января', 'Кто ведёт уроки вместо тех, кто учится'],
      answers: [{ person: 'headTurist', on: '2023-11-15' }],
    },
  ],
  routes: [
    {
      ...{ person: 'kamenka2', by: 'kamenka2', on: '2023-11-15', offers: [table, 'Три уровня на одном уроке'] },
      own: [
        { kind: 'diagnosis', title: 'Повторная диагностика в мае', label: levelsLabel, dueOn: '2024-05-15' },
        { kind: 'course', title: 'Курс «Малокомплектная школа»', label: levelsLabel, dueOn: '2024-03-29' },
      ],
      agreed: [
        { person: 'kamenka2', on: '2023-11-15' },
        { person: 'chupina', on: '2023-11-16' },
      ],
    },
  ],
  sites: [
    {
      siteOf: 'kedrovaya',
      plan: {
        ...{ period: '2023/24', by: 'samoylova', on: '2023-09-11', lines: [...(plans[0]?.lines ?? []), ...added] },
        passedBy: ['toropova', 'headKedrovaya'],
        next: {
          ...{ on: '2023-11-15', reason: 'Просьба малых школ о занятии по карточкам для начальной школы' },
          lines: [
            {
              ...{ activity: 'Карточки для начальной школы', form: 'practicalSession' },
              ...{ from: '2024-02-15', to: '2024-02-15', responsible: ['kypchakova'] },
            },
          ],
        },
      },
      programme: {
        title: 'Один урок для разных учеников',
        ...{ by: 'samoylova', on: '2023-09-13' },
        relevance: 'В малых классах рядом сидят дети с очень разной подготовкой, и урок для всех не получается ни для кого.',
        aim: 'Научить готовить урок, на котором у каждого есть своё посильное задание.',
        tasks: ['Показать уроки учителей площадки', 'Подготовить свой урок вместе'],
        contingent: ['педагогические работники'],
        directions: ['Разноуровневое обучение'],
        topics: [
          {
            title: 'Три уровня на одном уроке',
            ...{ teach: ['готовить задания трёх уровней'], form: ['умение видеть, что кому по силам'], develop: [] },
            sessions: [
              { title: look, form: 'practicalSession', hours: 4 },
              { title: prepare, form: 'consultation', hours: 4 },
            ],
            ...{ tryOuts: [], results: ['урок с заданиями трёх уровней'] },
          },
        ],
        resources: { people: ['Учителя площадки: 3'], material: ['Класс с подвижной мебелью'], teaching: ['Папка карточек'] },
        agreedBy: ['toropova'],
      },
      events: [
        {
          activity: levels ?? '',
          ...{ day: '2023-10-05', from: '11:00', until: '13:15', room, audience: 'учителя малых школ', places: 15 },
          ...{ by: 'samoylova', announcedOn: '2023-09-20', takes: takes('2023-09-25', ...everybody) },
          held: {
            present: everybody,
            ...{ guests: 1, closedOn: '2023-10-05' },
            answers: [
              ['turist1', '3', 'maybe'],
              ['rodnichok1', '4', 'yes', 'Хочется такой же встречи для детских садов'],
              ['listvyanka1', '4', 'yes'],
              ['kamenka1', '4', 'yes', 'Дайте карточки с собой'],
              ['kamenka2', '3', 'maybe'],
            ],
            papers: { by: 'samoylova', on: '2023-10-09', kind: 'certificate', people: everybody },
          },
        },
        {
          activity: visit,
          title: 'Урок в классе из семи учеников: первая встреча',
          ...{ day: '2023-11-10', from: '10:00', until: '11:30', room, places: 6, takesLessons: true },
          ...{ by: 'samoylova', announcedOn: '2023-10-25', takes: takes('2023-10-26', 'listvyanka1', 'kamenka1', 'turist1') },
          held: { present: ['listvyanka1', 'kamenka1', 'turist1'], closedOn: '2023-11-10', answers: [['kamenka1', '4', 'yes']] },
        },
        {
          activity: visit,
          title: 'Урок в классе из семи учеников: разбор',
          ...{ day: '2023-11-14', from: '15:00', until: '16:30', room, places: 6 },
          ...{ by: 'samoylova', announcedOn: '2023-11-01', takes: takes('2023-11-02', 'listvyanka1', 'kamenka1') },
          held: { present: ['listvyanka1', 'kamenka1'] },
        },
        {
          activity: cards ?? '',
          ...{
            day: '2023-11-16',
            from: '15:30',
            until: '17:00',
            room,
            audience: 'учителя математики и начальных классов',
            places: 3,
          },
          ...{ by: 'samoylova', announcedOn: '2023-11-02' },
          takes: takes('2023-11-06', 'listvyanka2', 'kamenka1', 'rodnichok1', 'kamenka2', 'listvyanka1'),
        },
        {
          activity: visit,
          title: 'Урок в классе из семи учеников: вторая встреча',
          ...{ day: '2023-11-17', from: '10:00', until: '11:30', room, places: 6, takesLessons: true },
          ...{ by: 'samoylova', announcedOn: '2023-11-03', takes: takes('2023-11-07', 'listvyanka1', 'turist1', 'kamenka2') },
        },
        {
          activity: table,
          ...{
            day: '2023-12-07',
            from: '11:00',
            until: '13:00',
            room,
            audience: 'руководители и учителя малых школ',
            places: 20,
          },
          ...{ takesLessons: true, by: 'samoylova', announcedOn: '2023-11-14', takes: takes('2023-11-15', 'kamenka2') },
          sent: [
            { person: 'rodnichok1', by: 'headRodnichok', on: '2023-11-15' },
            { person: 'listvyanka1', by: 'headListvyanka', on: '2023-11-15' },
          ],
        },
      ],
      traineeships: [
        {
          person: 'listvyanka1',
          ...{ from: '2023-10-02', to: '2023-12-22', format: 'другой вид' },
          begun: { as: 'school', by: 'headListvyanka', on: '2023-09-26' },
          ...{
            answeredOn: '2023-09-27',
            admitted: { person: 'samoylova', on: '2023-09-28' },
            startedOn: '2023-10-02',
            guide: 'samoylova',
          },
          days: {
            ...{ by: 'samoylova', on: '2023-11-13' },
            of: { [look ?? '']: { event: 'Урок в классе из семи учеников: первая встреча' }, [prepare ?? '']: '2023-12-05' },
          },
        },
        {
          person: 'kamenka1',
          ...{ from: '2023-10-02', to: '2023-11-08', format: 'другой вид' },
          begun: { as: 'site', by: 'samoylova', on: '2023-09-27' },
          ...{ answeredOn: '2023-09-28', startedOn: '2023-10-02', guide: 'samoylova' },
          held: [
            { session: look ?? '', person: 'samoylova', on: '2023-10-19' },
            { session: prepare ?? '', person: 'samoylova', on: '2023-11-07' },
          ],
          finished: { person: 'samoylova', on: '2023-11-08' },
          adaptation: {
            on: '2023-10-04',
            takes: 'Разноуровневые задания на одном листе',
            changes: 'Два уровня вместо трёх, устные ответы для младших',
            place: 'Класс-комплект, 2–4 классы',
            plannedOn: '2023-10-09',
            sign: 'Никто не сидит без дела, пока объясняют соседям',
            introducedOn: '2023-10-09',
          },
        },
        {
          person: 'turist1',
          ...{ from: '2023-12-04', to: '2024-03-15', format: 'другой вид' },
          begun: { as: 'self', by: 'turist1', on: '2023-11-14' },
        },
        {
          person: 'listvyanka2',
          ...{ from: '2023-12-04', to: '2024-03-15', format: 'другой вид' },
          begun: { as: 'school', by: 'headListvyanka', on: '2023-11-15' },
        },
        {
          person: 'rodnichok1',
          ...{ from: '2023-12-04', to: '2024-03-15', format: 'другой вид' },
          begun: { as: 'site', by: 'samoylova', on: '2023-11-15' },
        },
      ],
    },
  ],
}
