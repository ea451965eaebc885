/** The one there is to choose; undefined when there is none, or more than one. */
export const onlyOf = <One>(list: readonly One[]): One | undefined => (list.length === 1 ? list[0] : undefined)

/** Two lists of one order side by side, as far as both go. */
export const sideBySide = <One, Other extends {}>(list: readonly One[], others: readonly Other[]): (readonly [One, Other])[] =>
  list.flatMap((one, at) => {
    const other = others[at]
    return other === undefined ? [] : [[one, other] as const]
  })

/** The page asked for, or the last one when it lies beyond. */
export const pageWithin = (asked: number, total: number, size: number): number =>
  Math.max(1, Math.min(asked, Math.ceil(total / size)))

/** A list of more rows is no list to choose from: a name is typed, and of what it finds so many are shown. */
export const mostToChoose = 100
export const mostFoundToChoose = 30
