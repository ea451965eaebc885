import type { OrderFacts } from '../../src/regulation/order-facts.ts'

const schools = ['school3', 'school4', 'school6']
const heads = ['snigur', 'burzhinskaya', 'golubykh']

// The regulation names 2020–2023 (clause 2.2). A status is lived by academic years, so it lasts from the day of the order to the end of
// 2022/23; the calendar end of 2023 would leave a third of an academic year without a plan.
const from = '2021-01-28'
const to = '2023-08-31'

const theme = 'Сетевое наставничество: переход школ в эффективный режим развития'

/** Приказ Комитета образования администрации Лужского муниципального района от 28.01.2021 № 33. */
export const order33: OrderFacts = {
  key: 'order33',
  state: 'signed',
  kind: 'приказ',
  issuer: 'committee',
  letterhead: ['Комитет образования администрации', 'Лужского муниципального района'],
  number: 33,
  numberFormat: '№ {n}',
  signedOn: from,
  dateForm: 'full',
  place: null,
  title: 'Об утверждении стажировочных площадок',
  preamble:
    'Для создания условий получения качественного общего образования обучающимися школ с низкими результатами и школ, работающих в неблагоприятных социальных условиях, в рамках регионального проекта «Повышение качества образования через сетевое наставничество во взаимодействии школ с высокими образовательными результатами и низкими результатами подготовки обучающихся»',
  enactingWord: 'приказываю:',
  points: [
    {
      number: '1',
      text: 'Определить муниципальными стажировочными площадками МОУ «Средняя общеобразовательная школа № 3», МОУ «Средняя общеобразовательная школа № 4» и МОУ «Средняя общеобразовательная школа № 6 им. Героя Советского Союза В.П. Грицкова».',
      effects: schools.map((school) => ({
        kind: 'grantStatus',
        organisations: [school],
        leadOrganisation: school,
        theme,
        from,
        to,
      })),
    },
    {
      number: '2',
      text: 'Утвердить Положение о муниципальной стажировочной площадке (приложение 1).',
      effects: [{ kind: 'approveRegulation' }],
    },
    {
      number: '3',
      text: 'Утвердить список школ с низкими результатами обучения, закрепляемых за стажировочными площадками (приложение 2).',
      effects: [
        { kind: 'attachOrganisations', siteOf: 'school3', organisations: ['oredezh', 'osmino', 'toroshkovichi'], from, to },
        { kind: 'attachOrganisations', siteOf: 'school4', organisations: ['zaklinye', 'serebryansky'], from, to },
        { kind: 'attachOrganisations', siteOf: 'school6', organisations: ['volodarskoye', 'yamTesovo'], from, to },
      ],
    },
    {
      number: '4',
      text: 'Руководителям МОУ «Средняя общеобразовательная школа № 3» (Снигур Н.А.), МОУ «Средняя общеобразовательная школа № 4» (Буржинская Е.И.), МОУ «Средняя общеобразовательная школа № 6 им. Героя Советского Союза В.П. Грицкова» (Голубых Е.В.):',
      effects: heads.map((person, index) => ({ kind: 'appoint', person, as: 'head', siteOf: schools[index]!, from, to })),
    },
    {
      number: '4.1',
      text: 'разработать совместную «дорожную карту» сопровождения программ перехода школ с низкими результатами в эффективный режим развития;',
      assignees: heads,
    },
    {
      number: '4.2',
      text: 'определить из числа опытных учителей наставников для педагогов указанных школ, имеющих профессиональные дефициты;',
      assignees: heads,
    },
    {
      number: '4.3',
      text: 'осуществлять в течение учебного года совместный мониторинг качества образования.',
      assignees: heads,
      startsOn: from,
      // The academic year 2020/21 ends with its lessons: 31 May is the last day to which the order's own school year reaches.
      dueOn: '2021-05-31',
    },
    {
      number: '5',
      text: 'Контроль за исполнением приказа возложить на Наумову Т.Я., заведующего МКУ «Лужский информационно-методический центр».',
    },
  ],
  appendices: [
    { number: 1, title: 'Положение о муниципальной стажировочной площадке', content: 'regulation' },
    {
      number: 2,
      title: 'Список сетевого партнёрства общеобразовательных организаций Лужского муниципального района',
      content: 'attachments',
      columns: ['№ п/п', 'Школы — стажировочные площадки', 'Школы с низкими результатами обучения'],
    },
  ],
  signatory: { person: 'krasiy', post: 'Председатель комитета образования' },
  preparedBy: 'orekhova',
  control: { point: '5', person: 'naumova' },
  acquaintance: 'assignees',
  publication: null,
}
