import type { OrderFacts } from '../../src/regulation/order-facts.ts'

const from = '2023-09-04'
const to = '2026-08-31'

/** A draft ready to sign: the source gives the regulation without its order. */
export const draftOrder: OrderFacts = {
  key: 'draft',
  state: 'draft',
  kind: 'приказ',
  issuer: 'office',
  letterhead: ['Управление образования', 'Администрации МО «Турочакский район»'],
  number: null,
  numberFormat: '№ {n}',
  signedOn: null,
  place: 'с. Турочак',
  title: 'Об утверждении Положения о стажировочной площадке и открытии площадки',
  preamble: 'В целях обеспечения непрерывного профессионального роста педагогических и руководящих работников организаций района',
  enactingWord: 'ПРИКАЗЫВАЮ:',
  points: [
    {
      number: '1',
      text: 'Утвердить Положение о стажировочной площадке (приложение 1).',
      effects: [{ kind: 'approveRegulation' }],
    },
    {
      number: '2',
      text: 'Присвоить статус стажировочной площадки организации по списку (приложение 2). Руководитель площадки — Самойлова Л.П. (МОУ «Кедровая средняя общеобразовательная школа»).',
      effects: [
        {
          kind: 'grantStatus',
          organisations: ['kedrovaya'],
          leadOrganisation: 'kedrovaya',
          theme: 'Урок, на котором работает каждый: разноуровневое обучение в малой школе',
          from,
          to,
          head: 'samoylova',
        },
      ],
    },
    {
      number: '3',
      text: 'Координатором площадки МОУ «Кедровая СОШ» с 04.09.2023 по 31.08.2026 назначить Чупину Веру Леонидовну, методиста Управления образования.',
      effects: [{ kind: 'appoint', person: 'chupina', as: 'coordinator', siteOf: 'kedrovaya', from, to }],
    },
    {
      number: '4',
      text: 'Чупиной Вере Леонидовне до 15.09.2023 разместить реестр площадок на сайте Управления образования.',
      assignees: ['chupina'],
      dueOn: '2023-09-15',
    },
    { number: '5', text: 'Контроль за исполнением приказа оставляю за собой.' },
  ],
  appendices: [
    { number: 1, title: 'Положение о стажировочной площадке', content: 'regulation' },
    {
      number: 2,
      title: 'Список организаций, получающих статус стажировочной площадки',
      content: 'sites',
      columns: ['№', 'Организация', 'Тема', 'Сроки'],
    },
  ],
  signatory: { person: 'altyn', post: 'Начальник Управления образования' },
  preparedBy: 'toropova',
  control: { point: '5', person: 'altyn' },
  acquaintance: 'assignees',
  publication: null,
}
