import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Day, EventId, OrganisationId, PersonId, TraineeshipId, TraineeshipRowId } from '../../kernel/types.ts'
import { type ConditionSaid, conditionsSaid, hoursToAttend } from '../programmes/completion-rules.ts'
import { shareText } from '../programmes/hours-rules.ts'
import { type Level, levels, levelWords } from '../programmes/level-rules.ts'
import type { ProgrammeContent } from '../programmes/model.ts'
import type { Mastered, Worth } from './model.ts'
import { numberText } from './wording.ts'

/** How a try-out stands: on which level its worst criterion is once it was assessed. */
export type TryOutStand = { readonly state: 'assigned' | 'handedIn' | 'returned' | 'assessed'; readonly lowest: Level | null }

/** What a trainee has done of the version they learn by. */
export type Progress = {
  /** Hours given, those brought along among them; never more than the programme has. */
  readonly hours: number
  /** Hours of the sessions and try-outs of the programme. */
  readonly of: number
  /** By the id of a session or a try-out in the programme: what stands in the plan of the trainee. */
  readonly items: ReadonlyMap<string, { readonly given: boolean; readonly leftOut: boolean }>
  readonly tryOuts: ReadonlyMap<string, TryOutStand>
  /** Whoever leads has measured the trainee at the end. */
  readonly measured: boolean
}

/** A session or a try-out in the plan of a trainee. */
type Planned = {
  readonly id: TraineeshipRowId
  readonly itemId: string
  readonly topic: string
  readonly hours: number
  readonly eventId: EventId | null
  readonly given: boolean
  readonly leftOut: boolean
}

/** Hours of the plan that were given. */
export const ownHours = (rows: readonly Pick<Planned, 'given' | 'hours'>[]): number =>
  rows.reduce((sum, { given, hours }) => sum + (given ? hours : 0), 0)

/** What is known of a trainee beside the programme: the plan, the try-outs by its rows, hours given with those brought along. */
export type Known = {
  readonly given: number
  readonly rows: readonly Pick<Planned, 'id' | 'itemId' | 'hours' | 'given' | 'leftOut'>[]
  readonly stands: readonly (TryOutStand & { readonly rowId: TraineeshipRowId })[]
  readonly measured: boolean
}

/** What a trainee has done of the version; hours brought along count as far as the programme has room for them. */
export function progressOf(content: ProgrammeContent, { given, rows, stands, measured }: Known): Progress {
  const of = hoursToAttend(content)
  const standOf = new Map(stands.map((stand) => [stand.rowId, stand]))
  return {
    hours: Math.min(Math.max(given, ownHours(rows)), of),
    of,
    items: new Map(rows.map(({ itemId, given: held, leftOut }) => [itemId, { given: held, leftOut }])),
    tryOuts: new Map(
      rows.flatMap(({ id, itemId }) => {
        const stand = standOf.get(id)
        return stand ? [[itemId, stand]] : []
      }),
    ),
    measured,
  }
}

/** A condition with what there is: «Часов не меньше 30 из 36» — «есть 12». */
export type Condition = { readonly asks: string; readonly has: string; readonly met: boolean }

/** Every condition of a version as a trainee meets it or does not, with figures; none where the version has none. (X-T1) */
export function conditionsOf(content: ProgrammeContent, progress: Progress): Condition[] {
  const found = conditionsSaid(content).map((said) => ({ asks: said.text, ...standsOf(said, progress) }))
  // A paper names hours, and nobody has mastered what they were never at.
  return found.length === 0 || progress.hours > 0 ? found : [{ asks: 'Часы занятий', has: 'нет ни одного', met: false }, ...found]
}

type Stands = Pick<Condition, 'has' | 'met'>
function standsOf(said: ConditionSaid, { hours, of, items, tryOuts, measured }: Progress): Stands {
  const given = `есть ${numberText(hours)}`
  switch (said.kind) {
    case 'hours':
      return { has: given, met: hours >= said.least }
    case 'share':
      return { has: `${given}, ${shareText(hours, of)}`, met: hours * 100 >= said.least * of }
    case 'session':
      return itemStands(items.get(said.id))
    case 'tryOut':
      return tryOutStands(tryOuts.get(said.id), said.level)
    case 'exit':
      return { has: measured ? 'записано' : 'ещё нет', met: measured }
  }
}

function itemStands(item: { readonly given: boolean; readonly leftOut: boolean } | undefined): Stands {
  if (item?.given) return { has: 'отмечено', met: true }
  return { has: item && !item.leftOut ? 'ещё нет' : 'нет в плане стажёра', met: false }
}

const waiting = { assigned: 'ещё не сдана', handedIn: 'ждёт оценки', returned: 'возвращена с замечанием' } as const
function tryOutStands(stand: TryOutStand | undefined, least: Level): Stands {
  const state = stand?.state ?? 'assigned'
  if (state !== 'assessed') return { has: waiting[state], met: false }
  const lowest = stand?.lowest ?? 'hidden'
  const met = levels.indexOf(lowest) >= levels.indexOf(least)
  return { has: met ? 'оценена' : `есть критерий на уровне «${levelWords[lowest]}»`, met }
}

export const isMet = (conditions: readonly Condition[]): boolean => conditions.every(({ met }) => met)

/** What is still missing, in one sentence: «Часов не меньше 30: есть 12; …». */
export const missingText = (conditions: readonly Condition[]): string =>
  conditions
    .filter(({ met }) => !met)
    .map(({ asks, has }) => `${asks}: ${has}`)
    .join('; ')

/** A finished traineeship that has no paper yet. */
export type Candidate = { readonly id: TraineeshipId; readonly person: string; readonly conditions: readonly Condition[] }

/** Papers about a programme are issued for finished traineeships whose own version's conditions are met; a refusal says whose are not, with figures. */
export function mayCertify(given: {
  readonly chosen: readonly TraineeshipId[]
  readonly candidates: readonly Candidate[]
  readonly hasSignatory: boolean
}): RuleRefusal[] {
  const { chosen, candidates, hasSignatory } = given
  const known = new Map(candidates.map((one) => [one.id, one]))
  const unmet = chosen.flatMap((id) => {
    const one = known.get(id)
    return one && !isMet(one.conditions) ? [one] : []
  })
  const field = 'traineeships'
  return [
    ...(chosen.length === 0 ? [no('certificate.nobodyChosen', { field })] : []),
    ...(chosen.every((id) => known.has(id)) ? [] : [no('certificate.notFinished', { field })]),
    ...unmet
      .slice(0, mostNamed)
      .map(({ person, conditions }) =>
        no('certificate.conditionsUnmet', { field, params: { person, missing: missingText(conditions) } }),
      ),
    ...(hasSignatory ? [] : [no('certificate.noSignatory')]),
  ]
}
/** So many people are named in a refusal; who is chosen too many sees the others after that. */
const mostNamed = 5

/** A document of qualification is never given for less, and never without a licence. */
const leastQualifying = 16

/** Who gives a document of qualification for a traineeship: the holder of the licence within whose programme it ran, where that is long enough; else nobody. (C-12) */
export const qualifiedBy = ({
  licenceHolder,
  of,
}: {
  readonly licenceHolder: string | null
  readonly of: number
}): string | null => (licenceHolder !== null && of >= leastQualifying ? licenceHolder : null)

/** A traineeship with all that its paper would say. */
export type Learnt = {
  readonly row: {
    readonly id: TraineeshipId
    readonly personId: PersonId
    readonly organisationId: OrganisationId
    readonly title: string
    readonly format: string | null
    readonly licenceHolder: string | null
    readonly startsOn: Day
    readonly endsOn: Day
    readonly endedOn: Day | null
  }
  readonly version: { readonly number: number; readonly content: ProgrammeContent }
  readonly rows: readonly Pick<Planned, 'topic' | 'hours' | 'given' | 'eventId'>[]
  readonly progress: Progress
}

const broughtAlong = 'Часы с прежней площадки'

/** What the paper of a traineeship says. */
export function worthOf({ row, version, rows, progress }: Learnt): Worth {
  const topics = [...Map.groupBy(rows, ({ topic }) => topic)]
    .map(([title, same]) => ({ title, hours: ownHours(same) }))
    .filter(({ hours }) => hours > 0)
  const along = progress.hours - ownHours(rows)
  const mastered: Mastered = {
    programme: row.title,
    version: version.number,
    of: progress.of,
    topics: along > 0 ? [...topics, { title: broughtAlong, hours: along }] : topics,
    conditions: conditionsSaid(version.content).map(({ text }) => text),
    format: row.format,
    licenceHolder: row.licenceHolder,
    qualifiedBy: qualifiedBy({ licenceHolder: row.licenceHolder, of: progress.of }),
  }
  return {
    ...{ personId: row.personId, organisationId: row.organisationId, traineeshipId: row.id, mastered, lines: [] },
    ...{ hours: progress.hours, from: row.startsOn, to: row.endedOn ?? row.endsOn },
    events: rows.flatMap(({ eventId, given, hours }) => (eventId !== null && given && hours > 0 ? [{ eventId, hours }] : [])),
  }
}
