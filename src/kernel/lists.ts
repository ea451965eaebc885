/** The one there is to choose; undefined when there is none, or more than one. */
export const onlyOf = <One>(list: readonly One[]): One | undefined => (list.length === 1 ? list[0] : undefined)
