import type { OrderFacts } from '../../src/regulation/order-facts.ts'

const from = '2021-08-24'
// The title of the list names the academic year 2021–2022, which ends on 31 August, so the report due on 15 June falls inside the term.
const to = '2022-08-31'

/** Приказ МБУ «ЦИМС» Чебулинского муниципального округа от 24.08.2021 № 37-о. */
export const order37: OrderFacts = {
  key: 'order37',
  state: 'signed',
  kind: 'приказ',
  issuer: 'centre',
  letterhead: [
    'Кемеровская область',
    'Управление образования администрации',
    'Чебулинского муниципального округа',
    'МБУ «Центр информационно-методического сопровождения»',
  ],
  number: 37,
  numberFormat: '№ {n}-о',
  signedOn: from,
  dateForm: 'digits',
  place: 'пгт. Верх-Чебула',
  title: 'Об организации муниципальных стажировочных площадок в 2021-2022 учебном году',
  preamble: 'В целях повышения качества образования и методической поддержки школ с низкими образовательными результатами',
  enactingWord: 'ПРИКАЗЫВАЮ:',
  points: [
    {
      number: '1',
      text: 'Утвердить перечень организаций, в которых открываются муниципальные стажировочные площадки (приложение 1).',
      effects: [
        {
          kind: 'grantStatus',
          organisations: ['ustChebula'],
          leadOrganisation: 'ustChebula',
          theme: 'Функциональная грамотность как основа качества образовательных результатов',
          from,
          to,
        },
        {
          kind: 'grantStatus',
          organisations: ['verkhChebula'],
          leadOrganisation: 'verkhChebula',
          theme: 'Развитие школьной образовательной среды, обеспечивающей достижение планируемых образовательных результатов',
          from,
          to,
        },
      ],
    },
    {
      number: '2',
      text: 'Руководителям МБОУ «Верх-Чебулинская СОШ» (Данильченко В.В.) и МБОУ «Усть-Чебулинская ООШ» (Коротеева Т.Н.) обеспечить деятельность стажировочных площадок.',
      assignees: ['danilchenko', 'koroteeva'],
      startsOn: from,
      dueOn: to,
    },
    {
      number: '3',
      text: 'Утвердить Положение о муниципальной стажировочной площадке (приложение 2).',
      effects: [{ kind: 'approveRegulation' }],
    },
    {
      number: '4',
      text: 'Информационно-методическое сопровождение площадок возложить на Морозову И.А., методиста МБУ «ЦИМС».',
      effects: [{ kind: 'appoint', person: 'morozova', as: 'methodist', siteOf: null, from, to }],
    },
    { number: '5', text: 'Контроль за исполнением приказа оставляю за собой.' },
  ],
  appendices: [
    {
      number: 1,
      title:
        'Перечень образовательных организаций, на базе которых организуются муниципальные стажировочные площадки на 2021-2022 учебный год',
      content: 'sites',
      columns: ['№', 'Образовательное учреждение', 'Тема', 'Сроки проведения'],
    },
    { number: 2, title: 'Положение о муниципальной стажировочной площадке', content: 'regulation' },
  ],
  signatory: { person: 'guseva', post: 'Директор МБУ «ЦИМС»' },
  preparedBy: 'sukhanova',
  control: { point: '5', person: 'guseva' },
  acquaintance: 'assignees',
  publication: null,
}
