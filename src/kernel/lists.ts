/** The one there is to choose; undefined when there is none, or more than one. */
export const onlyOf = <One>(list: readonly One[]): One | undefined => (list.length === 1 ? list[0] : undefined)

/** The page asked for, or the last one when it lies beyond. */
export const pageWithin = (asked: number, total: number, size: number): number =>
  Math.max(1, Math.min(asked, Math.ceil(total / size)))
