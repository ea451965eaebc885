import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { TraineeshipId } from '../../kernel/types.ts'
import { shareText } from '../programmes/hours-rules.ts'
import { type Level, levels, levelWords } from '../programmes/level-rules.ts'
import type { Completion } from '../programmes/model.ts'
import { numberText } from './wording.ts'

/** How a try-out stands: on which level its worst criterion is once it was assessed. */
export type TryOutStand = { readonly state: 'assigned' | 'handedIn' | 'returned' | 'assessed'; readonly lowest: Level | null }

/** What a trainee has done of the version they learn by. */
export type Progress = {
  /** Hours given, those brought along among them; never more than the programme has. */
  readonly hours: number
  /** Hours of the sessions and try-outs of the programme. */
  readonly of: number
  readonly items: ReadonlyMap<string, { readonly title: string; readonly given: boolean; readonly leftOut: boolean }>
  readonly tryOuts: ReadonlyMap<string, TryOutStand>
  /** Whoever leads has measured the trainee at the end. */
  readonly measured: boolean
}

/** A condition with what there is: «Часов не меньше 30» — «есть 12». */
export type Condition = { readonly asks: string; readonly has: string; readonly met: boolean }

/** Every condition of a version as a trainee meets it or does not, with figures. (X-T1) */
export function conditionsOf(asked: Completion, progress: Progress): Condition[] {
  const { hours, of } = progress
  const given = `есть ${numberText(hours)}`
  const titleOf = (id: string) => progress.items.get(id)?.title ?? ''
  const found: Condition[] = [
    ...(asked.hours ? [{ asks: `Часов не меньше ${numberText(asked.hours)}`, has: given, met: hours >= asked.hours }] : []),
    ...(asked.share
      ? [
          {
            asks: `Не меньше ${asked.share} % часов программы, это ${numberText((asked.share * of) / 100)} из ${numberText(of)}`,
            has: `${given}, ${shareText(hours, of)}`,
            met: hours * 100 >= asked.share * of,
          },
        ]
      : []),
    ...asked.sessions.map((id) => ({ asks: `Обязательно: «${titleOf(id)}»`, ...itemStands(progress.items.get(id)) })),
    ...asked.tryOuts.map((id) => ({
      asks: `Проба «${titleOf(id)}» оценена${asked.level === 'hidden' ? '' : `, каждый критерий — «${levelWords[asked.level]}» или выше`}`,
      ...tryOutStands(progress.tryOuts.get(id), asked.level),
    })),
    ...(asked.exit
      ? [{ asks: 'Измерение на выходе тем, кто ведёт', has: progress.measured ? 'записано' : 'ещё нет', met: progress.measured }]
      : []),
  ]
  // A paper names hours, and nobody has mastered what they were never at.
  return hours > 0 ? found : [{ asks: 'Часы занятий', has: 'нет ни одного', met: false }, ...found]
}

const itemStands = (item: { readonly given: boolean; readonly leftOut: boolean } | undefined) =>
  item?.given
    ? { has: 'проведено', met: true }
    : { has: item?.leftOut ? 'исключено из плана стажёра' : 'ещё не проведено', met: false }

const waiting = { assigned: 'ещё не сдана', handedIn: 'ждёт оценки', returned: 'возвращена с замечанием' } as const
function tryOutStands(stand: TryOutStand | undefined, least: Level): Pick<Condition, 'has' | 'met'> {
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
