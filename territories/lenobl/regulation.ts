import type { Regulation } from '../../src/regulation/schema.ts'
import { declined } from '../../src/regulation/words.ts'
import { educationLaw, roleWords } from '../role-words.ts'
import { clauses } from './clauses.ts'

const siteWords = declined(
  'региональная стажировочная площадка',
  'региональной стажировочной площадки',
  'региональной стажировочной площадке',
  'региональной стажировочной площадкой',
  'региональные стажировочные площадки',
)

/** Положение о региональных стажировочных площадках Ленинградской области. */
export const regulation: Regulation = {
  edition: 1,
  title: 'Положение о региональных стажировочных площадках',
  subtitle: 'на базах резильентных школ, демонстрирующих высокие образовательные результаты в неблагоприятных условиях',
  level: 'regional',
  siteWords,
  localTime: 'по московскому времени',
  bodies: {
    authority: {
      name: 'Комитет общего и профессионального образования Ленинградской области',
      short: declined('Комитет', 'Комитета', 'Комитету', 'Комитетом', 'Комитеты'),
    },
    operator: {
      name: 'ГАОУ ДПО «Ленинградский областной институт развития образования»',
      short: declined('ЛОИРО', 'ЛОИРО', 'ЛОИРО', 'ЛОИРО', 'ЛОИРО'),
    },
    council: { name: 'Региональный координационный совет по качеству образования' },
  },
  legalBasis: {
    clause: ['1.1'],
    acts: [
      // The source prints 12 December 2012; the law is of the 29th.
      educationLaw,
      {
        type: 'Постановление правительства Ленинградской области',
        number: '398',
        date: '2013-11-14',
        title: 'О государственной программе Ленинградской области «Современное образование Ленинградской области»',
      },
    ],
  },
  clauses,
  orderPoints: null,

  status: {
    clause: ['3.1'],
    grantedBy: 'authority',
    act: 'распоряжение',
    onSubmissionOfOperator: true,
    steps: ['call', 'application', 'expertReview', 'submission', 'order', 'contract'],
  },
  siteList: { clause: ['3.1'], approvedBy: 'authority', act: 'распоряжение', columns: ['Организация', 'Тема', 'Срок'] },
  term: { clause: ['3.2'], kind: 'longest', months: 36 },
  initiators: { clause: ['3.3'], who: ['organisation'] },
  // Clause 1.4 speaks of educational organisations; the title, of resilient schools as their kind.
  hostKinds: { clause: ['1.4'], kinds: ['school', 'kindergarten', 'supplementary'] },
  joint: { clause: ['4.1', '4.2'], headChosenCollegially: true },
  eligibility: {
    clause: ['1.4'],
    all: [{ code: 'resources', text: 'ресурсы, чтобы учить других на собственном успешном опыте', evidence: 'file' }],
    atLeast: null,
  },
  legalForm: { clause: ['1.5'], unchanged: true },
  calls: {
    clause: ['3.4'],
    setBy: 'authority',
    act: 'распоряжение',
    announcedTo: 'муниципальные органы управления образованием',
  },
  application: {
    clause: ['3.3', 'прил. 1', 'прил. 2'],
    items: [
      { code: 'fullName', text: 'Полное наименование по уставу' },
      { code: 'legalAddress', text: 'Юридический адрес' },
      { code: 'contacts', text: 'Телефон, факс, электронная почта' },
      { code: 'headOfOrganisation', text: 'Руководитель организации' },
      { code: 'headOfSite', text: 'Руководитель площадки' },
      { code: 'scientificAdviser', text: 'Научный руководитель или консультант' },
      { code: 'programme', text: 'Программа площадки' },
    ],
    programme: [
      { code: 'note', text: 'Пояснительная записка', clause: ['прил. 2, п. 1'] },
      { code: 'topics', text: 'Содержание по темам', clause: ['прил. 2, п. 2'] },
      { code: 'resources', text: 'Ресурсы', clause: ['прил. 2, п. 3'] },
      { code: 'assessment', text: 'Способы оценки', clause: ['прил. 2, п. 4'] },
    ],
  },
  // The regulation asks for a review and says nothing of points; the lowest and the highest of them need a reason to be a conclusion.
  expertReview: { clause: ['3.1'], by: 'operator', comment: 'edges' },
  contract: { clause: ['1.6'], between: ['operator', 'site'] },
  termination: {
    clause: ['3.5'],
    decidedBy: 'authority',
    grounds: [
      { code: 'termOver', text: 'закончился срок программы', proposedBy: 'operator' },
      { code: 'mismatch', text: 'работа площадки расходится с отчётами', proposedBy: 'operator' },
      { code: 'circumstances', text: 'обстоятельства не дают организации продолжать', proposedBy: 'operator' },
    ],
  },

  head: { clause: ['4.2'], posts: ['head', 'deputyHead'], categories: [], achievements: false, atHost: true },
  headDuties: {
    clause: ['4.3'],
    list: [
      'план и контроль',
      'состав сотрудников',
      'подготовка сотрудников',
      'наставники и кураторы',
      'ресурсы',
      'сведения о результатах',
    ],
  },
  roles: {
    head: {
      clause: ['4.2'],
      words: declined(
        'руководитель региональной стажировочной площадки',
        'руководителя региональной стажировочной площадки',
        'руководителю региональной стажировочной площадки',
        'руководителем региональной стажировочной площадки',
        'руководители региональных стажировочных площадок',
      ),
      appointedBy: 'collegially',
    },
    mentor: { clause: ['4.3'], words: roleWords.mentor, appointedBy: 'headOfSite' },
    curator: { clause: ['4.3', '4.4'], words: roleWords.curator, appointedBy: 'headOfSite' },
    scientificAdviser: {
      clause: ['прил. 1, п. 6'],
      words: declined(
        'научный руководитель',
        'научного руководителя',
        'научному руководителю',
        'научным руководителем',
        'научные руководители',
      ),
      appointedBy: 'organisation',
    },
    expert: { clause: ['3.1'], words: roleWords.expert, appointedBy: 'operator' },
    member: {
      clause: ['4.3', '4.4'],
      words: declined(
        'сотрудник площадки',
        'сотрудника площадки',
        'сотруднику площадки',
        'сотрудником площадки',
        'сотрудники площадки',
      ),
      appointedBy: 'headOfSite',
    },
  },
  memberDuties: {
    clause: ['4.4'],
    list: [
      'подготовка плана-графика',
      'изучение и обобщение опыта, материалы',
      'помощь школам в роли кураторов',
      'мероприятия по плану',
    ],
  },
  coordinator: null,
  attachments: null,
  mentoring: { clause: ['2.2'], forWhom: 'педагоги школ с низкими результатами' },
  workingGroups: { clause: ['4.5'], byDirections: true },
  acquaintance: { clause: ['3.4'], who: 'municipalAuthorities' },
  priorityForTraining: { clause: ['1.7'], who: 'руководители и педагоги организации со статусом' },

  directions: null,
  forms: {
    clause: ['прил. 2, п. 2'],
    catalogue: [
      { code: 'seminar', label: 'Семинар', remote: true, clause: ['прил. 2, п. 2'] },
      { code: 'webinar', label: 'Вебинар', remote: true, clause: ['прил. 2, п. 2'] },
      { code: 'workshop', label: 'Мастерская', remote: false, clause: ['прил. 2, п. 2'] },
      { code: 'roundTable', label: 'Круглый стол', remote: true, clause: ['прил. 2, п. 2'] },
      { code: 'educationalEvent', label: 'Образовательное событие', remote: false, clause: ['прил. 2, п. 2'] },
      { code: 'immersion', label: 'Погружение', remote: false, clause: ['прил. 2, п. 2'] },
      { code: 'tryOut', label: 'Стажёрская проба', remote: false, clause: ['прил. 2, п. 2'] },
      { code: 'masterClass', label: 'Мастер-класс', remote: true, clause: ['2.2'] },
      { code: 'virtualUnion', label: 'Виртуальное методическое объединение', remote: true, clause: ['2.2'] },
      { code: 'chatConference', label: 'Чат-конференция', remote: true, clause: ['2.2'] },
      { code: 'workingGroup', label: 'Временная рабочая группа', remote: false, clause: ['4.5'] },
    ],
  },
  remoteWork: { clause: ['2.2', '4.4'], means: ['мастер-классы', 'виртуальные методические объединения', 'чат-конференции'] },
  plan: {
    clause: ['4.6', 'прил. 3'],
    words: declined('план-график', 'плана-графика', 'плану-графику', 'планом-графиком', 'планы-графики'),
    columns: [
      { code: 'number', caption: '№' },
      { code: 'activity', caption: 'Мероприятие' },
      { code: 'dates', caption: 'Сроки проведения' },
      { code: 'responsible', caption: 'Ответственный за мероприятие' },
      { code: 'execution', caption: 'Отчёт о выполнении' },
    ],
    // The form in appendix 3 bears one signature, of the head of the site.
    chain: [{ act: 'approve', by: 'head', caption: 'Утверждает руководитель площадки', clause: ['прил. 3'] }],
    headSignature: 'Руководитель региональной стажировочной площадки',
  },
  planVersions: { clause: ['4.6'], reasonRequired: true },
  roadmap: null,
  // Reports are named only as what real activity is compared with; no day is set.
  report: { clause: ['4.6', '3.5'], due: null, to: 'operator', acceptedBy: 'operator', criteria: [], reminders: [] },
  guidance: { clause: ['1.6'], by: 'operator', functions: ['совместная деятельность по договору'] },
  meetings: null,
  consulting: { clause: ['4.4'], what: 'методическая и консультационная помощь кураторов' },
  trainees: {
    clause: ['прил. 2, п. 1', 'прил. 2, п. 2', 'прил. 2, п. 4'],
    individualPlan: false,
    tryOuts: true,
    measurements: true,
    selfAssessment: true,
    routes: false,
    adaptation: false,
    contingent: ['руководители', 'методисты', 'педагоги', 'педагоги-психологи'],
    formats: [],
  },
  practices: { clause: ['2.2', '4.4'], what: 'опыт успешной работы и развития' },
  equipment: { clause: ['прил. 2, п. 3'], providedBy: 'organisation' },
  finance: {
    clause: ['5.2', '5.1'],
    sources: [
      { code: 'founder', label: 'Бюджет учредителя' },
      { code: 'donations', label: 'Организации, предприятия, граждане' },
      { code: 'grants', label: 'Конкурсы и гранты' },
      { code: 'paidServices', label: 'Платные услуги и научные разработки' },
      { code: 'targetProgramme', label: 'Целевая программа области' },
    ],
    guaranteed: false,
  },
  monitoring: null,
  qualityMonitoring: null,
  council: { clause: ['4.7'], name: 'Региональный координационный совет по качеству образования' },
  publication: {
    clause: ['3.1'],
    things: [{ what: 'register', where: ['authoritySite'], clause: ['3.1'] }],
  },
}
