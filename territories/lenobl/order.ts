import type { OrderFacts } from '../../src/regulation/order-facts.ts'

/** A draft ready to sign: the source gives the regulation without its order; schools and people are invented. */
export const draftOrder: OrderFacts = {
  key: 'draft',
  state: 'draft',
  kind: 'распоряжение',
  issuer: 'committee',
  letterhead: ['Комитет общего и профессионального образования', 'Ленинградской области'],
  number: null,
  numberFormat: '№ {n}-р',
  signedOn: null,
  place: null,
  title: 'О региональной стажировочной площадке',
  preamble: 'На основании представления ГАОУ ДПО «ЛОИРО» и по результатам экспертизы программы стажировочной площадки',
  enactingWord: 'обязываю:',
  points: [
    {
      number: '1',
      text: 'Утвердить Положение о региональных стажировочных площадках (приложение 1).',
      effects: [{ kind: 'approveRegulation' }],
    },
    {
      number: '2',
      text: 'Присвоить на три года статус региональной стажировочной площадки двум организациям, реализующим общую программу (приложение 2). Ведущая организация — МОУ «Озёрная средняя общеобразовательная школа». Руководитель площадки — Вишняков О.Д. (протокол общего собрания двух школ от 25.08.2021 № 1).',
      effects: [
        {
          kind: 'grantStatus',
          organisations: ['ozyornaya', 'sosnovaya'],
          leadOrganisation: 'ozyornaya',
          theme: 'Школа, которая справилась: как работать с классом в трудных условиях',
          from: '2021-09-01',
          to: '2024-08-31',
          head: 'vishnyakov',
          protocol: 'протокол общего собрания двух школ от 25.08.2021 № 1',
        },
      ],
    },
    {
      number: '3',
      text: 'ГАОУ ДПО «ЛОИРО» (Кондратьев Б.А.) до 01.10.2021 заключить с площадкой договор о совместной деятельности.',
      assignees: ['kondratyev'],
      dueOn: '2021-10-01',
    },
    { number: '4', text: 'Контроль за исполнением распоряжения возложить на Журавлёву Н.Е., начальника отдела.' },
  ],
  appendices: [
    { number: 1, title: 'Положение о региональных стажировочных площадках', content: 'regulation' },
    {
      number: 2,
      title: 'Перечень организаций, получивших статус региональной стажировочной площадки',
      content: 'sites',
      columns: ['№', 'Организация', 'Тема', 'Срок'],
    },
  ],
  signatory: { person: 'astafyev', post: 'Председатель комитета' },
  preparedBy: 'zhuravlyova',
  control: { point: '4', person: 'zhuravlyova' },
  acquaintance: 'assignees',
  publication: null,
}
