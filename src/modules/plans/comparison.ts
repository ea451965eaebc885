import type { Line } from './model.ts'

const fields = ['activity', 'form', 'dates', 'people', 'direction'] as const
export type KnownField = (typeof fields)[number]
/** A column that means nothing to the system, by its code. */
export type OwnColumn = `own.${string}`
export type ComparedField = KnownField | OwnColumn

/** What became of a line from one version to the next. */
export type LineChange =
  | { readonly kind: 'added'; readonly line: Line }
  | { readonly kind: 'removed'; readonly line: Line }
  | { readonly kind: 'changed'; readonly before: Line; readonly after: Line; readonly fields: readonly ComparedField[] }

/** What differs between two versions, by the keys of the lines: first in the order of the newer one, then what was removed. */
export function compare(before: readonly Line[], after: readonly Line[]): LineChange[] {
  const old = new Map(before.map((line) => [line.key, line]))
  const changes: LineChange[] = []
  for (const line of after) {
    const was = old.get(line.key)
    old.delete(line.key)
    if (!was) changes.push({ kind: 'added', line })
    else {
      const changed = changedFields(was, line)
      if (changed.length > 0) changes.push({ kind: 'changed', before: was, after: line, fields: changed })
    }
  }
  for (const line of old.values()) changes.push({ kind: 'removed', line })
  return changes
}

/** Which fields of a line differ. */
export const changedFields = (before: Line, after: Line): ComparedField[] => [
  ...fields.filter((field) => !same[field](before, after)),
  ...[...new Set([...Object.keys(before.own), ...Object.keys(after.own)])]
    .filter((code) => JSON.stringify(before.own[code]) !== JSON.stringify(after.own[code]))
    .map((code): OwnColumn => `own.${code}`),
]

const same: Readonly<Record<KnownField, (before: Line, after: Line) => boolean>> = {
  activity: (before, after) => before.activity === after.activity,
  form: (before, after) => before.form === after.form,
  dates: (before, after) => before.startsOn === after.startsOn && before.endsOn === after.endsOn,
  people: (before, after) => [...before.personIds].sort().join() === [...after.personIds].sort().join(),
  direction: (before, after) => before.direction === after.direction,
}
