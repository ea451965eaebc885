import { contains, earlier, later, longDate, shortPeriod } from '../../kernel/dates.ts'
import { firstDayOutside } from '../../kernel/envelope.ts'
import { onlyOf } from '../../kernel/lists.ts'
import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Day, OrganisationId, Period, PersonId, ProgrammeVersionId } from '../../kernel/types.ts'
import type { PostKind } from '../../regulation/dictionary.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { brokenLimits } from '../../regulation/status/limits.ts'
import {
  contingentOf,
  mayBeTrainee,
  remoteWork,
  type TraineePart,
  type TrainingFormat,
  traineeBasis,
  traineeGuides,
  trainingFormats,
} from '../../regulation/work/questions.ts'
import { stepsOf } from '../../regulation/work/steps.ts'
import { isUnderWay, type TraineeshipState } from './machine.ts'

/** A post of the trainee as the register has it. */
export type HeldPost = Period & { readonly kind: PostKind; readonly title: string; readonly organisationId: OrganisationId }

type Days = { readonly startsOn: Day; readonly endsOn: Day }

/** The whole period lies inside the status of the site and inside the posts of the trainee. */
export function wrongPeriod(
  { startsOn, endsOn }: Days,
  { site, posts }: { site: Period; posts: readonly Period[] },
): RuleRefusal[] {
  if (endsOn < startsOn) return [no('traineeship.endsBeforeStart', { field: 'endsOn' })]
  if (startsOn < site.from || (site.to !== null && endsOn > site.to))
    return [
      no('traineeship.outsideStatus', {
        field: startsOn < site.from ? 'startsOn' : 'endsOn',
        params: { term: shortPeriod(site) },
      }),
    ]
  const outside = firstDayOutside({ from: startsOn, to: endsOn }, posts)
  return outside === null
    ? []
    : [no('traineeship.outsidePost', { field: outside === startsOn ? 'startsOn' : 'endsOn', params: { day: longDate(outside) } })]
}

/** The clause a refusal names, where one says it. */
const clauseOf = (regulation: Regulation, part: TraineePart) => {
  const basis = traineeBasis(regulation, part)
  return basis === null ? {} : { clause: basis.clause }
}

/** Whether the paper means people with these posts. (R-A2c) */
export function outsideContingent(regulation: Regulation, posts: readonly HeldPost[], on: Day): RuleRefusal[] {
  const held = posts.filter((post) => contains(post, on)).map(({ kind }) => kind)
  return mayBeTrainee(regulation, held)
    ? []
    : [
        no('traineeship.outsideContingent', {
          params: { who: contingentOf(regulation).join(', ') },
          ...clauseOf(regulation, 'contingent'),
        }),
      ]
}

export type Offered = { readonly versionId: ProgrammeVersionId; readonly way: string | null }

/** A trainee learns by a version that never changes, and by one that is agreed where the paper lets somebody agree it. */
export function wrongProgramme(regulation: Regulation, programme: Offered | undefined): RuleRefusal[] {
  if (!programme) return [no('traineeship.programmeNotFixed', { field: 'programmeId' })]
  const [step] = stepsOf(regulation, 'programme')
  return step && programme.way !== 'passed' ? [no('traineeship.programmeNotAgreed', { field: 'programmeId' })] : []
}

type Form = { readonly format: string | null; readonly licenceHolder: string | null }

/** The form of a traineeship by the paper of a site: the one asked for, or its only one; where it names none there is none. */
export function formThere(regulation: Regulation, { format, licenceHolder }: Form): Form {
  const known = trainingFormats(regulation)
  if (known.length === 0) return { format: null, licenceHolder: null }
  const only = onlyOf(known)
  return only ? { format: only.text, licenceHolder: only.licensed ? licenceHolder : null } : { format, licenceHolder }
}

/** The form is one the paper names; within a licensed programme the holder of the licence is named, and nowhere else. (C-12) */
export function wrongFormat(regulation: Regulation, { format, licenceHolder }: Form): RuleRefusal[] {
  const known: readonly TrainingFormat[] = trainingFormats(regulation)
  if (known.length === 0) return []
  const found = known.find(({ text }) => text === format)
  const clause = clauseOf(regulation, 'formats')
  if (!found) return [no('traineeship.unknownFormat', { field: 'format', ...clause })]
  if (found.licensed === (licenceHolder !== null)) return []
  return found.licensed
    ? [no('traineeship.needsLicence', { field: 'licenceHolder', ...clause })]
    : [no('traineeship.licenceWithoutProgramme', { field: 'licenceHolder' })]
}

/** How many trainees a site has at once is limited where the paper says so. */
export const tooMany = (regulation: Regulation, count: number): RuleRefusal[] =>
  brokenLimits(regulation, { trainees: count }).map(({ reason, basis }) =>
    no('traineeship.limit', { params: { reason }, clause: basis.clause }),
  )

/** The most trainees a site would have on any day of a new period, the new one among them. */
export function mostAtOnce({ startsOn, endsOn }: Days, others: readonly Days[]): number {
  const beside = others.filter((one) => one.startsOn <= endsOn && one.endsOn >= startsOn)
  const days = [startsOn, ...beside.map((one) => later(one.startsOn, startsOn))]
  return 1 + Math.max(...days.map((day) => beside.filter((one) => one.startsOn <= day && day <= one.endsOn).length))
}

/** Somebody who has a role on the site. */
export type Holder = Period & { readonly personId: PersonId; readonly kind: string }

/** Those who may lead a trainee on a day: the role is one the paper names, and nobody leads themselves. */
export const guidesOn = (regulation: Regulation, holders: readonly Holder[], on: Day, trainee: PersonId | null): PersonId[] => {
  const kinds = traineeGuides(regulation).value
  const found = holders.filter((one) => kinds.includes(one.kind) && contains(one, on) && one.personId !== trainee)
  return [...new Set(found.map(({ personId }) => personId))]
}

/** Whoever leads has to be one of those. */
export const wrongGuide = (guideId: PersonId | null, possible: readonly PersonId[]): RuleRefusal[] =>
  guideId === null || possible.includes(guideId) ? [] : [no('traineeship.guideHasNoRole', { field: 'guideId' })]

/** A traineeship begins with its first day. */
export const mayBegin = ({ startsOn }: Pick<Days, 'startsOn'>, today: Day): RuleRefusal[] =>
  today < startsOn ? [no('traineeship.beginsLater', { params: { day: longDate(startsOn) } })] : []

/** The last day of one that ends as it was meant, or before. */
export function wrongLastDay({ startsOn, endsOn }: Days, on: Day, today: Day): RuleRefusal[] {
  if (on > today) return [no('traineeship.endsInFuture', { field: 'endedOn' })]
  return on < startsOn || on > endsOn
    ? [no('traineeship.endsOutside', { field: 'endedOn', params: { term: shortPeriod({ from: startsOn, to: endsOn }) } })]
    : []
}

/** One may leave before the first day too, but never on a day to come. */
export const wrongLeavingDay = (
  { endsOn }: Days,
  on: Day,
  { today, field }: { readonly today: Day; readonly field: string },
): RuleRefusal[] => (on > today || on > endsOn ? [no('traineeship.endsInFuture', { field })] : [])

export const isWithin = ({ startsOn, endsOn }: Days, on: Day): boolean => startsOn <= on && on <= endsOn

/** A day of the plan lies inside the traineeship. */
export const wrongDay = (days: Days, on: Day, { field, person }: { field: string; person: string }): RuleRefusal[] =>
  isWithin(days, on)
    ? []
    : [no('traineeship.dayOutside', { field, params: { person, term: shortPeriod({ from: days.startsOn, to: days.endsOn }) } })]

type DatedRow = {
  readonly title: string
  readonly plannedOn: Day | null
  readonly heldOn: Day | null
  readonly leftOut: boolean
  readonly given: boolean
  readonly eventId: string | null
}
const dayOf = ({ heldOn, plannedOn, leftOut }: DatedRow): Day | null => heldOn ?? (leftOut ? null : plannedOn)
/** Whoever keeps the plan may move the day of it: not what was held, nor what has the day of its event. */
const isMovable = ({ heldOn, given, eventId }: DatedRow): boolean => heldOn === null && !given && eventId === null
const saying = ({ title }: DatedRow, day: Day, field: string) => ({ field, params: { title, day: longDate(day) } })

/** New days of a traineeship leave nothing of its plan outside that lay inside; one that goes on does not begin on a day to come. */
export function wrongChange(
  was: Days & { readonly state: TraineeshipState },
  now: Days,
  { rows, today }: { readonly rows: readonly DatedRow[]; readonly today: Day },
): RuleRefusal[] {
  const begun = was.state === 'running' && now.startsOn > today
  return [
    ...(begun ? [no('traineeship.runsAlready', { field: 'startsOn' })] : []),
    ...rows.flatMap((row) => {
      const day = dayOf(row)
      return day === null || !isWithin(was, day) || isWithin(now, day)
        ? []
        : [
            no(
              isMovable(row) ? 'traineeship.rowOutside' : 'traineeship.heldOutside',
              saying(row, day, day < now.startsOn ? 'startsOn' : 'endsOn'),
            ),
          ]
    }),
  ]
}

/** Nothing that was held lies after the last day; what is only planned falls away with it. */
export const heldAfter = (rows: readonly DatedRow[], last: Day, field: string): RuleRefusal[] =>
  rows.flatMap((row) => {
    const day = row.given || row.heldOn !== null ? dayOf(row) : null
    return day !== null && day > last ? [no('traineeship.heldLater', saying(row, day, field))] : []
  })

/** What whoever leads says of a row of the plan. */
export type RowMark = 'held' | 'notHeld' | 'leftOut' | 'back'
type Marked = {
  readonly eventId: string | null
  readonly heldOn: Day | null
  readonly leftOut: boolean
  readonly plannedOn: Day | null
}

/** The day on which something is said to have been held: the planned one, else today, or the last day of what is over. */
export const dayHeld = ({ plannedOn }: Pick<Marked, 'plannedOn'>, { endsOn }: Days, today: Day): Day =>
  plannedOn ?? earlier(today, endsOn)

/**
 * A list of an event speaks for itself; nothing was held on a day to come or before the traineeship, nor what is not in the plan; what was
 * held is not left out.
 */
export function wrongMark(row: Marked, mark: RowMark, { today, ...days }: Days & { readonly today: Day }): RuleRefusal[] {
  const { eventId, heldOn, leftOut, plannedOn } = row
  if (mark === 'held') {
    if (eventId !== null) return [no('traineeship.listSpeaks')]
    if (leftOut) return [no('traineeship.rowLeftOut')]
    if (plannedOn !== null && plannedOn > today) return [no('traineeship.heldInFuture', { params: { day: longDate(plannedOn) } })]
    return dayHeld(row, days, today) < days.startsOn
      ? [no('traineeship.beginsLater', { params: { day: longDate(days.startsOn) } })]
      : []
  }
  return mark === 'leftOut' && heldOn !== null ? [no('traineeship.rowHeld')] : []
}

/** The trainee and whoever leads write to each other where the paper knows work at a distance, while both have agreed and it is not over. (R-22v) */
export function mayWrite(state: TraineeshipState, regulation: Regulation): RuleRefusal[] {
  if (remoteWork(regulation).value === null) return [no('traineeship.noLetters')]
  return isUnderWay(state) ? [] : [no('traineeship.lettersLater')]
}
