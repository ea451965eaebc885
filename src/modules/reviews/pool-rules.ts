import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Day } from '../../kernel/types.ts'

/** What forbids taking a person into the pool: no place of work to compare with the applicants, directions the regulation does not know. */
export function wrongExpert(
  { employer, directions }: { employer: string; directions: readonly string[] },
  known: ReadonlySet<string>,
): RuleRefusal[] {
  return [
    ...(employer === '' ? [no('expert.needsEmployer', { field: 'employer' })] : []),
    ...(known.size > 0 && directions.some((code) => !known.has(code))
      ? [no('expert.unknownDirection', { field: 'directions' })]
      : []),
  ]
}

/** What forbids leaving the pool on a day: reviews still to be written, a day before the first. */
export function wrongEnd(given: { startsOn: Day; endsOn: Day; openReviews: number }): RuleRefusal[] {
  const { startsOn, endsOn, openReviews } = given
  return [
    ...(endsOn < startsOn ? [no('expert.endsBeforeStart', { field: 'endsOn' })] : []),
    ...(openReviews > 0 ? [no('expert.hasOpenReviews', { params: { count: openReviews } })] : []),
  ]
}
