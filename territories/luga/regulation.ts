import { point } from '../../src/regulation/clauses.ts'
import type { Regulation } from '../../src/regulation/schema.ts'
import { declined } from '../../src/regulation/words.ts'
import { educationLaw, municipalSite, partnerSchool, roleWords } from '../role-words.ts'
import { clauses } from './clauses.ts'
import { order33 } from './order.ts'

/** Положение о муниципальной стажировочной площадке Лужского муниципального района (приказ от 28.01.2021 № 33, приложение 1). */
export const regulation: Regulation = {
  edition: 1,
  title: 'Положение о муниципальной стажировочной площадке',
  subtitle:
    'в рамках проекта «Повышение качества образования через сетевое наставничество во взаимодействии школ с высокими образовательными результатами и низкими результатами подготовки обучающихся»',
  level: 'municipal',
  siteWords: municipalSite,
  localTime: 'по московскому времени',
  bodies: {
    authority: {
      name: 'Комитет образования администрации Лужского муниципального района',
      short: declined(
        'Комитет образования',
        'Комитета образования',
        'Комитету образования',
        'Комитетом образования',
        'Комитеты образования',
      ),
    },
    operator: { name: 'МКУ «Лужский информационно-методический центр»', short: declined('ИМЦ', 'ИМЦ', 'ИМЦ', 'ИМЦ', 'ИМЦ') },
    council: null,
  },
  legalBasis: {
    clause: ['1.6'],
    acts: [
      educationLaw,
      { type: 'Типовое положение', number: null, date: null, title: 'Об образовательном учреждении' },
      {
        type: 'Акты Ленинградской области',
        number: null,
        date: null,
        title: 'Об инновационной и экспериментальной деятельности',
      },
    ],
  },
  clauses,
  orderPoints: {
    orderTitle: 'приказа от 28.01.2021 № 33',
    points: order33.points.map(({ number, text }) => point(number, text)),
  },

  status: { clause: ['1.4'], grantedBy: 'authority', act: 'приказ', onSubmissionOfOperator: false, steps: ['order'] },
  siteList: null,
  // «2020–2023» read as the three academic years 2020/21–2022/23: the longest term the field knows.
  term: { clause: ['2.2'], kind: 'fixed', from: '2020-09-01', to: '2023-08-31' },
  initiators: null,
  hostKinds: { clause: ['1.2'], kinds: ['school'] },
  joint: null,
  eligibility: null,
  legalForm: { clause: ['1.5'], unchanged: true },
  calls: null,
  application: null,
  expertReview: null,
  contract: null,
  termination: null,

  head: null,
  headDuties: null,
  roles: {
    head: { clause: ['3.1', 'приказ 4'], words: roleWords.head, appointedBy: 'authority' },
    mentor: { clause: ['приказ 4.2'], words: roleWords.mentor, appointedBy: 'headOfSite' },
  },
  memberDuties: null,
  coordinator: null,
  attachments: { clause: ['2.4', 'приказ 3'], by: 'order', publicWords: partnerSchool },
  mentoring: { clause: ['приказ 4.2'], forWhom: 'педагоги школ-партнёров, у которых есть профессиональные дефициты' },
  workingGroups: { clause: ['3.1'], byDirections: true },
  acquaintance: null,
  priorityForTraining: null,

  directions: null,
  forms: {
    clause: ['3.1'],
    catalogue: [
      { code: 'experienceExchange', label: 'Обмен опытом управления', remote: false, clause: ['3.1'] },
      { code: 'openLesson', label: 'Открытый урок', remote: false, clause: ['3.1'] },
      { code: 'individualTalk', label: 'Индивидуальная встреча-беседа', remote: false, clause: ['3.1'] },
      { code: 'siteMaterials', label: 'Материалы на сайте школы', remote: true, clause: ['3.1'] },
      { code: 'subjectChat', label: 'Чат учителей-предметников', remote: true, clause: ['3.1'] },
      { code: 'workingGroup', label: 'Временная рабочая группа', remote: false, clause: ['3.1'] },
    ],
  },
  remoteWork: { clause: ['3.1'], means: ['сайт школы', 'чаты учителей-предметников'] },
  plan: {
    clause: ['3.1'],
    words: declined('план-график', 'плана-графика', 'плану-графику', 'планом-графиком', 'планы-графики'),
    columns: [
      { code: 'number', caption: '№' },
      { code: 'activity', caption: 'Мероприятие и форма проведения' },
      { code: 'dates', caption: 'Сроки исполнения' },
      { code: 'responsible', caption: 'Ответственный' },
      { code: 'execution', caption: 'Отчёт о выполнении' },
    ],
    // Who approves is not said; the heads of the sites are heads of the schools, so each approves what the centre has agreed.
    chain: [
      { act: 'agree', by: 'operator', caption: 'Согласует ИМЦ', clause: ['3.2.1'] },
      { act: 'approve', by: 'head', caption: 'Утверждает руководитель площадки', clause: ['3.1'] },
    ],
    headSignature: 'Руководитель стажировочной площадки',
  },
  planVersions: { clause: ['3.1'], reasonRequired: true },
  roadmap: { clause: ['приказ 4.1'], purpose: 'переход школ с низкими результатами в эффективный режим развития' },
  // The last section of the plan is its report, so what goes to the centre is the executed plan, without a day of its own.
  report: { clause: ['3.1', '3.2.1'], due: null, to: 'operator', acceptedBy: 'operator', criteria: [], reminders: [] },
  guidance: {
    clause: ['3.2', '3.2.1'],
    by: 'operator',
    functions: ['участие в подготовке документов', 'согласование программ мероприятий', 'совещания', 'мониторинг'],
  },
  meetings: {
    clause: ['3.2.1'],
    kinds: [
      { code: 'heads', text: 'с руководителями площадок', clause: ['3.2.1'] },
      { code: 'headsAndPartners', text: 'с руководителями площадок и школ с низкими результатами вместе', clause: ['3.2.1'] },
    ],
  },
  consulting: { clause: ['2.4'], what: 'учебная, консультационная и методическая помощь' },
  trainees: {
    clause: ['1.3'],
    individualPlan: false,
    tryOuts: false,
    measurements: false,
    selfAssessment: false,
    routes: false,
    adaptation: true,
    contingent: ['руководители', 'учителя-предметники'],
    formats: [],
  },
  practices: { clause: ['2.4'], what: 'опыт эффективного управления и обучения' },
  equipment: null,
  finance: null,
  monitoring: { clause: ['3.2.1'], by: 'operator' },
  qualityMonitoring: { clause: ['приказ 4.3'], period: 'academicYear' },
  council: null,
  publication: {
    clause: ['1.4', '3.1'],
    things: [
      // Which schools are sites is decided by an order, and that is no secret; the list of weak schools is.
      { what: 'register', where: ['authoritySite'], clause: ['1.4'] },
      { what: 'materials', where: ['organisationSites'], clause: ['3.1'] },
    ],
  },
}
