import type { LifeFacts, TraineeshipLife } from '../../src/regulation/life-facts.ts'
import { invented, postsFrom } from '../../src/regulation/people-facts.ts'
import type { PersonFacts, PlanLineFacts } from '../../src/regulation/register-facts.ts'
import { plans } from './plans.ts'

const post = postsFrom('2020-09-01')
const centre = 'Усть-Ишим, методический кабинет'

const people: readonly PersonFacts[] = [
  invented('kedrovka2', 'Кедрина Майя Рудольфовна', [
    post('kedrovka', 'teacher', 'учитель начальных классов', 'начальные классы'),
  ]),
  invented('kedrovka3', 'Шишкин Савелий Ефимович', [post('kedrovka', 'teacher', 'учитель физики', 'физика')]),
  invented('zarechye2', 'Заречная Элла Мироновна', [post('zarechye', 'teacher', 'учитель биологии', 'биология')]),
  invented('zarechye3', 'Бродов Тихон Захарович', [post('zarechye', 'teacher', 'учитель истории', 'история и обществознание')]),
  invented('luchistoye1', 'Лучинина Василиса Егоровна', [post('luchistoye', 'teacher', 'учитель географии', 'география')]),
  invented('luchistoye2', 'Рассветова Нелли Глебовна', [post('luchistoye', 'psychologist', 'педагог-психолог')]),
  invented('ryabinka1', 'Рябинкина Злата Олеговна', [post('ryabinka', 'teacher', 'воспитатель')]),
  invented('raduga1', 'Радужный Герман Платонович', [
    post('raduga', 'supplementaryTeacher', 'педагог дополнительного образования'),
  ]),
]

const [model, firstYear, route] = plans[0]!.lines.map(({ activity }) => activity) as [string, string, string]
const exchange = 'Открытые двери: наставник показывает свой урок'
const club = 'Клуб молодых педагогов: разбор трудной недели'
const map = 'Карта наставничества школы: собираем вместе'

/** Lines of the centre's own beside those of the sample. */
const more: readonly PlanLineFacts[] = [
  {
    activity: map,
    form: 'workingGroup',
    from: '2023-11-06',
    to: '2023-11-10',
    responsible: ['arkhipova'],
    direction: 'mentoring',
  },
  { activity: club, form: 'webinar', from: '2023-11-17', to: '2023-11-17', responsible: ['vlasov'], direction: 'mentoring' },
  {
    activity: exchange,
    form: 'practiceExchange',
    from: '2023-11-30',
    to: '2023-11-30',
    responsible: ['vlasov'],
    direction: 'mentoring',
  },
]

const inPerson: Pick<TraineeshipLife, 'format' | 'guide'> = { format: 'очно', guide: 'vlasov' }
const takes = (on: string, ...keys: string[]) => keys.map((person) => ({ person, on }))

/** Three months of the centre as a site: what stands on the pages when the demonstration opens. */
export const life: LifeFacts = {
  today: '2023-11-16',
  organisations: [],
  people,
  acquainted: [
    { by: 'headKedrovka', on: '2023-06-05' },
    { by: 'headZarechye', on: '2023-06-06' },
  ],
  assignments: [
    {
      person: 'sedova',
      point: '2.1',
      on: '2023-06-28',
      note: 'Программа площадки готова, её читали методисты центра',
    },
  ],
  deficits: [
    {
      person: 'kedrovka1',
      by: 'kedrovka1',
      on: '2023-10-02',
      labels: ['Наставничество над коллегой'],
      words: 'Не знаю, как сказать коллеге о трудном уроке',
    },
    { person: 'headKedrovka', by: 'headKedrovka', on: '2023-10-02', labels: ['Развитие команды и введение новых педагогов'] },
    {
      ...{ person: 'zarechye2', by: 'shchenikova', on: '2023-10-03', labels: ['Работа в команде коллег'] },
      diagnosis: { document: 'Отчёт о диагностике, № 3', on: '2023-09-28' },
    },
  ],
  taught: [
    {
      ...{ siteOf: 'centre', by: 'arkhipova', on: '2023-09-11', topic: 'С чего начинает наставник' },
      labels: ['Наставничество над коллегой', 'Посещение и анализ занятий коллег'],
    },
    { siteOf: 'centre', by: 'vlasov', on: '2023-11-13', event: club, labels: ['Наставничество над коллегой'] },
    { siteOf: 'centre', by: 'vlasov', on: '2023-11-13', event: exchange, labels: ['Работа в команде коллег'] },
  ],
  sites: [
    {
      siteOf: 'centre',
      plan: {
        period: '2023/24',
        by: 'arkhipova',
        on: '2023-09-04',
        lines: [...plans[0]!.lines, ...more],
        passedBy: ['bobrova'],
        next: {
          on: '2023-11-15',
          reason: 'Школы просят вторую встречу о первом годе в профессии',
          lines: [
            {
              activity: 'Первый год в профессии: полгода позади',
              form: 'webinar',
              from: '2024-01-18',
              to: '2024-01-18',
              responsible: ['vlasov'],
              direction: 'mentoring',
            },
          ],
        },
      },
      programme: {
        title: 'Наставник рядом: первые шаги',
        by: 'arkhipova',
        on: '2023-09-06',
        relevance: 'В каждой школе района есть молодые учителя, а тех, кто умеет быть наставником, единицы.',
        aim: 'Подготовить наставника, который составляет маршрут вместе с молодым учителем и ведёт его первый год.',
        tasks: ['Показать работу опытного наставника', 'Помочь составить маршрут для своего подопечного'],
        contingent: ['педагогические работники', 'руководящие работники'],
        directions: ['Наставничество'],
        topics: [
          {
            title: 'С чего начинает наставник',
            teach: ['видеть, что трудно молодому учителю'],
            form: ['понимание, чем наставник отличается от проверяющего'],
            develop: ['умение слушать'],
            sessions: [
              { title: 'Целевая модель: роли и шаги', form: 'seminar', hours: 4 },
              { title: 'Разговор о первом уроке', form: 'webinar', hours: 2, remote: true },
              { title: 'Маршрут вместе с подопечным', form: 'consultation', hours: 3 },
            ],
            tryOuts: [],
            results: ['маршрут на полгода для своего подопечного'],
          },
        ],
        resources: {
          people: ['Методисты центра: 3', 'Опытные наставники школ: 5'],
          material: ['Методический кабинет', 'Видеосвязь'],
          teaching: ['Памятка наставника', 'Образцы маршрутов'],
        },
        completion: { share: 75, exit: false },
        agreedBy: [],
      },
      events: [
        {
          activity: model,
          day: '2023-09-21',
          from: '10:20',
          until: '12:30',
          room: centre,
          audience: 'заместители директоров и наставники школ',
          places: 20,
          by: 'arkhipova',
          announcedOn: '2023-09-07',
          takes: takes(
            '2023-09-11',
            'kedrovka1',
            'kedrovka2',
            'zarechye1',
            'zarechye2',
            'luchistoye1',
            'ryabinka1',
            'raduga1',
            'headLuchistoye',
          ),
          held: {
            present: ['kedrovka1', 'kedrovka2', 'zarechye1', 'zarechye2', 'luchistoye1', 'ryabinka1', 'raduga1'],
            guests: 3,
            note: 'Трое приехали из педагогического колледжа',
            closedOn: '2023-09-21',
            answers: [
              ['kedrovka1', '4', 'yes', 'Покажите маршрут целиком, от сентября до мая'],
              ['kedrovka2', '4', 'yes'],
              ['zarechye1', '3', 'maybe', 'Мало времени на вопросы'],
              ['zarechye2', '4', 'yes'],
              ['luchistoye1', '3', 'yes', 'Хочется посмотреть урок наставника'],
              ['raduga1', '4', 'maybe'],
            ],
            papers: {
              by: 'arkhipova',
              on: '2023-09-25',
              kind: 'certificate',
              people: ['kedrovka1', 'kedrovka2', 'zarechye1', 'zarechye2', 'luchistoye1', 'ryabinka1', 'raduga1'],
            },
          },
        },
        {
          activity: firstYear,
          day: '2023-10-19',
          from: '15:00',
          until: '16:30',
          link: 'https://video.example/pervyy-god',
          audience: 'молодые учителя и их наставники',
          by: 'vlasov',
          announcedOn: '2023-10-03',
          takes: takes('2023-10-09', 'kedrovka1', 'kedrovka3', 'zarechye1', 'zarechye3', 'luchistoye2', 'headRyabinka'),
          held: {
            present: ['kedrovka1', 'kedrovka3', 'zarechye1', 'zarechye3', 'luchistoye2'],
            closedOn: '2023-10-19',
            answers: [
              ['kedrovka3', '4', 'yes', 'Запись пригодилась бы тем, кто не смог'],
              ['zarechye3', '3', 'maybe'],
            ],
            papers: { by: 'arkhipova', on: '2023-10-23', kind: 'note', people: ['kedrovka1', 'kedrovka3', 'zarechye3'] },
          },
        },
        {
          activity: map,
          day: '2023-11-09',
          from: '14:00',
          until: '16:15',
          room: centre,
          audience: 'рабочие группы школ',
          places: 12,
          takesLessons: true,
          by: 'arkhipova',
          announcedOn: '2023-10-25',
          takes: takes('2023-10-27', 'kedrovka1', 'zarechye2', 'luchistoye1'),
          sent: [{ person: 'kedrovka2', by: 'headKedrovka', on: '2023-10-30', answeredOn: '2023-10-31' }],
          released: [{ person: 'kedrovka1', by: 'headKedrovka', on: '2023-10-30' }],
          held: {
            present: ['kedrovka1', 'kedrovka2', 'zarechye2', 'luchistoye1'],
            closedOn: '2023-11-13',
            answers: [['zarechye2', '4', 'yes', 'Карту своей школы допишем сами']],
          },
        },
        {
          activity: route,
          title: 'Как составить маршрут: для тех, кто ведёт впервые',
          day: '2023-11-14',
          from: '15:00',
          until: '16:30',
          room: centre,
          places: 6,
          by: 'arkhipova',
          announcedOn: '2023-11-01',
          takes: takes('2023-11-03', 'zarechye1', 'luchistoye2', 'raduga1'),
          // The list is marked, and nobody has closed it yet: a task of the head of the site.
          held: { present: ['zarechye1', 'raduga1'] },
        },
        {
          activity: route,
          title: 'Как составить маршрут: первая встреча',
          day: '2023-11-16',
          from: '16:00',
          until: '17:30',
          room: centre,
          audience: 'стажёры площадки и все, кто ведёт молодых учителей',
          places: 3,
          by: 'arkhipova',
          announcedOn: '2023-11-02',
          takes: takes('2023-11-07', 'kedrovka3', 'zarechye1', 'luchistoye2', 'raduga1', 'headRyabinka'),
        },
        {
          activity: club,
          day: '2023-11-17',
          from: '15:30',
          until: '17:00',
          link: 'https://video.example/klub-molodyh',
          audience: 'учителя первых трёх лет работы',
          by: 'vlasov',
          announcedOn: '2023-11-06',
          takes: takes('2023-11-08', 'kedrovka1', 'kedrovka3', 'zarechye3', 'ryabinka1'),
        },
        {
          activity: exchange,
          day: '2023-11-30',
          from: '10:00',
          until: '13:00',
          room: 'с. Заречье, школа, каб. 7',
          audience: 'наставники школ района',
          places: 15,
          takesLessons: true,
          by: 'vlasov',
          announcedOn: '2023-11-13',
          takes: takes('2023-11-14', 'kedrovka3', 'zarechye2', 'luchistoye1'),
          sent: [{ person: 'kedrovka1', by: 'headKedrovka', on: '2023-11-15' }],
        },
        {
          activity: route,
          title: 'Как составить маршрут: вторая встреча',
          day: '2023-12-07',
          from: '16:00',
          until: '17:30',
          room: centre,
          places: 10,
          by: 'arkhipova',
          announcedOn: '2023-11-14',
          takes: takes('2023-11-15', 'zarechye2'),
        },
      ],
      pairs: [
        {
          ...{
            mentor: 'vlasov',
            mentee: 'kedrovka2',
            goal: 'Первый разбор урока молодого коллеги, после которого хочется работать',
          },
          ...{ by: 'arkhipova', on: '2023-10-03', from: '2023-10-04', to: '2024-05-31' },
          ...{ mentorAgreed: '2023-10-03', menteeAgreed: '2023-10-04' },
          meetings: [{ by: 'kedrovka2', on: '2023-10-12', minutes: 40, line: 'Как начать разговор после чужого урока' }],
        },
        {
          ...{ mentor: 'vlasov', mentee: 'zarechye3', goal: 'План первого года молодого учителя' },
          ...{ by: 'zarechye3', on: '2023-10-05', from: '2023-10-06', to: '2023-12-22', mentorAgreed: '2023-10-05' },
          ended: {
            by: 'vlasov',
            on: '2023-11-10',
            outcome: 'План на год составлен и показан руководителю школы',
          },
        },
      ],
      groups: [
        {
          theme: 'Дневник первого года',
          task: 'Тетрадь на двадцать страниц, которую молодой учитель ведёт вместе с наставником',
          ...{
            direction: 'mentoring',
            by: 'arkhipova',
            leader: 'vlasov',
            on: '2023-10-02',
            from: '2023-10-03',
            to: '2023-12-22',
          },
          members: ['krylova', 'kedrovka2', 'zarechye3'],
        },
      ],
      traineeships: [
        {
          person: 'kedrovka1',
          ...inPerson,
          from: '2023-09-15',
          to: '2023-12-20',
          begun: { as: 'site', by: 'arkhipova', on: '2023-09-12' },
          answeredOn: '2023-09-13',
          startedOn: '2023-09-15',
          days: {
            by: 'arkhipova',
            on: '2023-11-13',
            of: {
              'Целевая модель: роли и шаги': { event: model },
              'Разговор о первом уроке': '2023-10-19',
              'Маршрут вместе с подопечным': '2023-12-07',
            },
          },
          held: [{ session: 'Разговор о первом уроке', person: 'vlasov', on: '2023-10-19' }],
        },
        {
          person: 'zarechye2',
          ...inPerson,
          from: '2023-09-15',
          to: '2023-11-10',
          begun: { as: 'school', by: 'headZarechye', on: '2023-09-12' },
          answeredOn: '2023-09-13',
          admitted: { person: 'arkhipova', on: '2023-09-14' },
          startedOn: '2023-09-15',
          held: [
            { session: 'Целевая модель: роли и шаги', person: 'vlasov', on: '2023-09-21' },
            { session: 'Разговор о первом уроке', person: 'vlasov', on: '2023-10-19' },
            { session: 'Маршрут вместе с подопечным', person: 'vlasov', on: '2023-11-08' },
          ],
          finished: { person: 'vlasov', on: '2023-11-10' },
          adaptation: {
            on: '2023-10-05',
            takes: 'Разговор наставника после первого урока по трём вопросам',
            changes: 'Вопросы задаём в тот же день, а не через неделю',
            place: 'Две пары наставников в своей школе',
            plannedOn: '2023-10-09',
            sign: 'Подопечный сам называет, что попробует на следующем уроке',
            introducedOn: '2023-10-09',
            first: { on: '2023-11-09', outcome: 'adapted', why: 'Хватает двух вопросов, третий повторяет второй' },
          },
        },
        {
          person: 'luchistoye1',
          format: 'дистанционно',
          from: '2023-12-01',
          to: '2024-03-29',
          begun: { as: 'self', by: 'luchistoye1', on: '2023-11-14' },
        },
        {
          person: 'kedrovka3',
          ...inPerson,
          from: '2023-12-01',
          to: '2024-03-29',
          begun: { as: 'school', by: 'headKedrovka', on: '2023-11-15' },
        },
      ],
    },
  ],
}
