import { point } from '../../src/regulation/clauses.ts'
import type { Regulation } from '../../src/regulation/schema.ts'
import { declined } from '../../src/regulation/words.ts'
import { educationLaw, municipalSite, roleWords, usualReminders } from '../role-words.ts'
import { clauses } from './clauses.ts'
import { order91 } from './order.ts'

/** Положение о муниципальной стажировочной площадке Усть-Ишимского муниципального района (приложение к приказу от 02.06.2023 № 91). */
export const regulation: Regulation = {
  edition: 1,
  title: 'Положение о муниципальной стажировочной площадке',
  subtitle:
    '«Реализация целевой модели наставничества педагогических работников и управленческих кадров в Усть-Ишимском муниципальном районе»',
  level: 'municipal',
  siteWords: municipalSite,
  localTime: 'по Омску',
  bodies: {
    authority: {
      name: 'Комитет образования Администрации Усть-Ишимского муниципального района Омской области',
      short: declined(
        'Комитет образования',
        'Комитета образования',
        'Комитету образования',
        'Комитетом образования',
        'Комитеты образования',
      ),
    },
    operator: { name: 'МКУ «ИМЦ в сфере образования»', short: declined('ИМЦ', 'ИМЦ', 'ИМЦ', 'ИМЦ', 'ИМЦ') },
    council: null,
  },
  legalBasis: {
    clause: ['1.1'],
    acts: [
      educationLaw,
      {
        type: 'Методические рекомендации',
        number: null,
        date: null,
        title: 'О системе (целевой модели) наставничества педагогических работников в образовательных организациях',
      },
      {
        type: 'Приказ Министерства образования Омской области',
        number: '38',
        date: '2022-05-06',
        title: 'О региональной системе (целевой модели) наставничества педагогических работников',
      },
      {
        type: 'Приказ Министерства образования Омской области',
        number: '26',
        date: '2022-04-07',
        title: 'О региональной системе научно-методического сопровождения педагогических работников и управленческих кадров',
      },
      {
        type: 'Приказ комитета образования Администрации Усть-Ишимского муниципального района',
        number: '225',
        date: '2021-10-25',
        title: 'О муниципальной целевой модели наставничества на 2022–2024 годы',
      },
    ],
  },
  clauses,
  orderPoints: {
    orderTitle: 'приказа от 02.06.2023 № 91',
    points: order91.points.map(({ number, text }) => point(number, text)),
  },

  status: {
    clause: ['1.4', 'приказ 2.2'],
    grantedBy: 'authority',
    act: 'приказ',
    onSubmissionOfOperator: false,
    steps: ['order'],
  },
  siteList: null,
  term: null,
  initiators: null,
  hostKinds: { clause: ['1.4'], kinds: ['methodicalCentre'] },
  joint: null,
  eligibility: null,
  legalForm: null,
  calls: null,
  application: null,
  expertReview: null,
  contract: null,
  termination: null,

  head: { clause: ['4.1'], posts: null, categories: [], achievements: false, atHost: true },
  headDuties: {
    clause: ['4.2'],
    list: [
      'содержание деятельности',
      'подготовка участников',
      'назначение тьюторов',
      'ресурсы',
      'сведения о результатах',
      'отчётность в срок',
    ],
  },
  roles: {
    head: { clause: ['4.1'], words: roleWords.head, appointedBy: 'organisation' },
    tutor: { clause: ['4.2'], words: roleWords.tutor, appointedBy: 'headOfSite' },
    member: {
      clause: ['4.3'],
      words: declined(
        'участник площадки',
        'участника площадки',
        'участнику площадки',
        'участником площадки',
        'участники площадки',
      ),
      appointedBy: 'headOfSite',
    },
  },
  memberDuties: {
    clause: ['4.3'],
    list: [
      'предложения в план',
      'участие в мониторинге',
      'тьюторское сопровождение стажёров',
      'собственное повышение квалификации',
    ],
  },
  coordinator: null,
  attachments: null,
  mentoring: { clause: ['2.2'], forWhom: 'команды, которым трудно, учатся у опытных' },
  workingGroups: { clause: ['4.4'], byDirections: true },
  acquaintance: { clause: ['приказ 3'], who: 'headsOfOrganisations' },
  priorityForTraining: null,

  directions: { clause: ['1.3'], list: [{ code: 'mentoring', label: 'Наставничество' }] },
  forms: {
    clause: ['3'],
    catalogue: [
      { code: 'seminar', label: 'Семинар', remote: true, clause: ['3'] },
      { code: 'conference', label: 'Конференция', remote: true, clause: ['3'] },
      { code: 'webinar', label: 'Вебинар', remote: true, clause: ['3'] },
      { code: 'practiceExchange', label: 'Обмен практиками', remote: false, clause: ['2.2'] },
      { code: 'consultation', label: 'Консультация', remote: true, clause: ['2.2'] },
      { code: 'workingGroup', label: 'Временная рабочая группа', remote: false, clause: ['4.4'] },
    ],
  },
  remoteWork: { clause: ['3'], means: ['вебинары', 'другие дистанционные мероприятия'] },
  plan: {
    clause: ['4.5'],
    words: declined('план мероприятий', 'плана мероприятий', 'плану мероприятий', 'планом мероприятий', 'планы мероприятий'),
    columns: [
      { code: 'number', caption: '№' },
      { code: 'activity', caption: 'Мероприятие и форма проведения' },
      { code: 'dates', caption: 'Сроки исполнения' },
      { code: 'responsible', caption: 'Ответственный' },
    ],
    // The centre is itself the site, so nobody but the committee is left to approve its plan.
    chain: [{ act: 'approve', by: 'authority', caption: 'Утверждает Комитет образования', clause: ['4.5'] }],
    headSignature: 'Руководитель стажировочной площадки',
  },
  planVersions: { clause: ['4.5'], reasonRequired: true },
  roadmap: null,
  report: {
    clause: ['4.6', '4.2'],
    due: '06-01',
    to: 'authority',
    acceptedBy: 'authority',
    criteria: [],
    reminders: usualReminders,
  },
  guidance: null,
  meetings: null,
  consulting: { clause: ['2.2'], what: 'консультации о том, как приспособить опыт к своей организации' },
  trainees: {
    clause: ['2.2', '3', '4.3'],
    individualPlan: false,
    tryOuts: false,
    measurements: false,
    selfAssessment: false,
    routes: true,
    adaptation: true,
    contingent: ['педагогические работники', 'руководящие работники'],
    formats: ['очно', 'дистанционно'],
  },
  practices: { clause: ['3', '2.1'], what: 'новый опыт своего направления' },
  equipment: null,
  finance: { clause: ['4.7'], sources: [{ code: 'own', label: 'Собственные средства организации' }], guaranteed: false },
  monitoring: { clause: ['3'], by: 'site' },
  qualityMonitoring: null,
  council: null,
  publication: {
    clause: ['3', '4.8'],
    things: [
      { what: 'register', where: ['authoritySite'], clause: ['1.4'] },
      { what: 'activity', where: ['organisationSites', 'socialNetwork'], clause: ['3'] },
      { what: 'monitoring', where: ['organisationSites'], clause: ['4.8'] },
      { what: 'orders', where: ['authoritySite'], clause: ['приказ 4'] },
    ],
  },
}
