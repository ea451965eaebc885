import { z } from 'zod'

/** The closed lists that regulations, facts and questions share. */
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
/** What a column of a plan may mean to the system. */
export const planMeanings = ['ordinal', 'activity', 'activityAndForm', 'form', 'dates', 'responsible', 'execution'] as const
export const statusSteps = ['call', 'application', 'technicalCheck', 'expertReview', 'submission', 'order', 'contract'] as const
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

export const appointmentKind = z.enum(appointmentKinds)
export type AppointmentKind = z.infer<typeof appointmentKind>
export type PlanMeaning = (typeof planMeanings)[number]
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
  question: 'вопрос площадке',
} as const
