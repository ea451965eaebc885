import { addDays, addMonths } from '../../kernel/dates.ts'
import { type NameParts, nameKey } from '../../kernel/names.ts'
import { ok, type Result, type RuleRefusal, refuseAll, refuseRule } from '../../kernel/result.ts'
import type { Day, OrganisationId } from '../../kernel/types.ts'
import { isKind, type Knows } from '../../regulation/dictionary.ts'
import type { AchievementDetails, Gender, PersonDetails, PostDetails, QualificationDetails } from './model.ts'

/** Nothing is recorded further ahead than this: such a date is a slip of the pen. */
const monthsAhead = 12

const endings: readonly (readonly [RegExp, Gender])[] = [
  [/(вна|чна)$/i, 'female'],
  [/ич$/i, 'male'],
  [/[\s-](кызы|гызы)$/i, 'female'],
  [/[\s-](оглы|оглу|улы|уулу)$/i, 'male'],
]

/** The gender a patronymic tells; null when it does not («П.», none at all, a foreign name). */
export function genderByPatronymic(patronymic: string | null): Gender | null {
  if (patronymic === null) return null
  return endings.find(([ending]) => ending.test(patronymic.trim()))?.[1] ?? null
}

/** A person as it is stored: with the gender chosen, or told by the patronymic, or else asked for. */
export function checkPerson(details: PersonDetails): Result<PersonDetails> {
  const found: RuleRefusal[] = []
  const gender = details.gender ?? genderByPatronymic(details.patronymic)
  if (gender === null) found.push({ code: 'rule', rule: 'person.genderNeeded', field: 'gender' })
  for (const field of ['familyName', 'givenName', 'patronymic'] as const) {
    const name = details[field]
    if (name !== null && !isName(name)) found.push({ code: 'rule', rule: 'person.badName', field })
  }
  if (details.phone !== null && details.phone.replace(/\D/g, '').length < 5)
    found.push({ code: 'rule', rule: 'person.badPhone', field: 'phone' })
  return found.length > 0 ? refuseAll(found) : ok({ ...details, gender })
}

/** Letters of any script, and what stands between the parts of a name. */
const isName = (text: string) => /^\p{L}[\p{L}\p{M}\s.'’-]*$/u.test(text)

const endsBeforeStart = ({ startsOn, endsOn }: { startsOn: Day; endsOn: Day | null }) => endsOn !== null && endsOn < startsOn

/** Whether these dates can be of something that is or soon will be. */
export function checkDates<Dated extends { startsOn: Day; endsOn: Day | null }>(dated: Dated, today: Day): Result<Dated> {
  if (dated.startsOn > addMonths(today, monthsAhead)) return refuseRule('person.tooFarAhead', { field: 'startsOn' })
  return endsBeforeStart(dated) ? refuseRule('person.endsBeforeStart', { field: 'endsOn' }) : ok(dated)
}

/** Whether a post may be recorded. The head of an organisation is recorded by the authority or the operator, never by the head. */
export function checkPost(post: PostDetails, given: { byOffice: boolean; today: Day; knows?: Knows }): Result<PostDetails> {
  if (!isKind(given.knows, 'post', post.kind)) return refuseRule('person.unknownKind', { field: 'kind' })
  if (post.kind === 'head' && !given.byOffice) return refuseRule('person.headByOffice', { field: 'kind' })
  return checkDates(post, given.today)
}

/** The last day of a post or a role that is under way. */
export function lastDay(dated: { startsOn: Day; endsOn: Day | null }, endsOn: Day, today: Day): Result<Day> {
  if (endsOn < dated.startsOn)
    return refuseRule('person.endsBeforeItStarted', { field: 'endsOn', params: { start: dated.startsOn } })
  if (endsOn > addMonths(today, monthsAhead)) return refuseRule('person.tooFarAhead', { field: 'endsOn' })
  if (dated.endsOn !== null && dated.endsOn <= endsOn)
    return refuseRule('person.hasEnded', { field: 'endsOn', params: { end: dated.endsOn } })
  return ok(endsOn)
}

type HeldPost = {
  readonly id: string
  readonly organisationId: OrganisationId
  readonly startsOn: Day
  readonly endsOn: Day | null
}

/** All posts of a person as they will be when one of them ends. */
export const leavingOf = (posts: readonly HeldPost[], postId: string, endsOn: Day) =>
  posts.map((post) => ({
    organisationId: post.organisationId,
    from: post.startsOn,
    to: post.id === postId ? endsOn : post.endsOn,
  }))

/** A new category takes the place of the one held the day before; that one then ends the day before. Null: nothing to end. */
export function categoryToEnd<Held extends { startsOn: Day; endsOn: Day | null }>(
  held: readonly Held[],
  added: QualificationDetails,
): { held: Held; endsOn: Day } | null {
  const found = held.find(
    (one) => one.startsOn < added.startsOn && (one.endsOn === null || one.endsOn >= added.startsOn) && added.endsOn === null,
  )
  return found ? { held: found, endsOn: addDays(added.startsOn, -1) } : null
}

/** Whether an achievement may be recorded. */
export function checkAchievement(achievement: AchievementDetails, today: Day): Result<AchievementDetails> {
  if (achievement.achievedOn !== null && achievement.achievedOn > today)
    return refuseRule('person.achievementAhead', { field: 'achievedOn' })
  return ok(achievement)
}

/** Somebody has to be able to manage accounts after a role has ended. */
export const mayEndRole = (remainingManagers: number): Result<true> =>
  remainingManagers > 0 ? ok(true) : refuseRule('person.lastManager', { field: 'endsOn' })

const isInitialOf = (one: string, other: string): boolean => one.length === 1 && other.startsWith(one)
const agree = (one: string, other: string): boolean => one === other || isInitialOf(one, other) || isInitialOf(other, one)

const shortestMistyped = 5

/** Whether two words differ by one letter that is another, missing or too many. */
function oneLetterApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < shortestMistyped || long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  return short.slice(at + (short.length === long.length ? 1 : 0)) === long.slice(at + 1)
}

/** Whether two names may be of one person: written with other letters, by initials, without a patronymic, or with a slip in the surname. */
export function mayBeOne(one: NameParts, other: NameParts): boolean {
  const [family, otherFamily] = [nameKey(one.familyName), nameKey(other.familyName)]
  const [given, otherGiven] = [nameKey(one.givenName), nameKey(other.givenName)]
  const [patronymic, otherPatronymic] = [nameKey(one.patronymic ?? ''), nameKey(other.patronymic ?? '')]
  if (family === otherFamily)
    return agree(given, otherGiven) && (patronymic === '' || otherPatronymic === '' || agree(patronymic, otherPatronymic))
  return given === otherGiven && patronymic === otherPatronymic && patronymic.length > 1 && oneLetterApart(family, otherFamily)
}
