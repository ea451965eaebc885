import type { Regulation } from '../../src/regulation/schema.ts'
import { declined } from '../../src/regulation/words.ts'
import { educationLaw, roleWords } from '../role-words.ts'
import { clauses } from './clauses.ts'

const office = {
  name: 'Управление образования Администрации МО «Турочакский район»',
  short: declined(
    'Управление образования',
    'Управления образования',
    'Управлению образования',
    'Управлением образования',
    'Управления образования',
  ),
}

/** Положение о стажировочной площадке Турочакского района. */
export const regulation: Regulation = {
  edition: 1,
  title: 'Положение о стажировочной площадке',
  subtitle: null,
  level: 'municipal',
  siteWords: declined(
    'стажировочная площадка',
    'стажировочной площадки',
    'стажировочной площадке',
    'стажировочной площадкой',
    'стажировочные площадки',
  ),
  localTime: 'по Горно-Алтайску',
  // The office both gives the status and guides the sites.
  bodies: { authority: office, operator: office, council: null },
  legalBasis: {
    clause: ['1.1'],
    acts: [
      educationLaw,
      {
        type: 'Распоряжение Министерства просвещения Российской Федерации',
        number: 'Р-303',
        date: '2022-12-15',
        title: 'Об изменениях в Концепции единой федеральной системы научно-методического сопровождения',
      },
      {
        type: 'Распоряжение Министерства просвещения Российской Федерации',
        number: 'Р-174',
        date: '2020-12-16',
        title: 'О Концепции единой федеральной системы научно-методического сопровождения',
      },
    ],
  },
  clauses,
  orderPoints: null,

  // The source names no act; the office signs orders (приказ). Organisations lay claim to the status (section 2): they apply.
  status: {
    clause: ['1.5', '4.2', '2'],
    grantedBy: 'authority',
    act: 'приказ',
    onSubmissionOfOperator: false,
    steps: ['application', 'order'],
  },
  siteList: null,
  term: null,
  initiators: { clause: ['2'], who: ['organisation'] },
  hostKinds: { clause: ['1.2'], kinds: ['school', 'kindergarten', 'supplementary'] },
  joint: null,
  eligibility: {
    clause: ['2'],
    all: [{ code: 'base', text: 'нужные ресурсы и устойчиво хорошие результаты учеников', evidence: 'file' }],
    atLeast: {
      count: 1,
      of: [
        { code: 'innovationSite', text: 'статус муниципальной инновационной площадки', evidence: 'register' },
        { code: 'experience', text: 'положительный опыт в приоритетных задачах образования района', evidence: 'file' },
        { code: 'networking', text: 'положительный опыт сетевого сотрудничества', evidence: 'link' },
        {
          code: 'competence',
          text: 'высокий профессиональный уровень, члены муниципальных методических активов',
          evidence: 'file',
        },
      ],
    },
  },
  legalForm: { clause: ['1.4'], unchanged: true },
  calls: null,
  application: null,
  expertReview: null,
  contract: null,
  termination: null,

  head: {
    clause: ['4.1'],
    posts: ['head', 'deputyHead', 'unionHead', 'methodicalActive'],
    categories: [],
    achievements: false,
    atHost: true,
  },
  headDuties: { clause: ['4.5'], list: ['отчёт о практике координатору'] },
  roles: {
    head: { clause: ['4.1'], words: roleWords.head, appointedBy: 'authority' },
    coordinator: {
      clause: ['4.6'],
      words: declined('координатор', 'координатора', 'координатору', 'координатором', 'координаторы'),
      appointedBy: 'authority',
    },
    moderator: { clause: ['3.2'], words: roleWords.moderator, appointedBy: 'organisation' },
  },
  memberDuties: null,
  coordinator: { clause: ['4.6'], from: 'methodistsOfAuthority', everySite: true },
  attachments: null,
  mentoring: { clause: ['3.2'], forWhom: 'команды, которым трудно, учатся у опытных' },
  workingGroups: null,
  acquaintance: null,
  priorityForTraining: null,

  directions: null,
  forms: {
    clause: ['4.4'],
    catalogue: [
      { code: 'methodicalSeminar', label: 'Открытый методический семинар', remote: false, clause: ['4.4'] },
      { code: 'conference', label: 'Практическая конференция', remote: false, clause: ['4.4'] },
      { code: 'roundTable', label: 'Круглый стол', remote: false, clause: ['4.4'] },
      { code: 'practicalSession', label: 'Практическое занятие', remote: false, clause: ['4.4'] },
      { code: 'consultation', label: 'Методическая консультация', remote: false, clause: ['4.4'] },
    ],
  },
  remoteWork: null,
  plan: {
    clause: ['4.3'],
    words: declined(
      'программа мероприятий',
      'программы мероприятий',
      'программе мероприятий',
      'программой мероприятий',
      'программы мероприятий',
    ),
    columns: [
      { code: 'number', caption: '№' },
      { code: 'activity', caption: 'Мероприятие' },
      { code: 'form', caption: 'Форма проведения' },
      { code: 'dates', caption: 'Сроки проведения' },
      { code: 'responsible', caption: 'Ответственный' },
    ],
    chain: [
      { act: 'agree', by: 'authority', caption: 'Согласует Управление образования', clause: ['4.3'] },
      { act: 'approve', by: 'head', caption: 'Утверждает руководитель площадки', clause: ['4.1'] },
    ],
    headSignature: 'Руководитель стажировочной площадки',
  },
  planVersions: { clause: ['4.3'], reasonRequired: true },
  roadmap: null,
  report: { clause: ['4.5'], due: null, to: 'coordinator', acceptedBy: 'coordinator', criteria: [], reminders: [] },
  guidance: {
    clause: ['4.2', '4.3'],
    by: 'authority',
    functions: ['Положение', 'согласование программ', 'консультации', 'мониторинг'],
  },
  meetings: {
    clause: ['4.3'],
    kinds: [{ code: 'heads', text: 'инструктивно-методические консультации с руководителями организаций', clause: ['4.3'] }],
  },
  consulting: { clause: ['4.4', '3.2'], what: 'методическое консультирование' },
  trainees: {
    clause: ['3.2', '4.4'],
    individualPlan: false,
    tryOuts: false,
    measurements: false,
    selfAssessment: false,
    routes: true,
    adaptation: true,
    contingent: ['педагогические работники', 'управленческие кадры'],
    formats: ['программа повышения квалификации', 'профессиональная переподготовка', 'другой вид'],
  },
  practices: { clause: ['4.4', '3.2'], what: 'новый опыт своего направления' },
  equipment: null,
  finance: null,
  monitoring: { clause: ['4.3'], by: 'authority' },
  qualityMonitoring: null,
  council: null,
  publication: {
    clause: ['4.7', '4.4'],
    things: [
      { what: 'register', where: ['authoritySite', 'organisationSites'], clause: ['4.7'] },
      { what: 'activity', where: ['authoritySite', 'organisationSites'], clause: ['4.7', '4.4'] },
    ],
  },
}
