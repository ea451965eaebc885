import { addDays, contains } from './dates.ts'
import type { Day, Period } from './types.ts'

/** The first day of a period on which none of these others stands; null when they hold it from its first day to its last. */
export function firstDayOutside({ from, to }: Period, within: readonly Period[]): Day | null {
  let day = from
  for (;;) {
    const ends = within.filter((one) => contains(one, day)).map((one) => one.to)
    if (ends.length === 0) return day
    if (ends.includes(null)) return null
    const last =
      ends
        .flatMap((end) => end ?? [])
        .sort()
        .at(-1) ?? day
    if (to !== null && last >= to) return null
    day = addDays(last, 1)
  }
}
