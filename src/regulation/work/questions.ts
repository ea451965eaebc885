import { capital } from '../../kernel/names.ts'
import { type Division, type NamedPeriod, periodAfter, usualYearBegins } from '../../kernel/periods.ts'
import type { Day } from '../../kernel/types.ts'
import { type Answer, no, silent, type Verdict } from '../answer.ts'
import { dayOf, type FoundDay } from '../calendar/days.ts'
import { type Basis, basisOf } from '../cite.ts'
import type { PostKind } from '../dictionary.ts'
import { type Field, type OwnField, ownOf } from '../fields.ts'
import type { PlanMeaning } from '../kinds.ts'
import type { Regulation } from '../schema.ts'
import type { Words } from '../words.ts'
import { traineeParts } from './schema.ts'

const yearBegins = ({ academicYear }: Regulation): string => academicYear?.begins ?? usualYearBegins

/** How the regulation divides the time of plans. */
export const planDivision = (regulation: Regulation): Division => ({
  kind: regulation.plan.period,
  yearBegins: yearBegins(regulation),
})

/** A report the paper asks for. */
export type ReportKind = NonNullable<Regulation['report']>['kinds'][number]

/** Every report the paper asks for; none where it asks for none. */
export const reportKinds = ({ report }: Regulation): readonly ReportKind[] => report?.kinds ?? []

/** One of them by its code; null where this paper has none of the kind. */
export const reportKind = (regulation: Regulation, code: string): ReportKind | null =>
  reportKinds(regulation).find((kind) => kind.code === code) ?? null

/** Who accepts it for good. */
export const acceptorOf = ({ chain, to }: ReportKind): string => chain.at(-1)?.by ?? to

/** Where the paper asks for this report. */
export const reportBasis = (regulation: Regulation, { clause }: ReportKind): Basis => basisOf(regulation, clause)

/** How the regulation divides the time of a report; practices lie as the periods of plans do. */
export const reportDivision = (regulation: Regulation, { unit }: ReportKind): Division =>
  unit === 'practice' ? planDivision(regulation) : { kind: unit, yearBegins: yearBegins(regulation) }

/** The clause by which sites plan. */
export const planClause = ({ plan }: Regulation): string | null => plan.clause[0] ?? null

/** The clause by which somebody watches whether the plan is kept; where none says so, that of the plan. */
export const watchingClause = (regulation: Regulation): string | null =>
  regulation.monitoring?.clause[0] ?? planClause(regulation)

/** The day the report of a period or a practice is due. Null: the regulation sets no day, or the period has no end to count from. (C-43) */
export const reportDue = (regulation: Regulation, kind: ReportKind, period: NamedPeriod): Answer<Day | null> => ({
  value: foundReportDue(regulation, kind, period).day,
  basis: reportBasis(regulation, kind),
})

/** The same day with the steps it was found by. */
export function foundReportDue(regulation: Regulation, kind: ReportKind, period: NamedPeriod): FoundDay {
  if (kind.due === null) return { day: null, why: [] }
  if (kind.unit === 'practice') return dayOf(kind.due, { period, next: null, events: { practiceFinished: period.to } })
  const next = periodAfter(period, reportDivision(regulation, kind))
  return dayOf(kind.due, { period, next, events: { periodBegan: period.from, periodEnded: period.to } })
}

/** Whom a meeting is held with. */
export type InvitedHeads = NonNullable<Regulation['meetings']>['kinds'][number]['invited'][number]

/** A kind of meetings that the paper asks for: what it is called, who is invited, where it is said. */
export type MeetingKind = {
  readonly code: string
  readonly title: string
  readonly invited: readonly InvitedHeads[]
  readonly basis: Basis
}

/** «Совещание с руководителями площадок»; what the paper calls otherwise keeps its name. */
export const meetingTitle = (text: string): string => (/^со? /i.test(text) ? `Совещание ${text}` : capital(text))

/** The kinds of meetings of the paper; none where it is silent. (L-321m) */
export const meetingKinds = (regulation: Regulation): readonly MeetingKind[] =>
  (regulation.meetings?.kinds ?? []).map(({ code, text, invited, clause }) => ({
    ...{ code, invited, title: meetingTitle(text) },
    basis: basisOf(regulation, clause),
  }))

/** Whether an approved plan is changed only with a reason. */
export function changeNeedsReason(regulation: Regulation): Answer<boolean> {
  const { planVersions } = regulation
  return planVersions === null ? silent(false) : { value: true, basis: basisOf(regulation, planVersions.clause) }
}

type ReportField = ReportKind['criteria'][number]
/** What the head writes into the report, section by section, each with its clause. (C-61a) */
export const reportFields = (
  regulation: Regulation,
  kind: ReportKind | null,
): readonly (ReportField & { readonly basis: Basis })[] =>
  (kind?.criteria ?? []).map((field) => ({ ...field, basis: basisOf(regulation, field.clause) }))

export type PlanColumn = Regulation['plan']['columns'][number]
const usual = (kind: PlanMeaning, caption: string, required: boolean): PlanColumn => ({
  ...{ code: kind, kind, caption, required, options: [], clause: [] },
})
/** The columns of a plan whose paper names none. */
const usualColumns: readonly PlanColumn[] = [
  usual('ordinal', '№', false),
  usual('activity', 'Мероприятие', true),
  usual('form', 'Форма работы', true),
  usual('dates', 'Сроки проведения', true),
  usual('responsible', 'Ответственный', true),
]

/** The columns of the plan in their order, with the official captions; without a clause where the paper names none. (R-A3) */
export function planColumns(regulation: Regulation): Answer<readonly PlanColumn[]> {
  const { columns } = regulation.plan
  const clause = columns[0]?.clause
  return clause === undefined ? silent(usualColumns) : { value: columns, basis: basisOf(regulation, clause) }
}

/** The column that means this to the system; null: the paper has none, and nothing of the kind is asked. */
export const planColumn = (regulation: Regulation, ...kinds: readonly PlanMeaning[]): Field | null =>
  planColumns(regulation).value.find(({ kind }) => kinds.some((one) => one === kind)) ?? null

/** The columns that mean nothing to the system: they are asked, kept, printed and compared all the same. */
export const ownPlanColumns = (regulation: Regulation): readonly OwnField[] => ownOf(planColumns(regulation).value)

/** A form of work of the catalogue by its code. (L-31) */
export function formOfWork(
  regulation: Regulation,
  code: string,
): Answer<{ code: string; label: string; remote: boolean } | null> {
  const found = regulation.forms.catalogue.find((form) => form.code === code)
  return found === undefined ? silent(null) : { value: found, basis: basisOf(regulation, found.clause) }
}

/** Why this form of work may not be planned here though the catalogue has it: the paper lets sites work at a distance alone. */
export function onlyRemote(regulation: Regulation, code: string | null, atDistance = true): Verdict {
  const { remoteWork, forms } = regulation
  const found = forms.catalogue.find((form) => form.code === code)
  if (!remoteWork?.only || found === undefined || (found.remote && atDistance)) return { ok: true, basis: null }
  return no(`${found.label}: площадки работают только на расстоянии`, basisOf(regulation, remoteWork.clause))
}

/** By which means sites work at a distance; null where the paper says nothing of it. (R-22v) */
export const remoteWork = (regulation: Regulation): Answer<readonly string[] | null> =>
  regulation.remoteWork === null
    ? silent(null)
    : { value: regulation.remoteWork.means, basis: basisOf(regulation, regulation.remoteWork.clause) }

export type Direction = { readonly code: string; readonly label: string }
type Any = Regulation | null | undefined

/** The directions sites work in; empty where the paper names none. */
export const workDirections = (regulation: Any): readonly Direction[] => regulation?.directions?.list ?? []

/** The directions of all a territory lives by, each once. */
export const directionsOfAll = (all: readonly { readonly regulation: Regulation }[]): readonly Direction[] => [
  ...new Map(all.flatMap(({ regulation }) => workDirections(regulation)).map((one) => [one.code, one])).values(),
]

/** What a direction is called here; one the paper does not know keeps its own words. */
export const directionLabel = (regulation: Any, code: string): string =>
  workDirections(regulation).find((one) => one.code === code)?.label ?? code

/** The forms of work a line of a plan is chosen from. */
export const formsOfWork = (regulation: Regulation): readonly Direction[] =>
  regulation.forms.catalogue.filter(({ code }) => onlyRemote(regulation, code).ok)

/** What the plan is called here, and who signs it as the head of the site. */
export const planWords = ({ plan }: Regulation): Words => plan.words
export const planSignature = ({ plan }: Regulation): string => plan.headSignature

export { traineeParts }
/** What a paper may say of trainees. */
export type TraineePart = (typeof traineeParts)[number]

/**
 * Where the paper says this of trainees: the clause it is said to stand in, or the only one of the rule. Of a rule that comes from several
 * nobody knows which of them says it, and none is named.
 */
export function traineeBasis(regulation: Regulation, part: TraineePart): Basis | null {
  const { trainees } = regulation
  if (trainees === null) return null
  const own = trainees.grounds.find(({ of }) => of === part)?.clause ?? []
  const clause = own.length > 0 ? own : trainees.clause.length === 1 ? trainees.clause : []
  return clause.length === 0 ? null : basisOf(regulation, clause)
}

const asked = (
  regulation: Regulation,
  part: 'individualPlan' | 'tryOuts' | 'measurements' | 'selfAssessment' | 'adaptation',
) => ({
  value: regulation.trainees?.[part] === true,
  basis: regulation.trainees?.[part] ? traineeBasis(regulation, part) : null,
})

/** Who may be a trainee, as the paper lists them. */
export const contingentOf = ({ trainees }: Regulation): readonly string[] => trainees?.contingent.map(({ text }) => text) ?? []

/** Whether somebody with these posts may be a trainee: one of the posts is named, or one of the words of the paper is meant for anybody. (R-A2c) */
export const mayBeTrainee = ({ trainees }: Regulation, posts: readonly PostKind[]): boolean =>
  trainees === null || trainees.contingent.some((one) => one.posts.length === 0 || one.posts.some((post) => posts.includes(post)))

export type TrainingFormat = { readonly text: string; readonly licensed: boolean }
/** In what form a traineeship may run; empty where the paper says nothing of it. (C-12) */
export const trainingFormats = ({ trainees }: Regulation): readonly TrainingFormat[] => trainees?.formats ?? []

/** In which roles people lead trainees, the usual one first; where the paper names none it is the head of the site. */
export function traineeGuides(regulation: Regulation): Answer<readonly string[]> {
  const { trainees } = regulation
  return trainees === null || trainees.guide.length === 0
    ? silent(['head'])
    : { value: trainees.guide, basis: guideBasis(regulation, trainees) }
}

/** Roles in which one guides others, as the product knows them. */
export const guiding = ['mentor', 'tutor', 'curator', 'moderator'] as const

/** Whose holders work in pairs: the guiding roles of the paper; where it has none, those who lead trainees. (L-O42, R-43, T-32m) */
export function pairRoles(regulation: Regulation): readonly string[] {
  const own = regulation.roles.map(({ code }) => code).filter((code) => guiding.some((one) => one === code))
  return own.length > 0 ? own : traineeGuides(regulation).value
}

function guideBasis(regulation: Regulation, { guide, clause: own }: NonNullable<Regulation['trainees']>): Basis | null {
  const clause = clausesOfRole(regulation, guide[0]) ?? (own.length === 1 ? own : [])
  return clause.length === 0 ? null : basisOf(regulation, clause)
}

/** A role has clauses of its own; that the head leads trainees is one of the duties of the head. */
const clausesOfRole = ({ roles, headDuties: duties }: Regulation, code: string | undefined) =>
  code === 'head' ? duties?.clause : roles.find((one) => one.code === code)?.clause

/** Whether each trainee has dates of their own. (C-42i) */
export const asksIndividualPlan = (regulation: Regulation): Answer<boolean> => asked(regulation, 'individualPlan')
/** Whether the results of trainees are measured. (C-61) */
export const asksMeasurements = (regulation: Regulation): Answer<boolean> => asked(regulation, 'measurements')
/** Whether trainees rate themselves. (R-A2p) */
export const asksSelfAssessment = (regulation: Regulation): Answer<boolean> => asked(regulation, 'selfAssessment')
/** Whether trainees bring a model of their own into their own school. (L-13) */
export const asksAdaptation = (regulation: Regulation): Answer<boolean> => asked(regulation, 'adaptation')
/** Whether trainees do something on their own and hand it in. (R-A2p) */
export const asksTryOuts = (regulation: Regulation): Answer<boolean> => asked(regulation, 'tryOuts')

/**
 * Whether what people lack is written down here: where the paper rests something on it, or asks for routes, which begin with it. The clause is
 * that of what the paper does say.
 */
export function asksDeficits(regulation: Regulation): Answer<boolean> {
  const { deficits, trainees } = regulation
  if (deficits !== null) return { value: true, basis: basisOf(regulation, deficits.clause) }
  return trainees?.routes === true ? { value: true, basis: traineeBasis(regulation, 'routes') } : silent(false)
}

/** Whether the paper asks for an individual route of each trainee. (T-32) */
export const asksRoutes = (regulation: Regulation): Answer<boolean> =>
  regulation.trainees?.routes === true ? { value: true, basis: traineeBasis(regulation, 'routes') } : silent(false)
