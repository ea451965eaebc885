import { declined as words } from '../../../src/regulation/words.ts'
import type { Rules } from '../entering.ts'
import { field, step } from './parts.ts'

/** A district that does not exist: a council decides by its quorum, plans go by quarters, two reports a year, a term to a named day. `year` is that of its first September. */
export const paperOf = (year: number): string => `Положение о стажировочных площадках Тридевятского района
1. Общие положения
1.1. Положение разработано по Федеральному закону от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации».
1.2. Стажировочной площадкой (далее — площадка) может стать школа, детский сад или организация дополнительного образования района.
1.3. Присвоение статуса не влечёт изменения организационно-правовой формы, типа и вида организации.
1.4. Совет развития образования района (далее — совет) состоит из девяти членов. Заседание правомочно, если на нём не менее шести членов. Решение принято, если за него больше половины всех членов совета.
1.5. Методическое сопровождение площадок осуществляет районный методический кабинет: консультации, посещение занятий.
2. Кто может получить статус
2.1. Инициатором подачи заявки является организация.
2.2. Статус присваивается при наличии опыта открытых занятий, подтверждённого документом, и не менее двух показателей из трёх:
– победа в районном конкурсе;
– публикация педагога в сборнике;
– соглашение с вузом.
2.3. В районе действует не более трёх площадок, по одной теме — не более одной площадки.
2.4. Организация имеет не более одного статуса площадки одновременно.
3. Приём и отбор заявок
3.1. Заявки принимаются в первый четверг каждого месяца.
3.2. В заявке указываются полное название организации, телефон и почта, руководитель площадки, число педагогов-наставников.
3.3. Экспертная оценка заявки даётся в баллах: новизна темы — до 5 баллов с весом 2, опыт педагогов — до 5 баллов с весом 3, но не менее 2 баллов. Итог — среднее по экспертам, проходной балл — 12.
4. Статус
4.1. Статус площадки присваивается администрацией района на основании постановления.
4.2. Статус площадки действует на срок до 31 августа ${year + 2} года.
4.3. Статус может быть продлён один раз не более чем на двенадцать месяцев. Заявление подаётся не позднее чем за тридцать дней до окончания срока.
4.4. Деятельность площадки может быть приостановлена не более чем на три месяца. На дни приостановки срок статуса продлевается.
4.5. Статус прекращается администрацией района:
– по заявлению организации;
– если план за квартал не исполнен.
5. Люди площадки
5.1. Руководителем площадки является руководитель организации, его заместитель или учитель этой организации, имеющий высшую категорию.
5.2. Руководителя площадки назначает организация.
5.3. Наставников площадки, но не более двух, назначает руководитель площадки.
6. Работа площадки
6.1. Площадка работает по плану на квартал. План содержит графы: этап, мероприятие, сроки, ответственный, ожидаемый результат.
6.2. План согласует совет на заседании и утверждает администрация района. Если в течение десяти рабочих дней совет решения не принял, план считается согласованным.
6.3. Площадка работает в следующих формах:
– открытое занятие;
– мастерская;
– дистанционная консультация.
6.4. Изменение утверждённого плана допускается с указанием причины.
7. Отчёты
7.1. До 20 января площадка представляет в методический кабинет карточку показателей за календарный год: число стажёров, число открытых занятий.
7.2. До 10 июня площадка представляет в методический кабинет отчёт за учебный год, который содержит вывод о достижении целей.
8. Открытость
8.1. Реестр площадок размещается на официальном сайте администрации района.`

/** What the paper says, rule by rule. */
export const rulesOf = (year: number): Rules => ({
  names: {
    title: 'Положение о стажировочных площадках Тридевятского района',
    subtitle: null,
    level: 'municipal',
    localTime: 'по Красноярску',
  },
  legalBasis: {
    clause: ['1.1'],
    acts: [{ type: 'Федеральный закон', number: '273-ФЗ', date: '2012-12-29', title: 'Об образовании в Российской Федерации' }],
  },
  bodies: {
    authority: {
      name: 'Администрация Тридевятского района',
      short: words('Администрация', 'Администрации', 'Администрации', 'Администрацией', 'Администрации'),
    },
    operator: {
      name: 'Районный методический кабинет',
      short: words('Методкабинет', 'Методкабинета', 'Методкабинету', 'Методкабинетом', 'Методкабинеты'),
    },
    further: [
      {
        name: 'Совет развития образования района',
        short: words('Совет', 'Совета', 'Совету', 'Советом', 'Советы'),
        vote: { members: 9, quorum: 6, majority: 'members' },
      },
    ],
  },
  hostKinds: { clause: ['1.2'], kinds: ['school', 'kindergarten', 'supplementary'] },
  eligibility: {
    clause: ['2.2'],
    all: [{ text: 'опыт открытых занятий', evidence: 'file' }],
    atLeast: {
      count: 2,
      of: [
        { text: 'победа в районном конкурсе', evidence: 'link' },
        { text: 'публикация педагога в сборнике', evidence: 'link' },
        { text: 'соглашение с вузом', evidence: 'link' },
      ],
    },
  },
  initiators: { clause: ['2.1'], who: ['organisation'] },
  intakeDays: { clause: ['3.1'], windows: [{ days: { kind: 'nth', place: 'first', weekday: 'thursday', month: 'every' } }] },
  application: {
    clause: ['3.2'],
    items: [
      field('полное название организации', 'fullName', '3.2'),
      field('телефон и почта', 'contacts', '3.2'),
      field('руководитель площадки', 'headOfSite', '3.2'),
      field('число педагогов-наставников', 'number', '3.2'),
    ],
    programme: [],
  },
  expertReview: {
    clause: ['3.3'],
    by: 'operator',
    way: 'points',
    comment: 'free',
    criteria: [
      { text: 'новизна темы', weight: 2, most: 5, least: null, clause: ['3.3'] },
      { text: 'опыт педагогов', weight: 3, most: 5, least: 2, clause: ['3.3'] },
    ],
    aggregate: 'mean',
    pass: 12,
    panel: null,
    divergence: null,
  },
  status: {
    clause: ['4.1'],
    grantedBy: 'authority',
    act: 'постановление',
    onSubmissionOfOperator: false,
    steps: ['application', 'technicalCheck', 'expertReview', 'order'],
  },
  term: { clause: ['4.2'], kind: 'until', to: `${year + 2}-08-31` },
  extension: { clause: ['4.3'], times: 1, months: 12, daysBefore: 30 },
  suspension: { clause: ['4.4'], months: 3, stopsTerm: true },
  limits: {
    clause: ['2.3'],
    list: [
      { what: 'sites', least: null, most: 3, clause: ['2.3'] },
      { what: 'sitesOfTheme', least: null, most: 1, clause: ['2.3'] },
      { what: 'statusesOfOrganisation', least: null, most: 1, clause: ['2.4'] },
    ],
  },
  termination: {
    clause: ['4.5'],
    decidedBy: 'authority',
    onSubmissionOfOperator: false,
    grounds: [
      { text: 'по заявлению организации', proposedBy: 'organisation' },
      { text: 'план за квартал не исполнен', proposedBy: 'operator' },
    ],
  },
  head: { clause: ['5.1'], posts: ['head', 'deputyHead', 'teacher'], categories: ['highest'], achievements: false, atHost: true },
  'roles.head': {
    clause: ['5.2'],
    words: words(
      'руководитель площадки',
      'руководителя площадки',
      'руководителю площадки',
      'руководителем площадки',
      'руководители площадки',
    ),
    appointedBy: 'organisation',
    agreedBy: [],
    chosen: 'appointed',
    most: null,
  },
  'roles.mentor': {
    clause: ['5.3'],
    words: words('наставник', 'наставника', 'наставнику', 'наставником', 'наставники'),
    appointedBy: 'head',
    agreedBy: [],
    chosen: 'appointed',
    most: 2,
  },
  'roles.expert': {
    clause: ['3.3'],
    words: words('эксперт', 'эксперта', 'эксперту', 'экспертом', 'эксперты'),
    appointedBy: 'operator',
    agreedBy: [],
    chosen: 'appointed',
    most: null,
  },
  forms: {
    clause: ['6.3'],
    catalogue: [
      { label: 'открытое занятие', remote: false, clause: ['6.3'] },
      { label: 'мастерская', remote: false, clause: ['6.3'] },
      { label: 'дистанционная консультация', remote: true, clause: ['6.3'] },
    ],
  },
  plan: {
    clause: ['6.1'],
    words: words('план работы', 'плана работы', 'плану работы', 'планом работы', 'планы работы'),
    period: 'quarter',
    columns: [
      field('Этап', 'text', '6.1'),
      field('Мероприятие', 'activity', '6.1'),
      field('Сроки', 'dates', '6.1'),
      field('Ответственный', 'responsible', '6.1'),
      field('Ожидаемый результат', 'text', '6.1'),
    ],
    chain: [
      {
        ...{ ...step, act: 'agree', by: 'body1', how: 'meeting', caption: 'Согласовано советом', clause: ['6.2'] },
        ...{ due: { count: 10, unit: 'workingDay' }, silence: 'consent' },
      },
      { ...step, act: 'approve', by: 'authority', caption: 'Утверждаю', clause: ['6.2'] },
    ],
    headSignature: 'Руководитель площадки',
  },
  planVersions: { clause: ['6.4'], reasonRequired: true },
  report: {
    clause: ['7.1', '7.2'],
    kinds: [
      {
        title: 'карточка показателей',
        unit: 'calendarYear',
        due: { kind: 'on', day: '01-20', of: 'nextPeriod' },
        to: 'operator',
        chain: [{ ...step, act: 'accept', by: 'operator', caption: 'Принято методкабинетом', clause: ['7.1'] }],
        form: 'card',
        criteria: [field('число стажёров', 'number', '7.1'), field('число открытых занятий', 'number', '7.1')],
        clause: ['7.1'],
      },
      {
        title: 'отчёт за учебный год',
        unit: 'academicYear',
        due: { kind: 'on', day: '06-10', of: 'period' },
        to: 'operator',
        chain: [{ ...step, act: 'accept', by: 'operator', caption: 'Принято методкабинетом', clause: ['7.2'] }],
        form: 'assembled',
        criteria: [field('вывод о достижении целей', 'conclusion', '7.2')],
        clause: ['7.2'],
      },
    ],
  },
  guidance: { clause: ['1.5'], by: 'operator', functions: ['консультации', 'посещение занятий'] },
  publication: { clause: ['8.1'], things: [{ what: 'register', where: ['authoritySite'], clause: ['8.1'] }] },
})
