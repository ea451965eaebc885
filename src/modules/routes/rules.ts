import { academicYears, periodAfter, periodAt } from '../../kernel/periods.ts'
import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Day, PersonId } from '../../kernel/types.ts'

export const stepKinds = ['event', 'topic', 'material', 'course', 'diagnosis'] as const
export type StepKind = (typeof stepKinds)[number]
/** What nobody of the network offers is written by hand. */
export const ownKinds = ['material', 'course', 'diagnosis'] as const

/** So many steps make a route: with more nobody sees the way. */
export const mostSteps = 20
/** So many steps are proposed for one deficit, and for all. */
export const mostOfOne = 3
export const mostProposed = 12
/** So many of the nearest steps stand on one's own page. */
export const nearest = 3

/** What facts say of a step; nobody is asked. */
export type StepFacts = {
  readonly kind: StepKind
  /** How the event, the traineeship by the programme, the deficit of the step stand. */
  readonly atEvent: string | null
  readonly byProgramme: string | null
  readonly deficit: string | null
  readonly documentOn: Day | null
}
export type StepState = 'done' | 'going' | 'taken' | 'waiting' | 'ahead' | 'missed' | 'cancelled' | 'needless'

const known = <Value extends string>(values: readonly Value[], value: string | null): Value | null =>
  values.find((one) => one === value) ?? null
const isOver = (deficit: string | null) => deficit === 'closed' || deficit === 'diagnosed' || deficit === 'takenBack'

/** The state of a step as it follows from what has happened. What has been done stays done; what is left is needless when its deficit is closed. */
export function stateOfStep({ kind, atEvent, byProgramme, deficit, documentOn }: StepFacts): StepState {
  const own: StepState = {
    event: () => known(['done', 'missed', 'cancelled', 'taken', 'waiting'], atEvent) ?? 'ahead',
    topic: () => known(['done', 'going'], byProgramme) ?? 'ahead',
    // A material is worked through for the sake of its deficit: that it is closed is the fact.
    material: () => (deficit === 'closed' || deficit === 'diagnosed' ? 'done' : 'ahead'),
    course: () => (documentOn === null ? 'ahead' : 'done'),
    diagnosis: () => (deficit === 'diagnosed' ? 'done' : 'ahead'),
  }[kind]() as StepState
  return own !== 'done' && isOver(deficit) ? 'needless' : own
}

type Dated = { readonly state: StepState; readonly on: Day | null }
const isLeft = ({ state }: Pick<Dated, 'state'>) => state !== 'done' && state !== 'needless'

/** The steps one has before oneself: those with a day first, the nearest of them; what was missed or called off is no way on. */
export const nearestOf = <Step extends Dated>(steps: readonly Step[], most: number): readonly Step[] =>
  steps
    .filter((step) => isLeft(step) && step.state !== 'missed' && step.state !== 'cancelled')
    .toSorted((one, other) => (one.on ?? '9999').localeCompare(other.on ?? '9999'))
    .slice(0, most)

/** Nothing is left of the way. */
export const isThrough = (steps: readonly Pick<Dated, 'state'>[]): boolean => steps.length > 0 && !steps.some(isLeft)

/** From when until when the network is asked: until the end of the next school year, so that in June the autumn is seen. */
export function proposalsWithin(today: Day): { readonly from: Day; readonly to: Day } {
  const now = periodAt(academicYears, today, { from: today, to: null })
  return { from: today, to: periodAfter(now, academicYears)?.to ?? now.to ?? today }
}

export type Lacked = { readonly id: string; readonly competenceId: string | null }
export type Offer = {
  readonly kind: 'event' | 'topic'
  readonly id: string
  readonly competenceId: string
  readonly state: string
  readonly startsOn: Day | null
}
export type Proposal<One extends Offer> = { readonly offer: One; readonly deficitId: string }

/** How a form names what is proposed. */
export const keyOf = ({ offer: { kind, id }, deficitId }: Proposal<Offer>): string => `${kind}:${id}:${deficitId.slice(0, 8)}`

const better = (one: Offer, other: Offer) =>
  Number(one.state !== 'open') - Number(other.state !== 'open') ||
  (one.startsOn ?? '9999').localeCompare(other.startsOn ?? '9999') ||
  one.id.localeCompare(other.id)

/**
 * What the network offers for what a person lacks: with places first, the nearest before the later, a programme of the whole year last; three for each deficit
 * and nothing twice. What stands in the route already is left out.
 */
export function proposed<One extends Offer>(
  lacks: readonly Lacked[],
  offers: Iterable<One>,
  taken: ReadonlySet<string>,
): readonly Proposal<One>[] {
  const by = new Map<string, One[]>()
  for (const { competenceId } of lacks) if (competenceId !== null) by.set(competenceId, [])
  for (const offer of offers)
    if (offer.state !== 'held' && !taken.has(`${offer.kind}:${offer.id}`)) by.get(offer.competenceId)?.push(offer)
  const used = new Set<string>()
  const found: Proposal<One>[] = []
  for (const { id, competenceId } of lacks) {
    let count = 0
    for (const offer of (by.get(competenceId ?? '') ?? []).toSorted(better)) {
      const name = `${offer.kind}:${offer.id}`
      if (count === mostOfOne || found.length === mostProposed) break
      if (used.has(name)) continue
      used.add(name)
      found.push({ offer, deficitId: id })
      count++
    }
  }
  return found
}

type Route = {
  readonly personId: PersonId
  readonly personAgreedOn: Day | null
  readonly otherAgreedOn: Day | null
}
/** Whether one who presses «Согласовано» now has done so before: one's own yes is given once, whoever of the others gives theirs. */
export const hasAgreed = (route: Route, actor: PersonId): boolean =>
  (actor === route.personId ? route.personAgreedOn : route.otherAgreedOn) !== null

/** What is wrong with agreeing now. */
export function wrongAgreeing(route: Route, actor: PersonId, steps: number): readonly RuleRefusal[] {
  if (steps === 0) return [no('route.noSteps')]
  return hasAgreed(route, actor) ? [no('route.agreedAlready')] : []
}

type Made = Pick<Route, 'personId'> & { readonly createdBy: PersonId; readonly otherAgreedBy: PersonId | null }
type Now = { readonly leaders: readonly PersonId[]; readonly methodists: readonly PersonId[] }
/**
 * Whom a deed of one side concerns: of the others those who lead the person today, and whoever has made the route or agreed to it, as long as they may
 * open it; the person themself where somebody else has done it.
 */
export function othersOf({ personId, createdBy, otherAgreedBy }: Made, actor: PersonId, now: Now): readonly PersonId[] {
  const opens = new Set([...now.leaders, ...now.methodists])
  const had = (actor === personId ? [createdBy, otherAgreedBy] : [otherAgreedBy]).filter((id) => id !== null)
  const all = [...(actor === personId ? now.leaders : [personId]), ...had.filter((id) => opens.has(id))]
  return [...new Set(all)].filter((id) => id !== actor)
}

/** What is wrong with leaving a step out: the document of a course would be lost with it. */
export const wrongRemoving = (step: { readonly document: string | null } | undefined): readonly RuleRefusal[] =>
  step === undefined ? [no('route.noStep')] : step.document === null ? [] : [no('route.stepHasDocument')]

/** What is wrong with noting a document of this step: it belongs to a course, and to one that has none yet. */
export const wrongNoting = (
  step: { readonly kind: StepKind; readonly document: string | null } | undefined,
): readonly RuleRefusal[] =>
  step?.kind !== 'course' ? [no('route.notCourse')] : step.document === null ? [] : [no('route.documentThere')]

type Typed = {
  readonly kind: StepKind
  readonly deficit: string | null
  readonly dueOn: Day | null
  readonly link: string | null
}
/** What is wrong with a step that is written by hand. */
export const wrongStep = (
  { kind, deficit, dueOn, link }: Typed,
  lacks: readonly Lacked[],
  today: Day,
): readonly RuleRefusal[] => [
  ...(deficit === null
    ? kind === 'diagnosis' || kind === 'material'
      ? [no('route.whichDeficit', { field: 'deficit' })]
      : []
    : lacks.some(({ id }) => id === deficit)
      ? []
      : [no('route.unknownDeficit', { field: 'deficit' })]),
  ...(kind === 'material' && link === null ? [no('route.noLink', { field: 'link' })] : []),
  ...(dueOn !== null && dueOn < today ? [no('route.dayBehind', { field: 'dueOn' })] : []),
]

/** What is wrong with the document of a course: it was given already, and not before the route was begun with. */
export const wrongCourse = (documentOn: Day, today: Day): readonly RuleRefusal[] =>
  documentOn > today ? [no('route.documentAhead', { field: 'documentOn' })] : []
