import { addMonths } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { Line, PlanFrame } from './model.ts'
import { bounds } from './rules.ts'

/**
 * The lines of an earlier plan moved to another academic year: same dates so many years later, kept within the year and the term of the site.
 * What the regulation in force or the staff of the site no longer know is left blank for the person to choose.
 */
export function copyLines(
  lines: readonly Line[],
  given: { from: number; frame: PlanFrame; regulation: Regulation; knownPeople: ReadonlySet<string>; newKey: () => string },
): Line[] {
  const { frame, regulation, knownPeople } = given
  const months = (frame.academicYear - given.from) * 12
  const within = bounds(frame)
  const moved = (day: Day | null) => (day === null || within === null ? null : clamp(addMonths(day, months), within))
  return lines.map((line) => ({
    key: given.newKey(),
    activity: line.activity,
    form: regulation.forms.catalogue.some((form) => form.code === line.form) ? line.form : null,
    startsOn: moved(line.startsOn),
    endsOn: moved(line.endsOn),
    direction: regulation.directions?.list.some((one) => one.code === line.direction) ? line.direction : null,
    personIds: line.personIds.filter((id) => knownPeople.has(id)),
  }))
}

const clamp = (day: Day, { from, to }: { from: Day; to: Day }): Day => (day < from ? from : day > to ? to : day)
