import { point } from '../../src/regulation/clauses.ts'
import type { Regulation } from '../../src/regulation/schema.ts'
import { declined } from '../../src/regulation/words.ts'
import { educationLaw, municipalSite, roleWords, usualReminders } from '../role-words.ts'
import { clauses } from './clauses.ts'
import { order37 } from './order.ts'

/** Положение о муниципальной стажировочной площадке Чебулинского муниципального округа (приказ от 24.08.2021 № 37-о, приложение 2). */
export const regulation: Regulation = {
  edition: 1,
  title: 'Положение о муниципальной стажировочной площадке',
  subtitle: null,
  level: 'municipal',
  siteWords: municipalSite,
  localTime: 'по Кемерову',
  bodies: {
    authority: {
      name: 'Управление образования администрации Чебулинского муниципального округа',
      short: declined(
        'Управление образования',
        'Управления образования',
        'Управлению образования',
        'Управлением образования',
        'Управления образования',
      ),
    },
    operator: {
      name: 'МБУ «Центр информационно-методического сопровождения»',
      short: declined('ЦИМС', 'ЦИМС', 'ЦИМС', 'ЦИМС', 'ЦИМС'),
    },
    council: null,
  },
  legalBasis: { clause: ['1.4'], acts: [{ ...educationLaw, number: null, date: null }] },
  clauses,
  orderPoints: {
    orderTitle: 'приказа от 24.08.2021 № 37-о',
    points: order37.points.map(({ number, text }) => point(number, text)),
  },

  status: {
    clause: ['3.3', '3.4'],
    grantedBy: 'operator',
    act: 'приказ',
    onSubmissionOfOperator: false,
    steps: ['application', 'order'],
  },
  siteList: {
    clause: ['3.4', 'приказ 1'],
    approvedBy: 'operator',
    act: 'приказ',
    columns: ['Образовательное учреждение', 'Тема', 'Сроки проведения'],
  },
  term: { clause: ['3.3'], kind: 'longest', months: 36 },
  initiators: { clause: ['3.2'], who: ['authority', 'operator', 'organisation'] },
  // «Любого типа» of an educational organisation; a methodical centre and an authority are not educational organisations.
  hostKinds: { clause: ['1.3'], kinds: ['school', 'kindergarten', 'supplementary', 'institute'] },
  joint: null,
  eligibility: {
    clause: ['3.1'],
    all: [
      { code: 'innovationExperience', text: 'положительный опыт в инновационной инфраструктуре образования', evidence: 'file' },
    ],
    atLeast: null,
  },
  legalForm: null,
  calls: null,
  application: null,
  expertReview: null,
  contract: null,
  termination: {
    clause: ['7.1'],
    decidedBy: 'operator',
    grounds: [
      { code: 'completedByOrganisation', text: 'программа выполнена, так решила организация', proposedBy: 'organisation' },
      { code: 'completedByOperator', text: 'программа выполнена, так рекомендовал ЦИМС', proposedBy: 'operator' },
    ],
  },

  head: {
    clause: ['4.1'],
    posts: ['head', 'teacher', 'psychologist', 'supplementaryTeacher'],
    categories: ['highest', 'first'],
    achievements: true,
    atHost: false,
  },
  headDuties: {
    clause: ['4.2'],
    list: [
      'программа, тематический план и график',
      'материально-техническое оснащение',
      'анализ динамики и итоги',
      'работа со стажёрами',
    ],
  },
  roles: {
    head: { clause: ['4.1'], words: roleWords.head, appointedBy: 'organisation' },
    methodist: { clause: ['приказ 4'], words: roleWords.methodist, appointedBy: 'operator' },
  },
  memberDuties: null,
  coordinator: null,
  attachments: null,
  mentoring: null,
  workingGroups: null,
  acquaintance: null,
  priorityForTraining: null,

  directions: {
    clause: ['2.3', '2.3.1'],
    list: [
      { code: 'technologies', label: 'Новые педагогические технологии и современный урок' },
      { code: 'content', label: 'Новое в содержании образования и воспитании' },
      { code: 'network', label: 'Сетевое взаимодействие учреждений' },
    ],
  },
  forms: {
    clause: ['5.1'],
    catalogue: [
      { code: 'lecture', label: 'Лекция', remote: true, clause: ['5.1'] },
      { code: 'seminar', label: 'Семинар', remote: true, clause: ['5.1'] },
      { code: 'programmeRevision', label: 'Корректировка рабочей программы', remote: false, clause: ['5.1'] },
      { code: 'lessonDesign', label: 'Проектирование учебного занятия', remote: false, clause: ['5.1'] },
      { code: 'technologicalMap', label: 'Разработка технологической карты', remote: false, clause: ['5.1'] },
      { code: 'openLesson', label: 'Открытый урок, занятие', remote: false, clause: ['5.1'] },
      { code: 'practicum', label: 'Практикум', remote: false, clause: ['5.1'] },
      { code: 'roundTable', label: 'Круглый стол', remote: false, clause: ['5.1'] },
      { code: 'consultation', label: 'Консультация', remote: false, clause: ['5.1'] },
    ],
  },
  remoteWork: { clause: ['5.2'], means: ['Интернет', 'электронная почта'] },
  plan: {
    clause: ['4.2'],
    words: declined(
      'тематический план и график',
      'тематического плана и графика',
      'тематическому плану и графику',
      'тематическим планом и графиком',
      'тематические планы и графики',
    ),
    columns: [
      { code: 'number', caption: '№' },
      { code: 'activity', caption: 'Тема и мероприятие' },
      { code: 'form', caption: 'Форма работы' },
      { code: 'dates', caption: 'Сроки проведения' },
      { code: 'responsible', caption: 'Ответственный' },
    ],
    // The source says only that the plan is discussed at the centre; whoever gives the status and takes the report approves it.
    chain: [
      { act: 'discuss', by: 'operator', caption: 'Обсуждают в ЦИМС', clause: ['4.2'] },
      { act: 'approve', by: 'operator', caption: 'Утверждает ЦИМС', clause: ['4.2'] },
    ],
    headSignature: 'Руководитель стажировочной площадки',
  },
  planVersions: { clause: ['4.2'], reasonRequired: true },
  roadmap: null,
  report: {
    clause: ['4.3', '6.2'],
    due: '06-15',
    to: 'operator',
    acceptedBy: 'operator',
    criteria: [
      { code: 'goals', title: 'Соответствие деятельности заявленным целям', clause: ['6.1'] },
      { code: 'dynamics', title: 'Динамика результатов участников по направлениям стажировки', clause: ['6.1'] },
    ],
    reminders: usualReminders,
  },
  guidance: { clause: ['приказ 4'], by: 'operator', functions: ['информационно-методическое сопровождение площадок'] },
  meetings: null,
  consulting: { clause: ['5.1'], what: 'консультации' },
  trainees: {
    clause: ['5.2', '6.1', '1.2'],
    individualPlan: true,
    tryOuts: false,
    measurements: true,
    selfAssessment: false,
    routes: false,
    adaptation: false,
    contingent: ['педагогические работники'],
    formats: ['одна из форм повышения квалификации'],
  },
  practices: { clause: ['2.2'], what: 'ценный для округа опыт коллективов и отдельных педагогов' },
  equipment: { clause: ['4.2'], providedBy: 'head' },
  finance: null,
  monitoring: null,
  qualityMonitoring: null,
  council: null,
  publication: {
    clause: ['3.4'],
    // The list of sites is an order, and an order about sites is no secret.
    things: [{ what: 'register', where: ['authoritySite'], clause: ['3.4'] }],
  },
}
