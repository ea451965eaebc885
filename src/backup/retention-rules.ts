const hour = 3_600_000

/** A copy that failed once is tried again before anybody is alarmed. */
export const freshUntil = (takenAt: Date, everyHours: number): Date => new Date(takenAt.getTime() + 2 * everyHours * hour)

/** Whether it is time for the next copy. One that is a minute early counts as a day old: the run comes once an hour. */
export const isDue = (latest: Date | null, now: Date, everyHours: number): boolean =>
  latest === null || now.getTime() - latest.getTime() >= everyHours * hour - hour / 2

/** Which copies have outlived their days. The latest never does, however old it is. */
export function outlived(takenAt: readonly Date[], now: Date, keepDays: number): Date[] {
  const latest = Math.max(...takenAt.map((at) => at.getTime()))
  return takenAt.filter((at) => at.getTime() !== latest && now.getTime() - at.getTime() > keepDays * 24 * hour)
}
