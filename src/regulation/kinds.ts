import { z } from 'zod'

/** The closed lists that regulations, facts and questions share. */
export const organisationKinds = [
  'school',
  'kindergarten',
  'supplementary',
  'methodicalCentre',
  'institute',
  'authority',
] as const
export const appointmentKinds = [
  'head',
  'coordinator',
  'mentor',
  'tutor',
  'curator',
  'moderator',
  'scientificAdviser',
  'expert',
  'member',
  'methodist',
] as const
export const postKinds = [
  'head',
  'deputyHead',
  'teacher',
  'psychologist',
  'supplementaryTeacher',
  'methodist',
  'seniorMethodist',
  'specialist',
  'unionHead',
  'methodicalActive',
] as const
export const categories = ['highest', 'first'] as const
/** What a column of a plan may mean to the system. */
export const planMeanings = ['ordinal', 'activity', 'activityAndForm', 'form', 'dates', 'responsible', 'execution'] as const
export const statusSteps = ['call', 'application', 'technicalCheck', 'expertReview', 'submission', 'order', 'contract'] as const
/** Who may begin an application. */
export const initiators = ['authority', 'operator', 'organisation'] as const
/** The items a form of application may ask for. */
export const applicationItems = [
  'fullName',
  'legalAddress',
  'contacts',
  'headOfOrganisation',
  'headOfSite',
  'scientificAdviser',
  'programme',
] as const
/** The parts of a programme that the system knows. */
export const programmeParts = ['note', 'topics', 'resources', 'assessment'] as const
/** What a regulation may want in them. */
export const programmeItems = [
  ...(['relevance', 'aim', 'tasks', 'contingent', 'directions'] as const),
  ...(['objectives', 'sessions', 'hours', 'results'] as const),
  ...(['people', 'material', 'teaching'] as const),
  ...(['external', 'self'] as const),
] as const
/** What a section of a report may mean to the system: which facts stand beside it. */
export const reportMeanings = ['conclusion', 'goals', 'dynamics'] as const
/** When an expert has to give a reason beside the points: always, for the lowest and the highest level, or when they wish. */
export const commentRules = ['always', 'edges', 'free'] as const
/** How experts judge. */
export const reviewWays = ['byOrder', 'words', 'points'] as const
/** How the results of several experts become one. */
export const aggregates = ['median', 'mean', 'sum', 'yes'] as const
export type Aggregate = (typeof aggregates)[number]
export const published = ['register', 'orders', 'activity', 'monitoring', 'materials'] as const

export const organisationKind = z.enum(organisationKinds)
export type OrganisationKind = z.infer<typeof organisationKind>
export const appointmentKind = z.enum(appointmentKinds)
export type AppointmentKind = z.infer<typeof appointmentKind>
export const postKind = z.enum(postKinds)
export type PostKind = z.infer<typeof postKind>
export const category = z.enum(categories)
export type Category = z.infer<typeof category>
export type PlanMeaning = (typeof planMeanings)[number]
export const initiator = z.enum(initiators)
export type Initiator = z.infer<typeof initiator>
export type ApplicationItem = (typeof applicationItems)[number]
export const programmePart = z.enum(programmeParts)
export type ProgrammePart = z.infer<typeof programmePart>
export const programmeItem = z.enum(programmeItems)
export type ProgrammeItem = z.infer<typeof programmeItem>
export const commentRule = z.enum(commentRules)
export type CommentRule = z.infer<typeof commentRule>
export type StatusStep = (typeof statusSteps)[number]
export const publishedThing = z.enum(published)
export type Published = z.infer<typeof publishedThing>

export const organisationKindName: Readonly<Record<OrganisationKind, string>> = {
  school: 'школа',
  kindergarten: 'детский сад',
  supplementary: 'организация дополнительного образования',
  methodicalCentre: 'методический центр',
  institute: 'институт развития образования',
  authority: 'орган управления образованием',
}

export const initiatorName: Readonly<Record<Initiator, string>> = {
  authority: 'орган управления образованием',
  operator: 'методический центр',
  organisation: 'организация',
}

export const postKindName: Readonly<Record<PostKind, string>> = {
  head: 'руководитель организации',
  deputyHead: 'заместитель руководителя',
  teacher: 'учитель или воспитатель',
  psychologist: 'педагог-психолог',
  supplementaryTeacher: 'педагог дополнительного образования',
  methodist: 'методист',
  seniorMethodist: 'старший методист',
  specialist: 'специалист',
  unionHead: 'руководитель школьного методического объединения',
  methodicalActive: 'член муниципального методического актива',
}

export const categoryName: Readonly<Record<Category, string>> = { highest: 'высшая', first: 'первая' }

/** The words of the field for appointments, where a regulation has none of its own. */
export const appointmentKindName: Readonly<Record<AppointmentKind, string>> = {
  head: 'руководитель площадки',
  coordinator: 'координатор',
  mentor: 'наставник',
  tutor: 'тьютор',
  curator: 'куратор',
  moderator: 'модератор',
  scientificAdviser: 'научный руководитель',
  expert: 'эксперт',
  member: 'участник',
  methodist: 'методист сопровождения',
}

/** Why an organisation needs support; shown only to those who may see it. */
export const supportNeedName = {
  lowResults: 'низкие образовательные результаты',
  socialConditions: 'неблагоприятные социальные условия',
} as const

/** What is decided about a status between its grant and its end. */
export const statusCaseName = {
  extension: 'продление статуса',
  suspension: 'приостановка деятельности',
  resumption: 'возобновление деятельности',
  termination: 'прекращение статуса',
} as const
