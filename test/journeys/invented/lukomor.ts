import { declined as words } from '../../../src/regulation/words.ts'
import type { Rules } from '../entering.ts'
import { field, step } from './parts.ts'

/** A region that does not exist: people apply and not organisations, three bodies sign together, a status without an end is confirmed each year, work goes at a distance alone, a public defence stands for a report. */
export const paper = `Положение о стажировочных площадках Лукоморского края
1. Общие положения
1.1. Положение разработано по Федеральному закону от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации».
1.2. Стажировочной площадкой (далее — площадка) может стать объединение педагогов или педагогический работник. Организациям статус не присваивается.
1.3. Методическое сопровождение площадок осуществляет Институт развития образования края: консультации.
2. Статус
2.1. Заявку подаёт тот, кто претендует на статус. В заявке указываются телефон и почта, тема.
2.2. Статус присваивается совместным приказом Министерства образования края, Института развития образования края и Союза учителей края.
2.3. Статус присваивается без ограничения срока и ежегодно, до 15 января, подтверждается.
2.4. В крае действует не более десяти площадок.
2.5. Статус прекращается Министерством образования края:
– по заявлению площадки;
– если статус не подтверждён.
3. Работа площадки
3.1. Площадка работает только на расстоянии. Используются:
– видеосвязь;
– открытые записи занятий.
3.2. Площадка работает в следующих формах:
– вебинар;
– дистанционная мастерская.
3.3. План составляется на календарный год и содержит графы: мероприятие, сроки, ответственный. План утверждает Институт развития образования края.
3.4. Руководителя площадки назначает Министерство образования края.
4. Подведение итогов
4.1. Вместо отчёта до 20 декабря проводится публичная защита итогов года перед Союзом учителей края. Представляется один вывод — чему научились стажёры.
5. Открытость
5.1. Реестр площадок и материалы размещаются на официальном сайте Министерства образования края.`

/** What the paper says, rule by rule. */
export const rules: Rules = {
  names: {
    title: 'Положение о стажировочных площадках Лукоморского края',
    subtitle: null,
    level: 'regional',
    localTime: 'по Красноярску',
  },
  legalBasis: {
    clause: ['1.1'],
    acts: [{ type: 'Федеральный закон', number: '273-ФЗ', date: '2012-12-29', title: 'Об образовании в Российской Федерации' }],
  },
  bodies: {
    authority: {
      name: 'Министерство образования Лукоморского края',
      short: words('Министерство', 'Министерства', 'Министерству', 'Министерством', 'Министерства'),
    },
    operator: {
      name: 'Институт развития образования Лукоморского края',
      short: words('Институт', 'Института', 'Институту', 'Институтом', 'Институты'),
    },
    further: [
      {
        name: 'Союз учителей Лукоморского края',
        short: words('Союз учителей', 'Союза учителей', 'Союзу учителей', 'Союзом учителей', 'Союзы учителей'),
        vote: null,
      },
    ],
  },
  hostKinds: { clause: ['1.2'], kinds: ['union', 'educator'] },
  initiators: { clause: ['2.1'], who: ['organisation'] },
  application: {
    clause: ['2.1'],
    items: [field('телефон и почта', 'contacts', '2.1'), field('руководитель площадки', 'headOfSite', '3.4')],
    programme: [],
  },
  status: {
    clause: ['2.2'],
    grantedBy: 'authority',
    together: [
      { by: 'operator', clause: ['2.2'] },
      { by: 'body1', clause: ['2.2'] },
    ],
    act: 'приказ',
    onSubmissionOfOperator: false,
    steps: ['application', 'technicalCheck', 'order'],
  },
  term: { clause: ['2.3'], kind: 'yearly', day: '01-15' },
  limits: { clause: ['2.4'], list: [{ what: 'sites', least: null, most: 10, clause: ['2.4'] }] },
  termination: {
    clause: ['2.5'],
    decidedBy: 'authority',
    onSubmissionOfOperator: false,
    grounds: [
      { text: 'по заявлению площадки', proposedBy: 'organisation' },
      { text: 'статус не подтверждён', proposedBy: 'operator' },
    ],
  },
  'roles.head': {
    clause: ['3.4'],
    words: words(
      'руководитель площадки',
      'руководителя площадки',
      'руководителю площадки',
      'руководителем площадки',
      'руководители площадки',
    ),
    appointedBy: 'authority',
    agreedBy: [],
    chosen: 'appointed',
    most: null,
  },
  forms: {
    clause: ['3.2'],
    catalogue: [
      { label: 'вебинар', remote: true, clause: ['3.2'] },
      { label: 'дистанционная мастерская', remote: true, clause: ['3.2'] },
    ],
  },
  remoteWork: { clause: ['3.1'], means: ['видеосвязь', 'открытые записи занятий'], only: true },
  plan: {
    clause: ['3.3'],
    words: words('план работы', 'плана работы', 'плану работы', 'планом работы', 'планы работы'),
    period: 'calendarYear',
    columns: [
      field('Мероприятие', 'activity', '3.3'),
      field('Сроки', 'dates', '3.3'),
      field('Ответственный', 'responsible', '3.3'),
    ],
    chain: [{ ...step, act: 'approve', by: 'operator', caption: 'Утверждаю', clause: ['3.3'] }],
    headSignature: 'Руководитель площадки',
  },
  report: {
    clause: ['4.1'],
    kinds: [
      {
        title: 'публичная защита',
        unit: 'calendarYear',
        due: { kind: 'on', day: '12-20', of: 'period' },
        to: 'body1',
        chain: [{ ...step, act: 'defend', by: 'body1', caption: 'Защита принята', clause: ['4.1'] }],
        form: 'assembled',
        criteria: [field('чему научились стажёры', 'conclusion', '4.1')],
        clause: ['4.1'],
      },
    ],
  },
  guidance: { clause: ['1.3'], by: 'operator', functions: ['консультации'] },
  publication: {
    clause: ['5.1'],
    things: [
      { what: 'register', where: ['authoritySite'], clause: ['5.1'] },
      { what: 'materials', where: ['authoritySite'], clause: ['5.1'] },
    ],
  },
}
