import type { NamedRow } from './effect-props.ts'

/** Labels that are the same get a number, so that each can be chosen. */
export function unlike<Id extends string>(rows: readonly NamedRow<Id>[]): NamedRow<Id>[] {
  const times = new Map<string, number>()
  return rows.map(({ id, label }) => {
    const time = (times.get(label) ?? 0) + 1
    times.set(label, time)
    return { id, label: time === 1 ? label : `${label} (${time})` }
  })
}
